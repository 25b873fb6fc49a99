// Coded refusals of naming readers.
import { declareError } from '#core/errors.ts'

export const ReaderUnknown = declareError(
  'agreement.reader_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.reader_unknown',
    message: 'This person cannot be named: the account is closed, or no role holds today.',
  },
)
export const LastReader = declareError(
  'agreement.last_reader',
  409,
  /*i18n*/ {
    id: 'agreements.error.last_reader',
    message:
      'Nobody would be left who can look after this agreement. Name somebody else who may change it, or give it an owner, first.',
  },
)
