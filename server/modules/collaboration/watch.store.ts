// Keeps who watches which record; what a person chose themselves is never overruled by what happens.
import type { Db } from '#core/database/connect.ts'
import { systemActor } from '#core/identity/actor.ts'
import { findRecords, type RecordRef } from '#core/records.ts'

export type WatchState = 'watching' | 'unwatched'

interface WatchRow {
  subject_id: string
  user_id: string
  state: string
}

async function listWatches(db: Db, ids: readonly string[]): Promise<WatchRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('record_watch')
    .select(['subject_id', 'user_id', 'state'])
    .where('subject_id', 'in', [...new Set(ids)])
    .orderBy('user_id')
    .execute()
}

/**
 * Ids of the people who watch each record, by record id: who chose to or took part, and its owner unless they stopped.
 * Whether one of them may still see the record is asked again by whoever tells them something (core/records.ts).
 */
export async function watchersOf(db: Db, refs: readonly RecordRef[]): Promise<Map<string, string[]>> {
  const rows = Map.groupBy(
    await listWatches(
      db,
      refs.map(ref => ref.id),
    ),
    row => row.subject_id,
  )
  const records = await findRecords(db, systemActor(), refs)
  const watchers = new Map<string, string[]>()
  for (const { id } of refs) {
    const chosen = rows.get(id) ?? []
    const people = new Set(chosen.filter(row => row.state === 'watching').map(row => row.user_id))
    const owner = records.get(id)?.ownerId
    if (owner && !chosen.some(row => row.user_id === owner)) people.add(owner)
    watchers.set(id, [...people].sort())
  }
  return watchers
}

/** What a person chose or what followed from taking part; undefined when neither. */
export async function findWatch(db: Db, subjectId: string, userId: string): Promise<WatchState | undefined> {
  const row = await db
    .selectFrom('record_watch')
    .select('state')
    .where('subject_id', '=', subjectId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.state as WatchState | undefined
}

export async function putWatch(db: Db, ref: RecordRef, userId: string, state: WatchState, at: string): Promise<void> {
  await db
    .insertInto('record_watch')
    .values({ subject: ref.subject, subject_id: ref.id, user_id: userId, state, since: at })
    .onConflict(conflict => conflict.columns(['subject_id', 'user_id']).doUpdateSet({ state, since: at }))
    .execute()
}

/** People who take part in a record watch it from now on, unless they once chose not to. */
export async function startWatching(db: Db, ref: RecordRef, userIds: readonly string[], at: string): Promise<void> {
  const people = [...new Set(userIds)]
  if (people.length === 0) return
  await db
    .insertInto('record_watch')
    .values(
      people.map(user_id => ({
        ...{ subject: ref.subject, subject_id: ref.id, user_id },
        ...{ state: 'watching', since: at },
      })),
    )
    .onConflict(conflict => conflict.columns(['subject_id', 'user_id']).doNothing())
    .execute()
}
