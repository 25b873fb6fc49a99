// A record that somebody wants to talk about, if they may see it.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { isMeantFor, readsAs } from '#core/identity/confided.ts'
import { listActors } from '#core/identity/session.ts'
import { found } from '#core/policy.ts'
import { findRecord, type RecordAccess, type RecordRef } from '#core/records.ts'
import type { ReadBy } from './comment.store.ts'
import { idsOfRecord } from './record-talk.store.ts'

export interface OpenRecord {
  record: RecordAccess
  /** How new things are kept. */
  ref: RecordRef
  /** Under which things are found. */
  ids: readonly string[]
  /** By which names the reader reads comments that are for some alone; null: all of them. */
  names: ReadBy
}

/** @throws Refusal 404 when the reader may not see it. */
export async function openRecord(db: Db, reader: Actor, { subject, id }: RecordRef): Promise<OpenRecord> {
  const record = found(await findRecord(db, reader, { subject, id }))
  const ids = await idsOfRecord(db, record)
  const readsAll = reader.kind === 'system' || isMeantFor(reader, [], record)
  return { record, ref: { subject: record.subject, id: ids[0] }, ids, names: readsAll ? null : readsAs(reader) }
}

/** People with an open account who may see the record, by name. */
export async function readersOf(db: Db, record: RecordAccess, today: Temporal.PlainDate): Promise<Actor[]> {
  return (await listActors(db, today.toString())).filter(actor => record.decide(actor).read)
}

/** Whether the reader is among those whom a comment is for. */
export const isFor = ({ names }: OpenRecord, { only_for: onlyFor }: { only_for: readonly string[] | null }): boolean =>
  onlyFor === null || names === null || names.some(name => onlyFor.includes(name))
