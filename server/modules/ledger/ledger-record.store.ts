// Finds promises and deeds as records that people talk about: what they are called and who may see them.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { entryVisible, sourceVisible } from './ledger.policy.ts'

export interface LedgerRecordRow {
  id: string
  kind: string
  /** The clause of a promise. */
  clause: string | null
  /** The title of the activity that a deed comes from. */
  title: string | null
  home_id: string
  agreement_id: string | null
  unit_id: string | null
  confidential: boolean
  owner_id: string | null
  source_owner_id: string | null
  reader_ids: string[]
}

export async function listVisibleCommitments(db: Db, actor: Actor, ids: readonly string[]): Promise<LedgerRecordRow[]> {
  const { rows } = await sql<LedgerRecordRow>`
    select c.id, c.kind, c.clause, null as title, c.home_id, c.source_id as agreement_id, s.unit_id, coalesce(s.confidential, false) as confidential,
      c.owner_id, s.owner_id as source_owner_id, coalesce(s.reader_ids, '{}') as reader_ids
    from commitment c left join ledger_source s on s.source_id = c.source_id
    where c.id = any(${[...ids]}::uuid[]) and ${sourceVisible(actor, 'c.source_id')}`.execute(db)
  return rows
}

export async function listVisibleEntries(db: Db, actor: Actor, ids: readonly string[]): Promise<LedgerRecordRow[]> {
  const { rows } = await sql<LedgerRecordRow>`
    select e.id, e.kind, null as clause, a.title, e.home_id, e.agreement_id, s.unit_id, coalesce(s.confidential, false) as confidential,
      null as owner_id, s.owner_id as source_owner_id, coalesce(s.reader_ids, '{}') as reader_ids
    from entry e left join ledger_source s on s.source_id = e.agreement_id left join activity a on a.id = e.activity_id
    where e.id = any(${[...ids]}::uuid[]) and ${entryVisible(actor)}`.execute(db)
  return rows
}
