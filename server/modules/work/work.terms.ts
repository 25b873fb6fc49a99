// Words of the day that the server says.
import type { Term } from '#core/terms.ts'

export const confirmTerm: Term = /*i18n*/ { id: 'work.step.confirm', message: 'Confirm that it happened' }
export const acceptTerm: Term = /*i18n*/ { id: 'work.step.accept', message: 'Accept' }
export const doneTerm: Term = /*i18n*/ { id: 'work.step.done', message: 'Done' }
export const mayNotDelegate: Term = /*i18n*/ {
  id: 'work.policy.may_not_delegate',
  message: 'Your role does not work on this agreement.',
}
