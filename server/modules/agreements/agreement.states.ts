// The states of an agreement from inquiry to its end, whose turn each is, and the steps by hand. Pure: the web imports it.
import { defineWorkflow, stateTerms } from '#core/workflow.ts'

const open = [
  'inquiry',
  'duplicate_check',
  'due_diligence',
  'drafting',
  'internal_review',
  'partner_review',
  'external_clearance',
  'approved_to_sign',
  'out_for_signature',
  'signed_by_one',
] as const

export const agreementWorkflow = defineWorkflow({
  name: 'agreement',
  subject: 'agreement',
  states: {
    inquiry: { label: /*i18n*/ { id: 'agreements.state.inquiry', message: 'Inquiry' }, turn: 'home', tone: 'neutral' },
    duplicate_check: {
      label: /*i18n*/ { id: 'agreements.state.duplicate_check', message: 'Duplicate check' },
      turn: 'home',
      tone: 'neutral',
    },
    due_diligence: {
      label: /*i18n*/ { id: 'agreements.state.due_diligence', message: 'Due diligence' },
      turn: 'home',
      tone: 'info',
    },
    drafting: { label: /*i18n*/ { id: 'agreements.state.drafting', message: 'Drafting' }, turn: 'home', tone: 'info' },
    internal_review: {
      label: /*i18n*/ { id: 'agreements.state.internal_review', message: 'Internal review' },
      turn: 'home',
      tone: 'info',
    },
    partner_review: {
      label: /*i18n*/ { id: 'agreements.state.partner_review', message: 'Partner review' },
      turn: 'partner',
      tone: 'info',
    },
    external_clearance: {
      label: /*i18n*/ { id: 'agreements.state.external_clearance', message: 'External clearance' },
      turn: 'nobody',
      tone: 'info',
    },
    approved_to_sign: {
      label: /*i18n*/ { id: 'agreements.state.approved_to_sign', message: 'Approved to sign' },
      turn: 'home',
      tone: 'info',
    },
    out_for_signature: {
      label: /*i18n*/ { id: 'agreements.state.out_for_signature', message: 'Out for signature' },
      turn: 'partner',
      tone: 'warn',
    },
    signed_by_one: {
      label: /*i18n*/ { id: 'agreements.state.signed_by_one', message: 'Signed by one side' },
      turn: 'partner',
      tone: 'warn',
    },
    in_force: { label: /*i18n*/ { id: 'agreements.state.in_force', message: 'In force' }, turn: 'nobody', tone: 'ok' },
    renewal_in_progress: {
      label: /*i18n*/ { id: 'agreements.state.renewal_in_progress', message: 'Renewal in progress' },
      turn: 'home',
      tone: 'info',
    },
    suspended: {
      label: /*i18n*/ { id: 'agreements.state.suspended', message: 'Suspended' },
      turn: 'nobody',
      tone: 'warn',
    },
    expired: {
      label: /*i18n*/ { id: 'agreements.state.expired', message: 'Expired' },
      turn: 'nobody',
      tone: 'neutral',
      final: true,
    },
    terminated: {
      label: /*i18n*/ { id: 'agreements.state.terminated', message: 'Terminated' },
      turn: 'nobody',
      tone: 'bad',
      final: true,
    },
    superseded: {
      label: /*i18n*/ { id: 'agreements.state.superseded', message: 'Superseded' },
      turn: 'nobody',
      tone: 'neutral',
      final: true,
    },
    declined: {
      label: /*i18n*/ { id: 'agreements.state.declined', message: 'Declined' },
      turn: 'nobody',
      tone: 'bad',
      final: true,
    },
    withdrawn: {
      label: /*i18n*/ { id: 'agreements.state.withdrawn', message: 'Withdrawn' },
      turn: 'nobody',
      tone: 'neutral',
      final: true,
    },
    never_concluded: {
      label: /*i18n*/ { id: 'agreements.state.never_concluded', message: 'Never concluded' },
      turn: 'nobody',
      tone: 'neutral',
      final: true,
    },
  },
  steps: {
    check_duplicates: {
      from: ['inquiry'],
      to: 'duplicate_check',
      label: /*i18n*/ { id: 'agreements.step.check_duplicates', message: 'Check for duplicates' },
    },
    begin_due_diligence: {
      from: ['inquiry', 'duplicate_check'],
      to: 'due_diligence',
      label: /*i18n*/ { id: 'agreements.step.begin_due_diligence', message: 'Begin due diligence' },
    },
    begin_drafting: {
      from: ['inquiry', 'duplicate_check', 'due_diligence'],
      to: 'drafting',
      label: /*i18n*/ { id: 'agreements.step.begin_drafting', message: 'Begin drafting' },
    },
    send_to_internal_review: {
      from: ['drafting', 'partner_review'],
      to: 'internal_review',
      label: /*i18n*/ { id: 'agreements.step.send_to_internal_review', message: 'Send to internal review' },
    },
    send_to_partner: {
      from: ['drafting', 'internal_review'],
      to: 'partner_review',
      label: /*i18n*/ { id: 'agreements.step.send_to_partner', message: 'Send to the partner' },
    },
    request_clearance: {
      from: ['drafting', 'internal_review', 'partner_review'],
      to: 'external_clearance',
      label: /*i18n*/ { id: 'agreements.step.request_clearance', message: 'Request external clearance' },
    },
    approve_to_sign: {
      from: ['drafting', 'internal_review', 'partner_review', 'external_clearance'],
      to: 'approved_to_sign',
      label: /*i18n*/ { id: 'agreements.step.approve_to_sign', message: 'Approve for signature' },
    },
    send_for_signature: {
      from: ['approved_to_sign'],
      to: 'out_for_signature',
      label: /*i18n*/ { id: 'agreements.step.send_for_signature', message: 'Send for signature' },
    },
    record_first_signature: {
      from: ['approved_to_sign', 'out_for_signature'],
      to: 'signed_by_one',
      label: /*i18n*/ { id: 'agreements.step.record_first_signature', message: 'Record the first signature' },
    },
    enter_into_force: {
      from: [...open, 'never_concluded'],
      to: 'in_force',
      label: /*i18n*/ { id: 'agreements.step.enter_into_force', message: 'Record entry into force' },
    },
    return_to_drafting: {
      from: ['internal_review', 'partner_review', 'external_clearance', 'approved_to_sign', 'out_for_signature'],
      to: 'drafting',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.return_to_drafting', message: 'Return to drafting' },
    },
    begin_renewal: {
      from: ['in_force', 'expired', 'suspended'],
      to: 'renewal_in_progress',
      label: /*i18n*/ { id: 'agreements.step.begin_renewal', message: 'Begin renewal' },
    },
    renew: {
      from: ['in_force', 'expired', 'renewal_in_progress'],
      to: 'in_force',
      label: /*i18n*/ { id: 'agreements.step.renew', message: 'Record the renewal' },
    },
    suspend: {
      from: ['in_force', 'renewal_in_progress'],
      to: 'suspended',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.suspend', message: 'Suspend' },
    },
    resume: {
      from: ['suspended'],
      to: 'in_force',
      label: /*i18n*/ { id: 'agreements.step.resume', message: 'Resume' },
    },
    let_expire: {
      from: ['in_force', 'renewal_in_progress', 'suspended'],
      to: 'expired',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.let_expire', message: 'Let it expire' },
    },
    terminate: {
      from: ['in_force', 'renewal_in_progress', 'suspended', 'signed_by_one'],
      to: 'terminated',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.terminate', message: 'Terminate' },
    },
    supersede: {
      from: ['in_force', 'renewal_in_progress', 'suspended', 'expired'],
      to: 'superseded',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.supersede', message: 'Mark as superseded' },
    },
    decline: {
      from: open,
      to: 'declined',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.decline', message: 'Decline' },
    },
    withdraw: {
      from: open,
      to: 'withdrawn',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.withdraw', message: 'Withdraw' },
    },
    close_unconcluded: {
      from: open,
      to: 'never_concluded',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.close_unconcluded', message: 'Close as never concluded' },
    },
    reinstate: {
      from: ['expired', 'terminated', 'superseded'],
      to: 'in_force',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.reinstate', message: 'Put back in force' },
    },
    reopen: {
      from: ['declined', 'withdrawn', 'never_concluded'],
      to: 'inquiry',
      reasonRequired: true,
      label: /*i18n*/ { id: 'agreements.step.reopen', message: 'Reopen' },
    },
  },
})

export type AgreementState = keyof typeof agreementWorkflow.states
export type AgreementStep = keyof typeof agreementWorkflow.steps

export const agreementStates = Object.keys(agreementWorkflow.states) as AgreementState[]
export const agreementSteps = Object.keys(agreementWorkflow.steps) as AgreementStep[]
export const agreementStateTerms = stateTerms(agreementWorkflow)

/** Steps that bind the home organisation, or free it. */
export const concludingSteps: ReadonlySet<string> = new Set<AgreementStep>([
  'approve_to_sign',
  'record_first_signature',
  'enter_into_force',
  'renew',
  'suspend',
  'resume',
  'let_expire',
  'terminate',
  'supersede',
  'reinstate',
])

/** States in which an agreement binds its parties. */
export const liveStates = ['in_force', 'renewal_in_progress'] as const satisfies AgreementState[]
/** States before an agreement is concluded. */
export const pendingStates: readonly AgreementState[] = open
