// Tasks on the wire: what is to be done, by whom, until when, about which record.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, IsoDate, Nullable, route } from '#core/contract.ts'
import { PersonChoice, RecordParams } from './comment.contract.ts'

const tag = 'collaboration'

export const TaskView = Type.Object({
  id: Id,
  text: Type.String(),
  owner: PersonChoice,
  dueOn: Nullable(IsoDate),
  /** The day has passed and it is open. */
  isLate: Type.Boolean(),
  askedBy: Nullable(Type.String()),
  createdAt: Instant,
  done: Nullable(Type.Object({ by: Nullable(Type.String()), at: Instant })),
  version: Type.Integer(),
  abilities: Abilities,
})
export type TaskView = Static<typeof TaskView>

const Text = Type.String({ minLength: 1, maxLength: 1000 })
const PersonId = Type.String({ minLength: 1, maxLength: 64 })
const TaskParams = Type.Object({ id: Id })

export const listTasks = route({
  method: 'GET',
  path: '/api/records/:subject/:id/tasks',
  summary: 'Tasks about a record: the open ones by day, then those done last',
  tag,
  access: 'session',
  params: RecordParams,
  response: Type.Object({ items: Type.Array(TaskView), abilities: Abilities }),
})

export const getTask = route({
  method: 'GET',
  path: '/api/tasks/:id',
  summary: 'One task',
  tag,
  access: 'session',
  params: TaskParams,
  response: TaskView,
})

export const listTaskOwners = route({
  method: 'GET',
  path: '/api/task-owners',
  summary: 'People who work where the reader works: to whom a task without a record can be given',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(PersonChoice) }),
})

export const createTask = route({
  method: 'POST',
  path: '/api/tasks',
  summary: 'Give somebody, or oneself, a task, about a record or by itself',
  tag,
  access: 'session',
  body: Type.Object(
    {
      text: Text,
      ownerId: PersonId,
      dueOn: Type.Optional(Nullable(IsoDate)),
      record: Type.Optional(Nullable(RecordParams)),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ id: Id }),
})

export const changeTask = route({
  method: 'PATCH',
  path: '/api/tasks/:id',
  summary: 'Change what a task says, whose it is and until when',
  tag,
  access: 'session',
  params: TaskParams,
  body: Type.Object(
    { text: Text, ownerId: PersonId, dueOn: Nullable(IsoDate), version: Type.Integer() },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const finishTask = route({
  method: 'PUT',
  path: '/api/tasks/:id/done',
  summary: 'Say that a task is done',
  tag,
  access: 'session',
  params: TaskParams,
  response: Type.Object({}),
})

export const reopenTask = route({
  method: 'DELETE',
  path: '/api/tasks/:id/done',
  summary: 'Say that a task is not done after all',
  tag,
  access: 'session',
  params: TaskParams,
  response: Type.Object({}),
})

export const removeTask = route({
  method: 'DELETE',
  path: '/api/tasks/:id',
  summary: 'Take a task away',
  tag,
  access: 'session',
  params: TaskParams,
  response: Type.Object({}),
})
