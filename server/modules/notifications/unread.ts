// Counts what is unread for people, leaving out records that they may not see any more.
import type { Db } from '#core/database/connect.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { findRecords } from '#core/records.ts'
import type { Unread } from './notification.contract.ts'
import { listMarks, listUnread } from './notification.store.ts'
import { unreadLimit } from './notification.terms.ts'

/** For many people with as many queries as for one. */
export async function countUnread(db: Db, actors: readonly Actor[]): Promise<Map<string, Unread>> {
  const ids = actors.map(actor => actor.id!)
  // The mark first: what is added meanwhile raises it again.
  const marks = await listMarks(db, ids)
  const groups = await listUnread(db, ids)
  const records = await findRecords(db, systemActor(), groups)
  const byPerson = Map.groupBy(groups, group => group.userId)
  return new Map(
    actors.map(actor => {
      const seen = (byPerson.get(actor.id!) ?? []).filter(group => records.get(group.id)?.decide(actor).read)
      const count = seen.reduce((sum, group) => sum + group.count, 0)
      return [actor.id!, { count: Math.min(count, unreadLimit + 1), revision: marks.get(actor.id!) ?? 0 }]
    }),
  )
}
