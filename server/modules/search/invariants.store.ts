// Compares documents with the records they were made of.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

interface Offender {
  kind: string
  id: string
}

const isId = sql.raw(`'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`)

/** Everything that can be found, by kind and id. */
export const findable: RawBuilder<unknown> = sql`
  select 'agreement' as kind, id from agreement where removed_at is null
  union all select 'commitment', c.id from commitment c join agreement a on c.source_type = 'agreement' and a.id = c.source_id and a.removed_at is null
  union all select 'activity', v.id from activity v where (v.title is not null or v.note is not null)
    and (select a.removed_at is null from entry e join agreement a on a.id = e.agreement_id where e.module = v.module and e.activity_id = v.id
      and e.reverses_id is null and e.reversed_by_id is null order by e.posted_at desc, e.id limit 1)
  union all select 'file', k.id from file_link k join agreement a on k.subject_type = 'agreement' and a.id = k.subject_id and a.removed_at is null
    where k.unlinked_at is null
  union all select 'comment', m.id from record_comment m left join commitment c on m.subject = 'commitment' and c.id = m.subject_id
      and c.source_type = 'agreement' left join entry e on m.subject = 'entry' and e.id = m.subject_id
    where m.removed_at is null and (m.subject = 'organisation' or exists (select 1 from person p where m.subject = 'person' and p.id = m.subject_id)
      or exists (select 1 from agreement a where a.removed_at is null
        and a.id = coalesce(c.source_id, e.agreement_id, case m.subject when 'agreement' then m.subject_id end)))
  union all select 'person', id from person
  union all select 'account', id::uuid from auth_user where id ~ ${isId}`

const waits = sql`exists (select 1 from search_pending p where p.kind = f.kind and p.subject_id = f.id)`

export async function findMissing(db: Db): Promise<Offender[]> {
  const { rows } = await sql<Offender>`
    select f.kind, f.id from (${findable}) f left join search_document d on d.kind = f.kind and d.subject_id = f.id
    where d.id is null and not ${waits} limit 20`.execute(db)
  return rows
}

export async function findLost(db: Db): Promise<Offender[]> {
  const { rows } = await sql<Offender>`
    select d.kind, d.subject_id as id from search_document d left join (${findable}) f on f.kind = d.kind and f.id = d.subject_id
    where f.id is null and not exists (select 1 from search_pending p where p.kind = d.kind and p.subject_id = d.subject_id) limit 20`.execute(
    db,
  )
  return rows
}

/** Never excused by what waits: who may see something follows in the same transaction. */
export async function findWidened(db: Db): Promise<Offender[]> {
  const { rows } = await sql<Offender>`
    select d.kind, d.subject_id as id from search_document d
      left join agreement a on d.record_type = 'agreement' and a.id = d.record_id
      left join person p on d.record_type = 'person' and p.id = d.record_id
    where (d.record_type = 'agreement' and (d.home_id, d.unit_id, d.owner_id, d.confidential, d.reader_ids)
        is distinct from (a.home_id, a.unit_id, a.owner_id, a.confidentiality = 'confidential', a.reader_ids))
      or (d.kind = 'comment' and d.only_for is distinct from (select m.only_for from record_comment m where m.id = d.subject_id))
      or (d.record_type = 'person' and d.home_id is distinct from p.home_id) limit 20`.execute(db)
  return rows
}

/** Has everything read again: what can be found, and what is left of things that cannot any more. */
export async function markAll(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into search_pending (kind, subject_id)
    select kind, id from (${findable}) f union select kind, subject_id from search_document`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export interface SearchCounts {
  kinds: { kind: string; documents: number }[]
  words: number
  texts: number
  pending: number
}

export async function countSearch(db: Db): Promise<SearchCounts> {
  const { rows: kinds } = await sql<{ kind: string; documents: number }>`
    select kind, count(*) as documents from search_document group by kind order by kind`.execute(db)
  const { rows } = await sql<Omit<SearchCounts, 'kinds'>>`select (select count(*) from search_word) as words,
    (select count(*) from search_file_text where body <> '') as texts, (select count(*) from search_pending) as pending`.execute(
    db,
  )
  return { kinds, ...rows[0]! }
}
