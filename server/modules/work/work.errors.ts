// Coded refusals of the day.
import { declareError } from '#core/errors.ts'

export const SnoozeDayWrong = declareError(
  'today.snooze_day_wrong',
  422,
  /*i18n*/ {
    id: 'work.error.snooze_day_wrong',
    message: 'Choose a day after today, at most two years ahead.',
  },
)
export const DelegateMayNot = declareError(
  'today.delegate_may_not',
  422,
  /*i18n*/ {
    id: 'work.error.delegate_may_not',
    message: 'This person may not do what the agreement asks for. Choose one of the colleagues in the list.',
  },
)
export const NoTurn = declareError(
  'today.no_turn',
  409,
  /*i18n*/ {
    id: 'work.error.no_turn',
    message: 'This agreement waits for nobody any more. Reload the page.',
  },
)
