// Who may give turns on: whoever may do what is asked for, to somebody who may do it too.
import type { Actor } from '#core/identity/actor.ts'
import { type Decision, when } from '#core/policy.ts'
import type { RecordAccess } from '#core/records.ts'
import type { Term } from '#core/terms.ts'

const notYours: Term = /*i18n*/ {
  id: 'work.policy.not_yours',
  message: 'Only those who may work on this agreement may give its turn to somebody.',
}

/** Whether a person can do the next thing: work on the text, or conclude. */
export function canDo(record: Pick<RecordAccess, 'decide'>, actor: Actor): boolean {
  const { read, write, conclude } = record.decide(actor)
  return read && (write || conclude)
}

export const canDelegate = (actor: Actor, record: Pick<RecordAccess, 'decide'>): Decision =>
  when(canDo(record, actor), notYours)
