// Open tasks of a person, and how they pass to another.
import type { Holding } from '#core/identity/people/holdings.ts'
import { namesOfPeople } from './comment.store.ts'
import { placeOf, recordsOfTasks, refOf } from './open-task.ts'
import { TaskChanged } from './task.events.ts'
import { listOpenTasksOf, listTasksByIds, updateTasks } from './task.store.ts'

export const ownedTasks: Holding = {
  name: 'tasks',
  term: /*i18n*/ { id: 'collaboration.held_tasks', message: 'Tasks' },
  async list(db, ownerId) {
    const tasks = await listOpenTasksOf(db, ownerId)
    const records = await recordsOfTasks(db, tasks)
    return tasks.map(task => ({
      ...{ id: task.id, title: { und: task.body }, number: null },
      path: records.get(task.subject_id ?? '')?.path ?? '/',
      isConfidential: task.subject_id !== null && (records.get(task.subject_id)?.confidential ?? true),
    }))
  },
  async handOver(ctx, ids, toId, reason) {
    const tasks = await listTasksByIds(ctx.db, ids)
    const name = (await namesOfPeople(ctx.db, [toId])).get(toId) ?? ''
    await updateTasks(
      ctx.db,
      tasks.map(task => task.id),
      { owner_id: toId },
    )
    for (const task of tasks)
      ctx.record(TaskChanged, {
        ...placeOf({ id: task.id, ref: refOf(task), homeId: task.home_id }),
        reason,
        data: { taskId: task.id, text: task.body, ownerId: toId, owner: name },
      })
  },
}
