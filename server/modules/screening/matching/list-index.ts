// The names of the lists in use, in the memory of this process: built once, kept in step with each new version.
import type { Db } from '#core/database/connect.ts'
import { matchParty, PartyList, type PartyMatch } from '#modules/registry/index.ts'
import { type ActiveList, type EntryNames, listActive, readChangedNames, readNames } from '../list.store.ts'

/** Let go after this time without a question. */
const idleMs = 30 * 60_000
/** Former entries that may lie in the index before it is built anew. */
const mostStale = 0.2

interface KeptList {
  versionId: string
  number: number
  names: PartyList
  /** Hash of each entry that counts; the others in the index are passed over. */
  hashes: Map<string, string>
  stale: number
}

interface Slot {
  lists: Map<string, Promise<KeptList>>
  timer: NodeJS.Timeout
}

const slots = new WeakMap<object, Slot>()

const keyOf = (one: Pick<EntryNames, 'id' | 'hash'>): string => `${one.id} ${one.hash}`

function take(kept: KeptList, { id, kind, names, hash }: EntryNames): void {
  if (kept.hashes.get(id) === hash) return
  if (kept.hashes.has(id)) kept.stale += 1
  kept.hashes.set(id, hash)
  kept.names.addParty({ id: keyOf({ id, hash }), kind: kind === 'person' ? 'person' : 'organisation', names })
}

async function build(db: Db, list: ActiveList): Promise<KeptList> {
  const kept: KeptList = { ...list, names: new PartyList([]), hashes: new Map(), stale: 0 }
  for await (const page of readNames(db, list.id)) {
    for (const one of page) take(kept, one)
    // Others are served in between.
    await new Promise(setImmediate)
  }
  return kept
}

async function follow(db: Db, list: ActiveList, kept: KeptList): Promise<KeptList> {
  if (kept.versionId === list.versionId) return kept
  const { changed, gone } = await readChangedNames(db, list.id, kept.number)
  for (const one of changed) take(kept, one)
  for (const id of gone) if (kept.hashes.delete(id)) kept.stale += 1
  kept.versionId = list.versionId
  kept.number = list.number
  return kept.stale > kept.hashes.size * mostStale ? build(db, list) : kept
}

function slotOf(owner: object): Slot {
  const slot = slots.get(owner) ?? { lists: new Map(), timer: setTimeout(() => {}, 0) }
  clearTimeout(slot.timer)
  slot.timer = setTimeout(() => slots.delete(owner), idleMs)
  slot.timer.unref()
  slots.set(owner, slot)
  return slot
}

export interface LoadedList extends ActiveList {
  /** Entries of which a name is alike, most alike first. */
  match(name: string): { entryId: string; match: PartyMatch }[]
}

/** The lists in use, in their present versions. `owner`: what the index lives as long as. */
export async function loadLists(owner: object, db: Db): Promise<LoadedList[]> {
  const active = await listActive(db)
  const slot = slotOf(owner)
  for (const id of slot.lists.keys()) if (!active.some(list => list.id === id)) slot.lists.delete(id)
  const loaded: LoadedList[] = []
  for (const list of active) {
    const before = slot.lists.get(list.id)
    const work = before ? before.then(kept => follow(db, list, kept)) : build(db, list)
    slot.lists.set(list.id, work)
    try {
      loaded.push(askable(list, await work))
    } catch (error) {
      slot.lists.delete(list.id)
      throw error
    }
  }
  return loaded
}

const askable = (list: ActiveList, kept: KeptList): LoadedList => ({
  ...list,
  match: name =>
    matchParty(name, kept.names).flatMap(match => {
      const [entryId, hash] = match.id.split(' ') as [string, string]
      return kept.hashes.get(entryId) === hash ? [{ entryId, match }] : []
    }),
})
