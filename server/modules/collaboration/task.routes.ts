// HTTP of tasks.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listActors } from '#core/identity/session.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { found, presentAbilities } from '#core/policy.ts'
import { finishTask, reopenTask } from './actions/finish-task.ts'
import { changeTask, createTask, removeTask } from './actions/write-task.ts'
import { canTalk } from './collaboration.policy.ts'
import { openRecord } from './open-record.ts'
import { seenTask, standingOf } from './open-task.ts'
import * as contract from './task.contract.ts'
import { areColleagues, canWorkOnTask, type TaskStanding } from './task.policy.ts'
import { listTasksAbout, type StoredTask } from './task.store.ts'

function present(
  task: StoredTask,
  standing: TaskStanding,
  { actor, t, today }: { actor: Actor; t: Translator; today: Temporal.PlainDate },
): contract.TaskView {
  const isOpen = task.done_at === null
  return {
    ...{ id: task.id, text: task.body, owner: { id: task.owner_id, name: task.owner }, dueOn: task.due_on },
    isLate: isOpen && task.due_on !== null && task.due_on < today.toString(),
    ...{ askedBy: task.asked_by, createdAt: task.created_at, version: task.version },
    done: task.done_at === null ? null : { by: task.done_by, at: task.done_at },
    abilities: presentAbilities({ work: canWorkOnTask(actor, standing) }, t),
  }
}

export const taskRoutes: RouteRegistration[] = [
  handle(contract.listTasks, async ({ db, actor, t, today, params }) => {
    const { record, ids } = await openRecord(db, actor, params)
    const tasks = await listTasksAbout(db, ids)
    return {
      items: tasks.map(task => present(task, standingOf(task, record), { actor, t, today })),
      abilities: presentAbilities({ create: canTalk(actor, record) }, t),
    }
  }),
  handle(contract.getTask, async ({ db, actor, t, today, params }) => {
    const { task, standing } = found(await seenTask(db, actor, params.id))
    return present(task, standing, { actor, t, today })
  }),
  handle(contract.listTaskOwners, async ({ db, actor, today }) => {
    const people = await listActors(db, today.toString())
    return { items: people.filter(one => areColleagues(actor, one)).map(({ id, name }) => ({ id: id!, name })) }
  }),
  handle(contract.createTask, async ({ body, run }) => run(createTask, body)),
  handle(contract.changeTask, async ({ params, body, run }) => {
    await run(changeTask, { id: params.id, ...body })
    return {}
  }),
  handle(contract.finishTask, async ({ params, run }) => {
    await run(finishTask, params)
    return {}
  }),
  handle(contract.reopenTask, async ({ params, run }) => {
    await run(reopenTask, params)
    return {}
  }),
  handle(contract.removeTask, async ({ params, run }) => {
    await run(removeTask, params)
    return {}
  }),
]
