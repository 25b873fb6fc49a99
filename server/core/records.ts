// Records of all modules under one roof: what a reader may see of them, for comments, tasks, links, search and explanations.
import type { LocalisedText } from './contract.ts'
import type { Db } from './database/connect.ts'
import type { Actor } from './identity/actor.ts'
import type { Readers } from './identity/confided.ts'
import type { Term } from './terms.ts'

export interface RecordRef {
  /** `agreement`, `organisation`, …: the subject of its events. */
  subject: string
  id: string
}

/** A record as other rooms name it, with how each person stands to it. */
export interface RecordAccess extends RecordRef {
  title: LocalisedText
  /** A number or code that people know it by. */
  number: string | null
  /** Its page. */
  path: string
  /** The home organisation whose case it is; null for what is common to all of them. */
  homeId: string | null
  unitId: string | null
  confidential: boolean
  /** Whose it is; they see it even where their role alone would not do. */
  ownerId: string | null
  /** The people to whom it is confided, where confidential things can be. */
  readers?: Readers
  /** What a person may do; decided by the policies of the module. */
  decide(actor: Actor): { read: boolean; write: boolean; conclude: boolean }
}

export interface RecordKind {
  subject: string
  /** What such a record is called, in the singular. */
  term: Term
  /** Those of the ids that `reader` may see; one query for all of them, in no order. */
  findAll(db: Db, reader: Actor, ids: readonly string[]): Promise<RecordAccess[]>
  /** How many confidential ones are confided to people by name. */
  countConfided?(db: Db, personIds: readonly string[]): Promise<number>
}

const kinds = new Map<string, RecordKind>()

export function declareRecords(declared: readonly RecordKind[]): void {
  for (const kind of declared) kinds.set(kind.subject, kind)
}

export const recordKind = (subject: string): RecordKind | undefined => kinds.get(subject)
export const recordKinds = (): readonly RecordKind[] => [...kinds.values()]

/** One record as `reader` sees it; undefined when there is none for them. */
export async function findRecord(db: Db, reader: Actor, { subject, id }: RecordRef): Promise<RecordAccess | undefined> {
  return (await recordKind(subject)?.findAll(db, reader, [id]))?.[0]
}

/** Those of the records that `reader` may see, by id; one query for each kind. */
export async function findRecords(
  db: Db,
  reader: Actor,
  refs: readonly RecordRef[],
): Promise<Map<string, RecordAccess>> {
  const found = new Map<string, RecordAccess>()
  for (const [subject, group] of Map.groupBy(refs, ref => ref.subject)) {
    const ids = [...new Set(group.map(ref => ref.id))]
    for (const record of (await recordKind(subject)?.findAll(db, reader, ids)) ?? []) found.set(record.id, record)
  }
  return found
}
