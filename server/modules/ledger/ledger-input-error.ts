// The one refusal of the ledger's arithmetic: input that no sum can be made of, told in a sentence that names the field.

/** Thrown for input that cannot be counted. `code` is stable, `field` names the property, `message` says what to do. */
export class LedgerInputError extends RangeError {
  readonly code: string
  readonly field: string

  constructor(code: string, field: string, message: string) {
    super(message)
    this.name = 'LedgerInputError'
    this.code = code
    this.field = field
  }
}
