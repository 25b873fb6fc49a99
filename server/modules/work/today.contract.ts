// Today on the wire: my turns, what is late, what comes up, what waits for others; putting off and giving on.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, IsoDate, Nullable, OneOf, route } from '#core/contract.ts'
import { todayGroups, todayScopes, todaySubjects } from './today.terms.ts'

const tag = 'today'

export const TodayItem = Type.Object({
  group: OneOf(todayGroups),
  subject: OneOf(todaySubjects),
  id: Id,
  /** The agreement it is about; the record to open. */
  agreementId: Nullable(Id),
  number: Nullable(Type.String()),
  title: Type.String(),
  /** What a task is about, where it is not an agreement; of a case its own page. */
  record: Nullable(Type.Object({ title: Type.String(), path: Type.String() })),
  partners: Type.Array(Type.String()),
  /** What a task says. */
  text: Nullable(Type.String()),
  /** State of the agreement on this day, or of the case. */
  state: Nullable(Type.String()),
  /** The state of a case in words. */
  stateLabel: Nullable(Type.String()),
  since: Nullable(Instant),
  /** The day it is due: of the review, of the end of a renewal, or for which a deed was planned. */
  dueOn: Nullable(IsoDate),
  /** The last day of the agreement, after renewals by itself. */
  endsOn: Nullable(IsoDate),
  renewsItself: Type.Boolean(),
  /** Kind of the deed or promise. */
  kind: Nullable(Type.String()),
  quantity: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  currency: Nullable(Type.String()),
  owner: Nullable(Type.String()),
  /** Nobody owns it and nobody was given it. */
  isFree: Type.Boolean(),
  givenBy: Nullable(Type.String()),
  givenTo: Nullable(Type.String()),
  note: Nullable(Type.String()),
  version: Type.Integer(),
  /** The step that can be done from here with one click. */
  step: Nullable(Type.Object({ name: Type.String(), label: Type.String() })),
  abilities: Abilities,
})
export type TodayItem = Static<typeof TodayItem>

export const TodayGroupView = Type.Object({
  group: OneOf(todayGroups),
  /** At most one more than `countLimit`. */
  total: Type.Integer(),
  items: Type.Array(TodayItem),
})

export const getToday = route({
  method: 'GET',
  path: '/api/today',
  summary: 'What the day asks for: late, my turns, deeds to confirm, proposals, what comes up, what waits for others',
  tag,
  access: 'session',
  query: Type.Object({
    scope: Type.Optional(OneOf(todayScopes)),
    /** How many days ahead. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 730, default: 90 })),
    /** Only this group. */
    group: Type.Optional(OneOf(todayGroups)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 8 })),
  }),
  response: Type.Object({
    groups: Type.Array(TodayGroupView),
    /** What the reader has put off. */
    snoozed: Type.Integer(),
    /** Whether there is any agreement that the reader sees. */
    hasAgreements: Type.Boolean(),
  }),
})

export const snoozeItem = route({
  method: 'PUT',
  path: '/api/today/snoozes/:subject/:id',
  summary: 'Put something off until a day; it is gone from my Today until then',
  tag,
  access: 'session',
  params: Type.Object({ subject: OneOf(todaySubjects), id: Id }),
  body: Type.Object({ until: IsoDate }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const wakeItem = route({
  method: 'DELETE',
  path: '/api/today/snoozes/:subject/:id',
  summary: 'Bring back what was put off',
  tag,
  access: 'session',
  params: Type.Object({ subject: OneOf(todaySubjects), id: Id }),
  response: Type.Object({}),
})

export const wakeAll = route({
  method: 'DELETE',
  path: '/api/today/snoozes',
  summary: 'Bring back everything that was put off',
  tag,
  access: 'session',
  response: Type.Object({}),
})

export const listDelegates = route({
  method: 'GET',
  path: '/api/agreements/:id/delegates',
  summary: 'Colleagues who may do what an agreement asks for',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
})

export const delegateTurn = route({
  method: 'PUT',
  path: '/api/agreements/:id/delegation',
  summary: 'Give the turn of an agreement to a colleague, or take it; it holds until the agreement moves on',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    { toId: Type.String({ maxLength: 64 }), note: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))) },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const takeBackTurn = route({
  method: 'DELETE',
  path: '/api/agreements/:id/delegation',
  summary: 'Take back a turn that was given to a colleague',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})
