// SQL of drafts: their edits in order, clauses that people talk about, versions, and where promises stand.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { DraftText } from './draft.contract.ts'
import type { VersionKind } from './draft.terms.ts'

export interface StoredDraft {
  agreement_id: string
  home_id: string
  languages: string[]
  prevailing: string | null
  title: Record<string, string>
  seq: number
  version: number
  begun_at: string
}

const draftColumns = [
  'agreement_id',
  'home_id',
  'languages',
  'prevailing',
  'title',
  'seq',
  'version',
  'begun_at',
] as const

export async function findDraft(db: Db, agreementId: string): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(draftColumns)
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  return row as StoredDraft | undefined
}

export async function insertDraft(
  db: Db,
  draft: Omit<StoredDraft, 'version'> & { snapshot: Uint8Array; begun_by: string | null },
): Promise<void> {
  await db
    .insertInto('draft')
    .values({ ...draft, title: json(draft.title), snapshot: Buffer.from(draft.snapshot), snapshot_seq: draft.seq })
    .execute()
}

/** Changes a draft of a known version; false when somebody was faster. */
export async function updateDraft(
  db: Db,
  agreementId: string,
  version: number,
  to: Pick<StoredDraft, 'languages' | 'prevailing' | 'title'>,
): Promise<boolean> {
  const result = await db
    .updateTable('draft')
    .set({ ...to, title: json(to.title), version: version + 1 })
    .where('agreement_id', '=', agreementId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface NewEdit {
  content: Uint8Array
  personId: string | null
  guestId: string | null
  clauseIds: readonly string[]
}

/**
 * Adds edits behind all that are there, in one transaction of the caller. The lock on the draft makes edits visible in
 * the order of their numbers, so that whoever asks for what follows a number never misses one.
 */
export async function appendEdits(
  db: Db,
  agreementId: string,
  edits: readonly NewEdit[],
  at: string,
  told = false,
): Promise<{ first: number }> {
  const row = await db
    .updateTable('draft')
    .set(eb => ({ seq: eb('seq', '+', edits.length) }))
    .where('agreement_id', '=', agreementId)
    .returning('seq')
    .executeTakeFirstOrThrow()
  const first = row.seq - edits.length + 1
  await db
    .insertInto('draft_edit')
    .values(
      edits.map((edit, index) => ({
        agreement_id: agreementId,
        seq: first + index,
        content: Buffer.from(edit.content),
        person_id: edit.personId,
        guest_id: edit.guestId,
        clause_ids: [...edit.clauseIds],
        ...{ at, told },
      })),
    )
    .execute()
  return { first }
}

/** Appends in a transaction of its own; the edits are kept when it returns. */
export const keepEdits = (
  db: Db,
  agreementId: string,
  edits: readonly NewEdit[],
  at: string,
): Promise<{ first: number }> => db.transaction().execute(trx => appendEdits(trx, agreementId, edits, at))

export interface StoredEdit {
  agreement_id: string
  seq: number
  content: Buffer
}

/** What was added to each of the drafts after a number; one query for all. */
export async function listEditsAfter(
  db: Db,
  known: readonly { agreementId: string; seq: number }[],
): Promise<StoredEdit[]> {
  if (known.length === 0) return []
  const { rows } = await sql<StoredEdit>`
    select e.agreement_id, e.seq, e.content
    from unnest(${known.map(one => one.agreementId)}::uuid[], ${known.map(one => one.seq)}::bigint[]) as k(id, seq)
    join draft_edit e on e.agreement_id = k.id and e.seq > k.seq
    order by e.agreement_id, e.seq`.execute(db)
  return rows
}

export const findSnapshot = (db: Db, agreementId: string) =>
  db
    .selectFrom('draft')
    .select(['snapshot', 'snapshot_seq', 'seq'])
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()

/** Only moves forward: another process may have been faster. */
export async function saveSnapshot(db: Db, agreementId: string, snapshot: Uint8Array, seq: number): Promise<void> {
  await db
    .updateTable('draft')
    .set({ snapshot: Buffer.from(snapshot), snapshot_seq: seq })
    .where('agreement_id', '=', agreementId)
    .where('snapshot_seq', '<', seq)
    .execute()
}

/** Clauses get a row when they come up, so that they can be talked about. */
export async function noteClauses(db: Db, agreementId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .insertInto('draft_clause')
    .values(ids.map(id => ({ id, agreement_id: agreementId })))
    .onConflict(c => c.column('id').doNothing())
    .execute()
}

export const listNotedClauses = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('draft_clause')
    .select(['id', 'agreement_id'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

export const listSettled = (db: Db, agreementId: string) =>
  db
    .selectFrom('draft_clause')
    .select(['id', sql<string>`settled_at`.as('settled_at')])
    .where('agreement_id', '=', agreementId)
    .where('settled_at', 'is not', null)
    .execute()

export async function settle(
  db: Db,
  agreementId: string,
  clauseId: string,
  settled: { at: string; by: string | null } | null,
): Promise<boolean> {
  const result = await db
    .updateTable('draft_clause')
    .set({ settled_at: settled?.at ?? null, settled_by: settled?.by ?? null })
    .where('id', '=', clauseId)
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Names of everybody who wrote in a draft. */
export const listAuthors = (db: Db, agreementId: string) =>
  db
    .selectFrom('auth_user as u')
    .select(['u.id', 'u.name'])
    .where(
      'u.id',
      'in',
      eb => eb.selectFrom('draft_edit').select('person_id').distinct().where('agreement_id', '=', agreementId) as never,
    )
    .orderBy('u.name')
    .execute()

export interface StoredVersion {
  number: number
  kind: VersionKind
  name: string | null
  content: DraftText
  suggested: DraftText | null
  hash: string
  made_at: string
  made_by_name: string | null
}

const versions = (db: Db, agreementId: string) =>
  db
    .selectFrom('draft_version as v')
    .leftJoin('auth_user as u', 'u.id', 'v.made_by')
    .where('v.agreement_id', '=', agreementId)

export const listVersions = (db: Db, agreementId: string) =>
  versions(db, agreementId)
    .select(['v.number', 'v.kind', 'v.name', 'v.hash', 'v.made_at', 'u.name as made_by_name'])
    .select(sql<boolean>`v.suggested is not null`.as('has_suggestions'))
    .orderBy('v.number', 'desc')
    .limit(500)
    .execute()

export async function findVersion(db: Db, agreementId: string, number: number): Promise<StoredVersion | undefined> {
  const row = await versions(db, agreementId)
    .select(['v.number', 'v.kind', 'v.name', 'v.content', 'v.suggested', 'v.hash', 'v.made_at'])
    .select('u.name as made_by_name')
    .where('v.number', '=', number)
    .executeTakeFirst()
  return row as StoredVersion | undefined
}

export interface NewVersion {
  kind: VersionKind
  name: string | null
  content: DraftText
  suggested: DraftText | null
  hash: string
  madeBy: string | null
  at: string
}

/** Numbers count up within a draft; whoever counts holds the draft until the commit. */
export async function insertVersion(db: Db, agreementId: string, version: NewVersion): Promise<number> {
  const { seq } = await db
    .selectFrom('draft')
    .select('seq')
    .where('agreement_id', '=', agreementId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('draft_version')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  const number = Number(last) + 1
  await db
    .insertInto('draft_version')
    .values({
      ...{ agreement_id: agreementId, number, kind: version.kind, name: version.name, seq, hash: version.hash },
      content: json(version.content),
      suggested: version.suggested === null ? null : json(version.suggested),
      ...{ made_by: version.madeBy, made_at: version.at },
    })
    .execute()
  return number
}

export const listPromises = (db: Db, agreementId: string) =>
  db
    .selectFrom('draft_promise')
    .select(['commitment_id', 'clause_id'])
    .where('agreement_id', '=', agreementId)
    .orderBy('commitment_id')
    .execute()

export async function placePromise(
  db: Db,
  agreementId: string,
  commitmentId: string,
  clauseId: string | null,
): Promise<void> {
  await db
    .deleteFrom('draft_promise')
    .where('commitment_id', '=', commitmentId)
    .where('agreement_id', '=', agreementId)
    .execute()
  if (clauseId !== null)
    await db
      .insertInto('draft_promise')
      .values({ agreement_id: agreementId, commitment_id: commitmentId, clause_id: clauseId })
      .execute()
}

export interface Sitting {
  agreement_id: string
  home_id: string
  person_id: string | null
  person_name: string | null
  clause_ids: string[]
  edits: number
  from: string
  until: string
  last_seq: number
}

/** Edits that the trail does not know yet, of people who have not written since `before`; together for each person and draft. */
export async function listSittings(db: Db, before: string): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`
    select e.agreement_id, d.home_id, e.person_id, u.name as person_name, count(*)::int as edits, max(e.seq) as last_seq,
      min(e.at) as "from", max(e.at) as until,
      coalesce((select array_agg(distinct c) from draft_edit x cross join unnest(x.clause_ids) c
        where x.agreement_id = e.agreement_id and x.person_id is not distinct from e.person_id and not x.told)::text[], '{}') as clause_ids
    from draft_edit e join draft d on d.agreement_id = e.agreement_id left join auth_user u on u.id = e.person_id
    where not e.told
    group by e.agreement_id, d.home_id, e.person_id, u.name
    having max(e.at) < ${before}
    limit 200`.execute(db)
  return rows
}

export async function markTold(
  db: Db,
  sitting: Pick<Sitting, 'agreement_id' | 'person_id' | 'last_seq'>,
): Promise<number> {
  const result = await db
    .updateTable('draft_edit')
    .set({ told: true })
    .where('agreement_id', '=', sitting.agreement_id)
    .where('person_id', 'is not distinct from', sitting.person_id)
    .where('seq', '<=', sitting.last_seq)
    .where('told', '=', false)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Which of the sessions are still open. */
export async function openSessions(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from auth_session where id = any(${[...ids]}) and expires_at > now()`.execute(db)
  return new Set(rows.map(row => row.id))
}
