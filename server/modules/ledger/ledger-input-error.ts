// The one refusal of the ledger's arithmetic: input that no sum can be made of, told in a sentence that names the field.
import { type LedgerInputCode, ledgerInputTerms } from '#modules/ledger/ledger-input.terms.ts'

/** Thrown for input that cannot be counted. `code` is stable and names the sentence, `field` names the property. */
export class LedgerInputError extends RangeError {
  readonly code: LedgerInputCode
  readonly field: string
  readonly values: Record<string, unknown>

  constructor(code: LedgerInputCode, field: string, values: Record<string, unknown> = {}) {
    const shown = Object.keys(values).length > 0 ? ` ${JSON.stringify(values)}` : ''
    super(`${field}: ${ledgerInputTerms[code].message}${shown}`)
    this.name = 'LedgerInputError'
    this.code = code
    this.field = field
    this.values = values
  }
}
