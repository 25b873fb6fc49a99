// What follows from each step of an agreement, in one or two sentences, and which day it asks for.
import { useLingui } from '@lingui/react/macro'
import type { AgreementStep } from '#modules/agreements/agreement.states.ts'

export interface StepWords {
  consequence: string
  /** Label of the day the step needs or may have. */
  day?: string
  dayHelp?: string
}

export function useStepWords(): (step: AgreementStep) => StepWords {
  const { t } = useLingui()
  const moves = t`The agreement moves on and waits for whoever is next. It can be sent back later, with a reason.`
  const closes = t`The agreement leaves the list of those in preparation. It stays in the record and can be reopened with a reason.`
  const words: Record<AgreementStep, StepWords> = {
    check_duplicates: { consequence: t`It waits for someone to see whether the same agreement exists already.` },
    begin_due_diligence: { consequence: t`It waits for the check of the partner.` },
    begin_drafting: { consequence: t`It waits for a draft of the text.` },
    send_to_internal_review: { consequence: moves },
    send_to_partner: { consequence: t`From now on it is the partner’s turn.` },
    request_clearance: { consequence: t`It waits for a body outside, such as a ministry.` },
    approve_to_sign: {
      consequence: t`The text is approved. Approved is not signed: the signatures follow.`,
      day: t`Approved on`,
    },
    send_for_signature: { consequence: t`It waits for the signatures of both sides.` },
    record_first_signature: { consequence: t`One side has signed; it is now the other one’s turn.`, day: t`Signed on` },
    enter_into_force: {
      consequence: t`From this day on it binds both sides: its commitments count and its end is watched.`,
      day: t`In force from`,
      dayHelp: t`Today when left empty.`,
    },
    return_to_drafting: { consequence: t`The text is worked on again; approvals so far no longer hold.` },
    begin_renewal: {
      consequence: t`It stays in force while the renewal is prepared, and is no longer shown as running out unattended.`,
    },
    renew: {
      consequence: t`It stays in force with a new end. The old end stays in the timeline.`,
      day: t`New last day`,
      dayHelp: t`Needed when the agreement has an end date.`,
    },
    suspend: { consequence: t`Its commitments count neither as kept nor as broken until it is resumed.` },
    resume: {
      consequence: t`It binds both sides again, and its commitments count from now on.`,
      day: t`New last day`,
      dayHelp: t`Only when its end has passed meanwhile.`,
    },
    let_expire: {
      consequence: t`It ends on this day and is not renewed. What was done under it stays.`,
      day: t`Last day`,
      dayHelp: t`Today when left empty.`,
    },
    terminate: {
      consequence: t`It ends before its time. While notice is running it stays in force until the day given here.`,
      day: t`Ends on`,
      dayHelp: t`Today when left empty; a later day while notice is running.`,
    },
    supersede: {
      consequence: t`Another agreement takes its place; this one no longer counts as in force.`,
      day: t`Ended on`,
    },
    decline: { consequence: closes },
    withdraw: { consequence: closes },
    close_unconcluded: { consequence: closes },
    reinstate: {
      consequence: t`It counts as in force again, and its commitments count.`,
      day: t`New last day`,
      dayHelp: t`Needed when its end has passed.`,
    },
    reopen: { consequence: t`It begins anew as an inquiry; what happened before stays in the timeline.` },
  }
  return step => words[step]
}

/** Ways back and out; they stand last and are never the primary button. */
export const stepsOut: ReadonlySet<AgreementStep> = new Set<AgreementStep>([
  'decline',
  'withdraw',
  'close_unconcluded',
  'terminate',
  'suspend',
  'supersede',
  'let_expire',
  'return_to_drafting',
])
