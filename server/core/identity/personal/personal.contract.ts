// Personal data on the wire: the export of one's own, erasure, and how long things are kept.
import Type from 'typebox'
import { Id, route } from '../../contract.ts'
import { retentionBounds, retentionRules } from './retention.terms.ts'

const tag = 'personal data'
const Reason = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000 }) }, { additionalProperties: false })
const Erased = Type.Object({
  /** What stands for the person from now on. */
  pseudonym: Type.String(),
})

export const exportOwnData = route({
  method: 'GET',
  path: '/api/session/personal-data',
  summary: 'Everything that is kept about oneself, as JSON in a zip',
  tag,
  access: 'session',
  transfer: 'download',
})

export const eraseAccount = route({
  method: 'POST',
  path: '/api/accounts/:id/erasure',
  summary: 'Erase who a person was: name, address, sessions and keys go, what they did stays',
  tag,
  access: 'administrator',
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  body: Reason,
  response: Erased,
})

export const eraseContact = route({
  method: 'POST',
  path: '/api/persons/:id/erasure',
  summary: 'Erase who a contact was, in the contact and wherever records and their history name them',
  tag,
  access: 'administrator',
  params: Type.Object({ id: Id }),
  body: Reason,
  response: Erased,
})

const Rules = Type.Object(
  Object.fromEntries(
    retentionRules.map(rule => {
      const { least, most } = retentionBounds[rule]
      return [rule, Type.Integer({ minimum: least, maximum: most })]
    }),
  ) as Record<(typeof retentionRules)[number], ReturnType<typeof Type.Integer>>,
  { additionalProperties: false },
)

export const getRetention = route({
  method: 'GET',
  path: '/api/retention',
  summary: 'How long things are kept',
  tag,
  access: 'administrator',
  response: Rules,
})

export const changeRetention = route({
  method: 'PUT',
  path: '/api/retention',
  summary: 'Change how long things are kept; the job of the night follows',
  tag,
  access: 'administrator',
  body: Rules,
  response: Rules,
})
