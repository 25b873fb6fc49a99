// Questions to the database about agreements whose answer must be: none.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

const questions = {
  withoutHomeParty: sql<{ id: string }>`select a.id from agreement a where a.removed_at is null and not exists (
    select 1 from agreement_party p where p.agreement_id = a.id and p.side = 'home' and p.organisation_id = a.home_id) limit 20`,
  withoutPartner: sql<{ id: string }>`select a.id from agreement a where a.removed_at is null and not exists (
    select 1 from agreement_party p where p.agreement_id = a.id and p.side = 'partner') limit 20`,
  endMismatch: sql<{
    id: string
  }>`select id from agreement where (end_kind = 'known') <> (expires_on is not null) limit 20`,
  wrongFileCount: sql<{
    id: string
  }>`select a.id from agreement a where a.file_count <> (select count(*) from file_link k
    where k.subject_type = 'agreement' and k.subject_id = a.id and k.unlinked_at is null) limit 20`,
  orphanTurns: sql<{ id: string }>`select t.subject_id as id from turn t where t.workflow = 'agreement' and not exists (
    select 1 from agreement a where a.id = t.subject_id and a.removed_at is null) limit 20`,
  unknownToLedger: sql<{
    id: string
  }>`select a.id from agreement a left join ledger_source s on s.source_id = a.id where a.removed_at is null
    and (s.source_id is null or s.home_id <> a.home_id or s.unit_id is distinct from a.unit_id or s.owner_id is distinct from a.owner_id
      or s.confidential <> (a.confidentiality = 'confidential') or s.reader_ids <> a.reader_ids) limit 20`,
  strangeKinds: sql<{ id: string }>`select id from agreement where kinds[1] is distinct from kind limit 20`,
}
export type Question = keyof typeof questions

/** Ids of agreements of which a question's truth does not hold, at most twenty. */
export async function findBroken(db: Db, question: Question): Promise<string[]> {
  const { rows } = await questions[question].execute(db)
  return rows.map(row => row.id)
}
