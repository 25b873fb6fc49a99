// Gives tasks, changes them, and takes them away; who gets one must be able to see what it is about.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import type { RecordRef } from '#core/records.ts'
import { TaskDayPassed, TaskEmpty, TaskOwnerMayNotRead } from '../collaboration.errors.ts'
import { canTalk, type Standing } from '../collaboration.policy.ts'
import { cleanText } from '../comment-text.ts'
import { openRecord } from '../open-record.ts'
import { placeOf, taskOf } from '../open-task.ts'
import { TaskChanged, TaskCreated, TaskRemoved } from '../task.events.ts'
import { areColleagues, canCreateTask, canWorkOnTask } from '../task.policy.ts'
import { insertTask, updateTasks } from '../task.store.ts'
import { startWatching } from '../watch.store.ts'
import { instantOf } from './post-comment.ts'

function readText(text: string): string {
  const body = cleanText(text).replace(/\s+/g, ' ')
  if (body === '') throw new Refusal(TaskEmpty, {}, { fields: [{ path: 'text', message: TaskEmpty.text }] })
  return body
}

function checkDay(ctx: ActionContext, day: string | null): void {
  if (day === null || (day >= ctx.today.toString() && day <= ctx.today.add({ years: 10 }).toString())) return
  throw new Refusal(TaskDayPassed, {}, { fields: [{ path: 'dueOn', message: TaskDayPassed.text }] })
}

async function findOwner(ctx: ActionContext, ownerId: string, record: Standing | null): Promise<Actor> {
  const owner = await findActor(ctx.db, ownerId, ctx.today.toString())
  if (owner && (record === null ? areColleagues(ctx.actor, owner) : record.decide(owner).read)) return owner
  throw new Refusal(TaskOwnerMayNotRead, {}, { fields: [{ path: 'ownerId', message: TaskOwnerMayNotRead.text }] })
}

export interface TaskInput {
  text: string
  ownerId: string
  dueOn?: string | null | undefined
  record?: RecordRef | null | undefined
}

export const createTask = defineAction({
  name: 'task.create',
  async run(ctx, input: TaskInput): Promise<{ id: string }> {
    const open = input.record ? await openRecord(ctx.db, ctx.actor, input.record) : null
    ensure(open ? canTalk(ctx.actor, open.record) : canCreateTask(ctx.actor))
    const [body, dueOn] = [readText(input.text), input.dueOn ?? null]
    checkDay(ctx, dueOn)
    const owner = await findOwner(ctx, input.ownerId, open?.record ?? null)
    const [id, at, ref, homeId] = [newId(), instantOf(ctx), open?.ref ?? null, open?.record.homeId ?? null]
    await insertTask(ctx.db, { id, ref, homeId, body, ownerId: owner.id!, dueOn, createdById: ctx.actor.id!, at })
    if (ref) await startWatching(ctx.db, ref, [owner.id!, ctx.actor.id!], at)
    ctx.record(TaskCreated, {
      ...placeOf({ id, ref, homeId }),
      data: { taskId: id, text: body, ownerId: owner.id!, owner: owner.name, dueOn },
    })
    return { id }
  },
})

export interface TaskChangeInput {
  id: string
  text: string
  ownerId: string
  dueOn: string | null
  version: number
}

export const changeTask = defineAction({
  name: 'task.change',
  async run(ctx, input: TaskChangeInput): Promise<void> {
    const { task, standing, place } = found(await taskOf(ctx, input.id))
    ensure(canWorkOnTask(ctx.actor, standing))
    if (task.version !== input.version) throw new Refusal(StaleVersion)
    const body = readText(input.text)
    if (input.dueOn !== task.due_on) checkDay(ctx, input.dueOn)
    const owner =
      input.ownerId === task.owner_id
        ? { id: task.owner_id, name: task.owner }
        : await findOwner(ctx, input.ownerId, standing.record)
    if (body === task.body && input.dueOn === task.due_on && owner.id === task.owner_id) return ctx.unchanged()
    await updateTasks(ctx.db, [task.id], { body, owner_id: owner.id!, due_on: input.dueOn })
    if (place.ref) await startWatching(ctx.db, place.ref, [owner.id!], instantOf(ctx))
    ctx.record(TaskChanged, {
      ...placeOf(place),
      data: { taskId: task.id, text: body, ownerId: owner.id!, owner: owner.name },
    })
  },
})

export const removeTask = defineAction({
  name: 'task.remove',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const { task, standing, place } = found(await taskOf(ctx, id))
    ensure(canWorkOnTask(ctx.actor, standing))
    await updateTasks(ctx.db, [task.id], { removed_at: instantOf(ctx) })
    ctx.record(TaskRemoved, { ...placeOf(place), data: { taskId: task.id, text: task.body } })
  },
})
