// Who may see, do and change tasks: those whose they are, who asked for them, and who works on the record.
import { type Actor, actsAs, type Reach, reachesNothing } from '#core/identity/actor.ts'
import { all, type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { audits, onlyLooks, type Standing } from './collaboration.policy.ts'

const notVisible: Term = /*i18n*/ {
  id: 'collaboration.policy.task_not_visible',
  message: 'This task is not visible to you.',
}
const notInvolved: Term = /*i18n*/ {
  id: 'collaboration.policy.task_not_involved',
  message: 'Only whose task it is, who asked for it, and those who work on the record may do this.',
}
const nowhere: Term = /*i18n*/ {
  id: 'collaboration.policy.task_nowhere',
  message: 'You have no role yet; ask an administrator for one.',
}

export interface TaskStanding {
  ownerId: string
  createdById: string | null
  /** Null for a task without a record. */
  record: Standing | null
}

export function isInvolved(actor: Actor, { ownerId, createdById }: TaskStanding): boolean {
  const own = actsAs(actor)
  return own.includes(ownerId) || (createdById !== null && own.includes(createdById))
}

/** With a record whoever sees that; without one those two whom it concerns. */
export const canReadTask = (actor: Actor, task: TaskStanding): Decision =>
  when(task.record === null ? isInvolved(actor, task) : task.record.decide(actor).read, notVisible)

/** Finishing, reopening, changing, taking away. */
export const canWorkOnTask = (actor: Actor, task: TaskStanding): Decision =>
  all(
    canReadTask(actor, task),
    when(isInvolved(actor, task) || (task.record?.decide(actor).write ?? false) || actor.administers, notInvolved),
  )

/** A task by itself, for oneself or a colleague; with a record `canTalk` decides. */
export const canCreateTask = (actor: Actor): Decision =>
  all(when(!reachesNothing(actor.reads), nowhere), when(!audits(actor, { homeId: null, unitId: null }), onlyLooks))

const meet = (a: Reach, b: Reach): boolean => {
  if (a === 'everywhere') return !reachesNothing(b)
  return b === 'everywhere' ? !reachesNothing(a) : [...a].some(id => b.has(id))
}

/** Whether two people read in a common place. */
export const areColleagues = (one: Actor, other: Actor): boolean =>
  (one.id !== null && one.id === other.id) || meet(one.reads, other.reads)
