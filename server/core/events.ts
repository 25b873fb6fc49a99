// Typed events: the audit trail and the domain events are the same append-only rows, chained by hash per home.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import { type Db, json } from './database/connect.ts'
import type { Reach } from './identity/actor.ts'
import { newId } from './ids.ts'
import { isSeal, openSeals, type PersonalValue, sealAll } from './sealed-values.ts'
import type { Term } from './terms.ts'

export interface EventType<T extends string = string, D extends TSchema = TSchema> {
  type: T
  subject: string
  data: D
  /** The sentence of the timeline; `data` gives its values, and `{actor}` the person. */
  text: Term
  /**
   * Fields of `data` and of the changes that tell about persons: the one that the event is about, or others.
   * They are kept under seal, so that they can be erased.
   */
  personal?: { subject?: readonly string[]; others?: readonly string[] }
  /** Words for values of `data` that come from closed lists: `{ kind: kindTerms }`. */
  words?: Readonly<Record<string, Readonly<Record<string, Term>>>>
}

const declared = new Map<string, EventType>()

/** Declares an event type `noun.past_participle`; a type declared twice is a programming error. */
export function defineEvent<T extends string, D extends TSchema>(event: EventType<T, D>): EventType<T, D> {
  if (declared.has(event.type)) throw new Error(`event type declared twice: ${event.type}`)
  declared.set(event.type, event)
  return event
}

export const declaredEvents = (): EventType[] => [...declared.values()].sort((a, b) => (a.type < b.type ? -1 : 1))
export const eventType = (type: string): EventType | undefined => declared.get(type)

/** Old and new value of each changed field. */
export type Changes = Record<string, { from: unknown; to: unknown }>

export interface RecordedEvent {
  id: string
  type: string
  subjectType: string
  subjectId: string
  homeId: string | null
  actorId: string | null
  actorName: string
  onBehalfOf: string | null
  at: string
  requestId: string
  reason: string | null
  data: unknown
  changes: Changes | null
}

export interface EventInput<D> {
  subjectId: string
  /** For events of records of any kind: the kind that it is. */
  subjectType?: string
  homeId?: string | null
  data: D
  changes?: Changes
  reason?: string | null
}

export type Recorder = <T extends string, D extends TSchema>(
  type: EventType<T, D>,
  input: EventInput<Static<D>>,
) => string

/** JSON with sorted keys, so that the same content always has the same hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** The hash of an event: SHA-256 over the hash before it and its own canonical content, in hex. */
export function chainHash(previous: string, position: number, event: RecordedEvent): string {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ position, ...event }))
    .digest('hex')
}

/** Makes changes out of two records: only fields that differ. */
export function changesBetween<T extends object>(before: T, after: Partial<T>): Changes {
  const changes: Changes = {}
  for (const key of Object.keys(after) as (keyof T & string)[])
    if (canonicalJson(before[key]) !== canonicalJson(after[key]))
      changes[key] = { from: before[key] ?? null, to: after[key] ?? null }
  return changes
}

/** Builds an event row; it is written by `appendEvents` at the end of the transaction. */
export function buildEvent(
  type: EventType,
  input: EventInput<unknown>,
  who: { actorId: string | null; actorName: string; onBehalfOf: string | null; requestId: string; at: string },
): RecordedEvent {
  return {
    id: newId(),
    type: type.type,
    subjectType: input.subjectType ?? type.subject,
    subjectId: input.subjectId,
    homeId: input.homeId ?? null,
    ...who,
    reason: input.reason ?? null,
    data: input.data,
    changes: input.changes && Object.keys(input.changes).length > 0 ? input.changes : null,
  }
}

type Visit = (value: unknown, personId: string | null) => unknown

/** The same event with every personal value replaced by what `visit` makes of it. */
function withPersonal(event: RecordedEvent, visit: Visit): RecordedEvent {
  const { actorId, actorName, onBehalfOf, subjectId } = event
  const personal = declared.get(event.type)?.personal
  const made: RecordedEvent = {
    ...event,
    actorName: visit(actorName, actorId) as string,
    onBehalfOf: onBehalfOf === null ? null : (visit(onBehalfOf, null) as string),
  }
  if (!personal) return made
  const owner = new Map<string, string | null>([
    ...(personal.others ?? []).map((key): [string, null] => [key, null]),
    ...(personal.subject ?? []).map((key): [string, string] => [key, subjectId]),
  ])
  const part = (value: unknown, personId: string | null) =>
    value === null || value === undefined ? value : visit(value, personId)
  const each = (fields: Record<string, unknown>, change: (value: unknown, personId: string | null) => unknown) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, owner.has(key) ? change(value, owner.get(key)!) : value]),
    )
  made.data = each((event.data ?? {}) as Record<string, unknown>, part)
  if (event.changes)
    made.changes = each(event.changes, (value, personId) => {
      const { from, to } = value as Changes[string]
      return { from: part(from, personId), to: part(to, personId) }
    }) as Changes
  return made
}

/** Events as they are stored: personal values are kept apart, and their seals stand in their places. */
async function sealEvents(db: Db, events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
  const values: PersonalValue[] = []
  const collect: Visit = (value, personId) => {
    values.push({ personId, value })
    return value
  }
  for (const event of events) withPersonal(event, collect)
  const seals = await sealAll(db, values, canonicalJson)
  let next = 0
  return events.map(event => withPersonal(event, () => seals[next++]))
}

/** The seals that stand in events. */
export function sealsOf(events: readonly RecordedEvent[]): string[] {
  const seals: string[] = []
  const collect: Visit = value => {
    if (isSeal(value)) seals.push(value)
    return value
  }
  for (const event of events) withPersonal(event, collect)
  return seals
}

/** Events as people read them; erased values are empty, and an erased actor has the name of nobody. */
async function openEvents(db: Db, events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
  const { values } = await openSeals(db, sealsOf(events), canonicalJson)
  return events.map(event => withPersonal(event, value => (isSeal(value) ? (values.get(value) ?? erased) : value)))
}

/** What stands where a personal value was erased. */
export const erased = '—'

/** What the first event of a chain follows. */
export const genesis = '0'.repeat(64)

/**
 * Appends events to the chains of their homes. The head row of a chain is locked from here to the commit,
 * which is why actions collect their events and write them last.
 */
export async function appendEvents(db: Db, events: RecordedEvent[]): Promise<void> {
  const chains = Map.groupBy(await sealEvents(db, events), event => event.homeId ?? 'installation')
  for (const [chain, chained] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await db
      .insertInto('event_chain')
      .values({ chain, position: 0, hash: genesis })
      .onConflict(c => c.doNothing())
      .execute()
    const head = await db
      .selectFrom('event_chain')
      .select(['position', 'hash'])
      .where('chain', '=', chain)
      .forUpdate()
      .executeTakeFirstOrThrow()
    let { position, hash } = head
    const rows = chained.map(event => {
      position += 1
      const previous = hash
      hash = chainHash(previous, position, event)
      return { ...event, chain, position, hash }
    })
    for (let start = 0; start < rows.length; start += 1000) await insertEvents(db, rows.slice(start, start + 1000))
    await db.updateTable('event_chain').set({ position, hash }).where('chain', '=', chain).execute()
  }
}

type ChainedEvent = RecordedEvent & { chain: string; position: number; hash: string }

async function insertEvents(db: Db, rows: ChainedEvent[]): Promise<void> {
  await db
    .insertInto('event')
    .values(
      rows.map(row => ({
        id: row.id,
        chain: row.chain,
        position: row.position,
        type: row.type,
        subject_type: row.subjectType,
        subject_id: row.subjectId,
        home_id: row.homeId,
        actor_id: row.actorId,
        actor_name: row.actorName,
        on_behalf_of: row.onBehalfOf,
        at: row.at,
        request_id: row.requestId,
        reason: row.reason,
        data: json(row.data),
        changes: row.changes === null ? null : json(row.changes),
        hash: row.hash,
      })),
    )
    .execute()
}

type EventRow = {
  id: string
  type: string
  subject_type: string
  subject_id: string
  home_id: string | null
  actor_id: string | null
  actor_name: string
  on_behalf_of: string | null
  at: string
  request_id: string
  reason: string | null
  data: unknown
  changes: unknown
}

/** An event as it is stored: with seals where personal values were. */
export const fromRow = (row: EventRow): RecordedEvent => ({
  id: row.id,
  type: row.type,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  homeId: row.home_id,
  actorId: row.actor_id,
  actorName: row.actor_name,
  onBehalfOf: row.on_behalf_of,
  at: row.at,
  requestId: row.request_id,
  reason: row.reason,
  data: row.data,
  changes: row.changes as Changes | null,
})

/** Events of these types only, or of all others. */
export interface TypeFilter {
  types: readonly string[]
  others?: boolean
}

/**
 * The newest events of a set of subjects, for a timeline; those of the types in `ofHomes` only where the reader reads.
 * An event that names in `onlyFor` whom it is for is for these alone: `names` are those by which the reader reads.
 */
export async function listEvents(
  db: Db,
  subjects: { type: string; ids: string[] }[],
  paging: { limit: number; before?: string; only?: TypeFilter | undefined; names?: readonly string[] },
  ofHomes?: { types: readonly string[]; reads: Reach },
): Promise<RecordedEvent[]> {
  if (subjects.every(subject => subject.ids.length === 0)) return []
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where(eb =>
      eb.or(
        subjects
          .filter(subject => subject.ids.length > 0)
          .map(subject => eb.and([eb('subject_type', '=', subject.type), eb('subject_id', 'in', subject.ids)])),
      ),
    )
    .$if(ofHomes !== undefined && ofHomes.reads !== 'everywhere', q =>
      q.where(eb =>
        eb.or([
          eb('type', 'not in', ofHomes!.types),
          eb('home_id', 'is', null),
          eb('home_id', '=', sql<string>`any(${[...(ofHomes!.reads as ReadonlySet<string>)]}::uuid[])`),
        ]),
      ),
    )
    .where(sql<boolean>`(data -> 'onlyFor' is null or data -> 'onlyFor' ?| ${[...(paging.names ?? [])]}::text[])`)
    .$if(paging.only !== undefined, q => q.where('type', paging.only!.others ? 'not in' : 'in', paging.only!.types))
    .$if(paging.before !== undefined, q => q.where('id', '<', paging.before!))
    .orderBy('id', 'desc')
    .limit(paging.limit)
    .execute()
  return openEvents(db, rows.map(fromRow))
}

export async function findEvent(db: Db, id: string): Promise<RecordedEvent | undefined> {
  const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await openEvents(db, [fromRow(row)]))[0]
}

/** Those of the events that there are, oldest first. */
export async function findEvents(db: Db, ids: readonly string[]): Promise<RecordedEvent[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('event').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return openEvents(db, rows.map(fromRow))
}
