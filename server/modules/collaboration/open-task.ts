// A task with the record that it is about, if the reader may see it.
import type { ActionContext } from '#core/actions.ts'
import type { Db } from '#core/database/connect.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { findRecord, findRecords, type RecordAccess, type RecordRef } from '#core/records.ts'
import { canReadTask, type TaskStanding } from './task.policy.ts'
import { findTask, lockTask, type StoredTask } from './task.store.ts'

/** Where the events of a task stand. */
export interface TaskPlace {
  id: string
  ref: RecordRef | null
  homeId: string | null
}

export interface OpenTask {
  task: StoredTask
  standing: TaskStanding
  place: TaskPlace
}

export const refOf = ({ subject, subject_id }: Pick<StoredTask, 'subject' | 'subject_id'>): RecordRef | null =>
  subject === null || subject_id === null ? null : { subject, id: subject_id }

export const placeOf = ({ id, ref, homeId }: TaskPlace) => ({
  ...{ subjectType: ref?.subject ?? 'task', subjectId: ref?.id ?? id, homeId },
})

export const standingOf = (task: StoredTask, record: RecordAccess | null): TaskStanding => ({
  ...{ ownerId: task.owner_id, createdById: task.created_by_id, record },
})

const opened = (task: StoredTask, record: RecordAccess | null): OpenTask => ({
  task,
  standing: standingOf(task, record),
  place: { id: task.id, ref: refOf(task), homeId: task.home_id },
})

async function ifSeen(db: Db, actor: Actor, task: StoredTask | undefined): Promise<OpenTask | undefined> {
  if (!task) return undefined
  const ref = refOf(task)
  const record = ref ? await findRecord(db, actor, ref) : null
  if (record === undefined) return undefined
  const open = opened(task, record)
  return canReadTask(actor, open.standing).allowed ? open : undefined
}

/** One task, locked; undefined when there is none for the actor. */
export const taskOf = async ({ db, actor }: ActionContext, id: string): Promise<OpenTask | undefined> =>
  ifSeen(db, actor, await lockTask(db, id))

export const seenTask = async (db: Db, actor: Actor, id: string): Promise<OpenTask | undefined> =>
  ifSeen(db, actor, await findTask(db, id))

/** Records of tasks as the installation sees them, by id. */
export const recordsOfTasks = (db: Db, tasks: readonly StoredTask[]): Promise<Map<string, RecordAccess>> =>
  findRecords(
    db,
    systemActor(),
    tasks.flatMap(task => refOf(task) ?? []),
  )
