// A record that somebody wants to talk about, if they may see it.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listActors } from '#core/identity/session.ts'
import { found } from '#core/policy.ts'
import { findRecord, type RecordAccess, type RecordRef } from '#core/records.ts'
import { idsOfRecord } from './record-talk.store.ts'

export interface OpenRecord {
  record: RecordAccess
  /** How new things are kept. */
  ref: RecordRef
  /** Under which things are found. */
  ids: readonly string[]
}

/** @throws Refusal 404 when the reader may not see it. */
export async function openRecord(db: Db, reader: Actor, { subject, id }: RecordRef): Promise<OpenRecord> {
  const record = found(await findRecord(db, reader, { subject, id }))
  const ids = await idsOfRecord(db, record)
  return { record, ref: { subject: record.subject, id: ids[0] }, ids }
}

/** People with an open account who may see the record, by name. */
export async function readersOf(db: Db, record: RecordAccess, today: Temporal.PlainDate): Promise<Actor[]> {
  return (await listActors(db, today.toString())).filter(actor => record.decide(actor).read)
}
