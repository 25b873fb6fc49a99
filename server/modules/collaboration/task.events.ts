// What is recorded of tasks: on the timeline of their record, or of the task where there is none.
import Type from 'typebox'
import { Id, IsoDate, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'task'
const Task = { taskId: Id, text: Type.String() }
const Owner = { ownerId: Type.String(), owner: Type.String() }

export const TaskCreated = defineEvent({
  type: 'task.created',
  subject,
  personal: { others: ['owner'] },
  data: Type.Object({ ...Task, ...Owner, dueOn: Nullable(IsoDate) }),
  text: /*i18n*/ { id: 'collaboration.event.task_created', message: '{actor} added a task for {owner}: {text}' },
})
export const TaskChanged = defineEvent({
  type: 'task.changed',
  subject,
  personal: { others: ['owner'] },
  data: Type.Object({ ...Task, ...Owner }),
  text: /*i18n*/ { id: 'collaboration.event.task_changed', message: '{actor} changed the task of {owner}: {text}' },
})
export const TaskDone = defineEvent({
  type: 'task.done',
  subject,
  /** `ownerId` and `askedById`: for whom it is news. */
  data: Type.Object({ ...Task, ownerId: Type.String(), askedById: Nullable(Type.String()) }),
  text: /*i18n*/ { id: 'collaboration.event.task_done', message: '{actor} finished the task: {text}' },
})
export const TaskReopened = defineEvent({
  type: 'task.reopened',
  subject,
  data: Type.Object({ ...Task, ownerId: Type.String() }),
  text: /*i18n*/ { id: 'collaboration.event.task_reopened', message: '{actor} reopened the task: {text}' },
})
export const TaskRemoved = defineEvent({
  type: 'task.removed',
  subject,
  data: Type.Object(Task),
  text: /*i18n*/ { id: 'collaboration.event.task_removed', message: '{actor} removed the task: {text}' },
})
