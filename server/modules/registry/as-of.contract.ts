// An organisation as it stood on a day or beside an event, and what of it is different today.
import type { Static } from 'typebox'
import Type from 'typebox'
import { AsOf, AsOfQuery, Difference } from '#core/as-of.contract.ts'
import { Id, route } from '#core/contract.ts'
import { Organisation } from './organisation.contract.ts'

export const OrganisationAsOf = Type.Object({
  asOf: AsOf,
  /** As it was then, without contacts; nothing in it may be changed. */
  organisation: Organisation,
  /** Fields that say something else today. */
  differences: Type.Array(Difference),
})
export type OrganisationAsOf = Static<typeof OrganisationAsOf>

export const getOrganisationAsOf = route({
  method: 'GET',
  path: '/api/organisations/:id/as-of',
  summary: 'An organisation as it stood at the end of a day, or before or after an event of its history',
  tag: 'registry',
  access: 'session',
  params: Type.Object({ id: Id }),
  query: AsOfQuery,
  response: OrganisationAsOf,
})
