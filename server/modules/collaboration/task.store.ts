// Keeps tasks and finds those of a record or of a person.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { RecordRef } from '#core/records.ts'

export interface StoredTask {
  id: string
  subject: string | null
  subject_id: string | null
  home_id: string | null
  body: string
  owner_id: string
  owner: string
  due_on: string | null
  created_by_id: string | null
  asked_by: string | null
  created_at: string
  done_at: string | null
  done_by: string | null
  version: number
}

const tasks = (db: Db) =>
  db
    .selectFrom('task as k')
    .innerJoin('auth_user as o', 'o.id', 'k.owner_id')
    .leftJoin('auth_user as c', 'c.id', 'k.created_by_id')
    .leftJoin('auth_user as d', 'd.id', 'k.done_by_id')
    .select(['k.id', 'k.subject', 'k.subject_id', 'k.home_id', 'k.body', 'k.owner_id', 'o.name as owner', 'k.due_on'])
    .select(['k.created_by_id', 'c.name as asked_by', 'k.created_at', 'k.done_at', 'd.name as done_by', 'k.version'])
    .where('k.removed_at', 'is', null)

/** Of what is done only the last is shown. */
const shownDone = 20

/** The open ones by their day, those without one last; then those done last. */
export async function listTasksAbout(db: Db, ids: readonly string[]): Promise<StoredTask[]> {
  const about = tasks(db).where('k.subject_id', 'in', ids)
  const open = await about.where('k.done_at', 'is', null).orderBy(sql`k.due_on nulls last`).orderBy('k.id').execute()
  const done = await about.where('k.done_at', 'is not', null).orderBy('k.done_at', 'desc').limit(shownDone).execute()
  return [...open, ...done]
}

export async function countOpenTasks(db: Db, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .select(sql<number>`count(*)`.as('count'))
    .where('subject_id', 'in', ids)
    .where('done_at', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const findTask = (db: Db, id: string): Promise<StoredTask | undefined> =>
  tasks(db).where('k.id', '=', id).executeTakeFirst()

/** The same, locked until the end of the transaction. */
export const lockTask = (db: Db, id: string): Promise<StoredTask | undefined> =>
  tasks(db).where('k.id', '=', id).forUpdate('k').executeTakeFirst()

/** What somebody has to do, by its day. */
export const listOpenTasksOf = (db: Db, ownerId: string): Promise<StoredTask[]> =>
  tasks(db)
    .where('k.owner_id', '=', ownerId)
    .where('k.done_at', 'is', null)
    .orderBy(sql`k.due_on nulls last`)
    .orderBy('k.id')
    .execute()

export const listTasksByIds = (db: Db, ids: readonly string[]): Promise<StoredTask[]> =>
  ids.length === 0 ? Promise.resolve([]) : tasks(db).where('k.id', 'in', ids).forUpdate('k').execute()

export interface NewTask {
  id: string
  ref: RecordRef | null
  homeId: string | null
  body: string
  ownerId: string
  dueOn: string | null
  createdById: string
  at: string
}

export async function insertTask(db: Db, one: NewTask): Promise<void> {
  await db
    .insertInto('task')
    .values({
      ...{ id: one.id, subject: one.ref?.subject ?? null, subject_id: one.ref?.id ?? null, home_id: one.homeId },
      ...{ body: one.body, owner_id: one.ownerId, due_on: one.dueOn },
      ...{ created_by_id: one.createdById, created_at: one.at },
    })
    .execute()
}

interface TaskChange {
  body?: string
  owner_id?: string
  due_on?: string | null
  done_at?: string | null
  done_by_id?: string | null
  removed_at?: string
}

export async function updateTasks(db: Db, ids: readonly string[], change: TaskChange): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('task')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}
