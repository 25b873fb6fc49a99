// Reminder rules on the wire: how many days before which dates whom, in all homes or in one, and what that brings.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, route } from '#core/contract.ts'
import { dateKinds, longestAhead, remindedGroups } from './reminder.terms.ts'

const place = { tag: 'reminders', access: 'administrator' } as const

const Days = Type.Array(Type.Integer({ minimum: 0, maximum: longestAhead }), { maxItems: 8, uniqueItems: true })

export const ReminderRuleView = Type.Object({
  kind: OneOf(dateKinds),
  days: Days,
  who: Type.Array(OneOf(remindedGroups)),
  /** Set here, and not taken from all homes or from what is usual. */
  isOwn: Type.Boolean(),
  /** Null for the usual rule. */
  setBy: Nullable(Type.String()),
  setAt: Nullable(Instant),
  /** Reminders in the coming 90 days. */
  coming: Type.Integer(),
})
export type ReminderRuleView = Static<typeof ReminderRuleView>

export const listReminderRules = route({
  ...place,
  method: 'GET',
  path: '/api/reminder-rules',
  summary: 'The rules that hold in all homes, or in one, with how many reminders they bring in the coming 90 days',
  query: Type.Object({ homeId: Type.Optional(Id) }),
  response: Type.Object({
    items: Type.Array(ReminderRuleView),
    homes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  }),
})

export const tryReminderRule = route({
  ...place,
  method: 'GET',
  path: '/api/reminder-rules/effect',
  summary: 'How many reminders a rule would bring in the coming 90 days',
  query: Type.Object({ homeId: Type.Optional(Id), kind: OneOf(dateKinds), days: Type.Optional(Days) }),
  response: Type.Object({ coming: Type.Integer() }),
})

export const setReminderRule = route({
  ...place,
  method: 'PUT',
  path: '/api/reminder-rules/:kind',
  summary: 'Set a rule for all homes or for one; no days mean no reminders',
  params: Type.Object({ kind: OneOf(dateKinds) }),
  body: Type.Object(
    {
      homeId: Nullable(Id),
      days: Days,
      who: Type.Array(OneOf(remindedGroups), { minItems: 1, maxItems: 3, uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const resetReminderRule = route({
  ...place,
  method: 'DELETE',
  path: '/api/reminder-rules/:kind',
  summary: 'Drop a rule: a home follows all homes again, all homes what is usual',
  params: Type.Object({ kind: OneOf(dateKinds) }),
  body: Type.Object({ homeId: Nullable(Id) }, { additionalProperties: false }),
  response: Type.Object({}),
})
