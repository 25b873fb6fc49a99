// The name index of this process: built from the database when first needed, kept fresh, let go when nobody asks.
import type { Db } from '#core/database/connect.ts'
import { listDecisionsOf } from './decision.store.ts'
import { OrganisationIndex } from './resolution/organisation-index.ts'
import type { ResolveHints } from './resolution/query.ts'
import { type Resolution, resolve } from './resolution/resolve.ts'
import { type IndexedRecord, readChanges, readRecords } from './resolver.store.ts'

/** The index is let go after this time without a question. */
const idleMs = 10 * 60_000
/** Changes are read from a little before the newest known one: a slow transaction commits late with an early time. */
const overlapMs = 2 * 60_000

interface KeptIndex {
  index: OrganisationIndex
  /** Moment of the newest change in the index. */
  newest: string
  /** Changes that the overlap will read again, by id. */
  recent: Map<string, string>
}

interface Slot {
  work: Promise<KeptIndex>
  timer: NodeJS.Timeout
}

const slots = new WeakMap<object, Slot>()

/** The index over all organisations of a database; the same one for everybody in this process. */
export async function loadIndex(db: Db): Promise<OrganisationIndex> {
  const before = slots.get(db)
  clearTimeout(before?.timer)
  const work = before ? before.work.then(kept => refresh(db, kept)).catch(() => build(db)) : build(db)
  const timer = setTimeout(() => slots.delete(db), idleMs)
  timer.unref()
  slots.set(db, { work, timer })
  try {
    return (await work).index
  } catch (error) {
    if (slots.get(db)?.work === work) releaseIndex(db)
    throw error
  }
}

/** Lets the index of a database go. */
export function releaseIndex(db: Db): void {
  clearTimeout(slots.get(db)?.timer)
  slots.delete(db)
}

async function build(db: Db): Promise<KeptIndex> {
  const kept: KeptIndex = { index: new OrganisationIndex(), newest: '0001-01-01 00:00:00', recent: new Map() }
  for await (const page of readRecords(db)) for (const one of page) take(kept, one)
  forgetOld(kept)
  return kept
}

function take(kept: KeptIndex, { record, touched }: IndexedRecord): void {
  kept.index.add(record)
  kept.recent.set(record.id, touched)
  if (touched > kept.newest) kept.newest = touched
}

const overlapStart = (kept: KeptIndex): string =>
  new Date(Math.max(0, Date.parse(`${kept.newest.replace(' ', 'T')}Z`) - overlapMs))
    .toISOString()
    .replace('T', ' ')
    .slice(0, 19)

function forgetOld(kept: KeptIndex): void {
  const start = overlapStart(kept)
  for (const [id, touched] of kept.recent) if (touched < start) kept.recent.delete(id)
}

async function refresh(db: Db, kept: KeptIndex): Promise<KeptIndex> {
  const changes = await readChanges(db, overlapStart(kept))
  const fresh = changes.records.filter(one => kept.recent.get(one.record.id) !== one.touched)
  if (changes.tooMany && fresh.length === 0 && changes.count === kept.index.size && kept.recent.size > 0)
    return rebuildWhenStale(db, kept)
  if (changes.tooMany) return build(db)
  for (const id of changes.merged) kept.index.remove(id)
  for (const one of fresh) take(kept, one)
  forgetOld(kept)
  // Rows that vanished (an import taken back) leave no trace of time.
  return kept.index.size === changes.count ? kept : build(db)
}

/** So many organisations changed just before the index was built that only a count of them is compared. */
async function rebuildWhenStale(db: Db, kept: KeptIndex): Promise<KeptIndex> {
  const later = await readChanges(db, kept.newest)
  const fresh = later.records.filter(one => kept.recent.get(one.record.id) !== one.touched)
  if (later.tooMany) return build(db)
  for (const id of later.merged) kept.index.remove(id)
  for (const one of fresh) take(kept, one)
  return kept
}

/** Resolves texts against the registry, with what people of a home organisation decided before. */
export interface OrganisationResolver {
  index: OrganisationIndex
  resolve(text: string, hints?: ResolveHints): Resolution
}

/** Opens a resolver; decisions of the home organisation are read once. */
export async function openResolver(services: { db: Db }, homeId: string | null): Promise<OrganisationResolver> {
  const index = await loadIndex(services.db)
  const decided = homeId === null ? new Map<string, string>() : await listDecisionsOf(services.db, homeId)
  const decisions = (folded: string, country: string | undefined) =>
    (country === undefined ? undefined : decided.get(`${folded}\n${country}`)) ?? decided.get(`${folded}\n`)
  return { index, resolve: (text, hints = {}) => resolve(index, text, hints, { decisions }) }
}

/** Resolves many texts, giving way to other work in between. */
export async function resolveMany(
  services: { db: Db },
  homeId: string | null,
  items: readonly { text: string; hints?: ResolveHints }[],
): Promise<Resolution[]> {
  const resolver = await openResolver(services, homeId)
  const results: Resolution[] = []
  for (const { text, hints } of items) {
    results.push(resolver.resolve(text, hints))
    if (results.length % 50 === 0) await new Promise(setImmediate)
  }
  return results
}
