// Says that a task is done, or that it is not after all.
import { defineAction } from '#core/actions.ts'
import { ensure, found } from '#core/policy.ts'
import { placeOf, taskOf } from '../open-task.ts'
import { TaskDone, TaskReopened } from '../task.events.ts'
import { canWorkOnTask } from '../task.policy.ts'
import { updateTasks } from '../task.store.ts'
import { instantOf } from './post-comment.ts'

export const finishTask = defineAction({
  name: 'task.finish',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const { task, standing, place } = found(await taskOf(ctx, id))
    ensure(canWorkOnTask(ctx.actor, standing))
    if (task.done_at !== null) return ctx.unchanged()
    await updateTasks(ctx.db, [id], { done_at: instantOf(ctx), done_by_id: ctx.actor.id })
    ctx.record(TaskDone, {
      ...placeOf(place),
      data: { taskId: id, text: task.body, ownerId: task.owner_id, askedById: task.created_by_id },
    })
  },
})

export const reopenTask = defineAction({
  name: 'task.reopen',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const { task, standing, place } = found(await taskOf(ctx, id))
    ensure(canWorkOnTask(ctx.actor, standing))
    if (task.done_at === null) return ctx.unchanged()
    await updateTasks(ctx.db, [id], { done_at: null, done_by_id: null })
    ctx.record(TaskReopened, { ...placeOf(place), data: { taskId: id, text: task.body, ownerId: task.owner_id } })
  },
})
