// An agreement as it stood on a day or beside an event: the whole record, its promises and deeds, and what differs today.
import type { Static } from 'typebox'
import Type from 'typebox'
import { AsOf, AsOfQuery, Difference } from '#core/as-of.contract.ts'
import { Id, route } from '#core/contract.ts'
import { CommitmentView, EntryView, FulfilmentSummary } from '#modules/ledger/ledger.contract.ts'
import { AgreementView } from './agreement.contract.ts'

export const AgreementAsOf = Type.Object({
  asOf: AsOf,
  /** Judged on that day by what was known then; without steps, and nothing in it may be changed. */
  agreement: AgreementView,
  commitments: Type.Array(CommitmentView),
  summary: FulfilmentSummary,
  /** The latest deeds that had been posted by then. */
  entries: Type.Array(EntryView),
  entryCount: Type.Integer(),
  /** Fields that say something else today. */
  differences: Type.Array(Difference),
  /** Files, commitments and entries of these that say something else today or are not there any more. */
  changedSince: Type.Array(Id),
  /** How many came since. */
  addedSince: Type.Object({ files: Type.Integer(), commitments: Type.Integer(), entries: Type.Integer() }),
})
export type AgreementAsOf = Static<typeof AgreementAsOf>

export const getAgreementAsOf = route({
  method: 'GET',
  path: '/api/agreements/:id/as-of',
  summary: 'An agreement as it stood at the end of a day, or before or after an event of its timeline',
  tag: 'agreements',
  access: 'session',
  params: Type.Object({ id: Id }),
  query: AsOfQuery,
  response: AgreementAsOf,
})
