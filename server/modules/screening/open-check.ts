// A check with the record that it is about, as its reader may see it.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord, type RecordAccess } from '#core/records.ts'
import { type CheckRow, findCheck, lockCheck } from './check.store.ts'
import { type CheckStanding, canLookInto } from './screening.policy.ts'

export interface OpenCheck {
  check: CheckRow
  record: RecordAccess
  standing: CheckStanding
}

export const standingOf = (check: Pick<CheckRow, 'home_id' | 'unit_id'>, record: RecordAccess): CheckStanding => ({
  homeId: check.home_id,
  unitId: record.unitId ?? check.unit_id,
  decide: actor => record.decide(actor),
})

/** @throws Refusal 404 when the record is not visible, 403 when what was found is not for this reader */
export async function openCheck(db: Db, actor: Actor, id: string, lock = false): Promise<OpenCheck> {
  const check = found(await (lock ? lockCheck(db, id) : findCheck(db, id)))
  const record = found(await findRecord(db, actor, { subject: check.subject, id: check.subject_id }))
  const standing = standingOf(check, record)
  ensure(canLookInto(actor, standing))
  return { check, record, standing }
}
