// Refusals of the ledger.
import { declareError, Refusal } from '#core/errors.ts'
import { ledgerInputTerms } from './ledger-input.terms.ts'
import { LedgerInputError } from './ledger-input-error.ts'

export const NotCountable = declareError(
  'ledger.not_countable',
  422,
  /*i18n*/ {
    id: 'ledger.error.not_countable',
    message: 'This cannot be counted as it stands. Check quantity, unit, currency and dates.',
  },
)
export const SameParty = declareError(
  'ledger.same_party',
  422,
  /*i18n*/ {
    id: 'ledger.error.same_party',
    message: 'Both sides are the same organisation. A commitment goes from one to another.',
  },
)
export const RefinesItself = declareError(
  'ledger.refines_itself',
  422,
  /*i18n*/ {
    id: 'ledger.error.refines_itself',
    message: 'A commitment cannot make itself concrete. Choose a wider one.',
  },
)
export const UnknownSource = declareError(
  'ledger.unknown_source',
  422,
  /*i18n*/ {
    id: 'ledger.error.unknown_source',
    message: 'The agreement that this belongs to does not exist, or you may not see it.',
  },
)
export const UnknownCommitment = declareError(
  'ledger.unknown_commitment',
  422,
  /*i18n*/ {
    id: 'ledger.error.unknown_commitment',
    message: 'The commitment that this serves does not exist, or you may not see it.',
  },
)
export const NotThisPeriod = declareError(
  'ledger.not_this_period',
  422,
  /*i18n*/ {
    id: 'ledger.error.not_this_period',
    message: 'No period of this commitment begins on that day.',
  },
)
export const EvidenceMissing = declareError(
  'ledger.evidence_missing',
  422,
  /*i18n*/ {
    id: 'ledger.error.evidence_missing',
    message: 'Give a file, a link or a note, so that others can check it.',
  },
)
export const OwnerOutside = declareError(
  'ledger.home_not_party',
  422,
  /*i18n*/ {
    id: 'ledger.error.home_not_party',
    message: 'One of the two sides must be the home organisation or a unit of it.',
  },
)

/** Turns an arithmetic refusal into one that a person can act on. */
export function asRefusal(error: unknown): never {
  if (error instanceof LedgerInputError)
    throw new Refusal(NotCountable, {}, { fields: [{ path: pathOf[error.field] ?? error.field, ...said(error) }] })
  throw error
}

const said = ({ code, values }: LedgerInputError) => ({ message: ledgerInputTerms[code], values })

/** Fields of a line by the names they have on the wire. */
const pathOf: Readonly<Record<string, string>> = { baseQuantity: 'quantity', startOn: 'startsOn', endOn: 'endsOn' }
