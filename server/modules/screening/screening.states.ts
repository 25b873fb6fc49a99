// The states of a check from its start to its end, whose turn each is, and the steps. Pure: the web imports it.
import { defineWorkflow, stateTerms } from '#core/workflow.ts'

const decided = ['cleared', 'conditional', 'refused'] as const
const waiting = ['clear', 'possible_match', 'reviewed', 'risk_rated', 'escalated'] as const

export const screeningWorkflow = defineWorkflow({
  name: 'screening',
  subject: 'screening_check',
  states: {
    registered: {
      label: /*i18n*/ { id: 'screening.state.registered', message: 'Not compared with lists yet' },
      turn: 'home',
      tone: 'neutral',
    },
    clear: {
      label: /*i18n*/ { id: 'screening.state.clear', message: 'No match found' },
      turn: 'home',
      tone: 'info',
    },
    possible_match: {
      label: /*i18n*/ { id: 'screening.state.possible_match', message: 'Possible match' },
      turn: 'home',
      tone: 'warn',
    },
    reviewed: {
      label: /*i18n*/ { id: 'screening.state.reviewed', message: 'All matches decided' },
      turn: 'home',
      tone: 'info',
    },
    risk_rated: {
      label: /*i18n*/ { id: 'screening.state.risk_rated', message: 'Risk rated' },
      turn: 'home',
      tone: 'info',
    },
    escalated: {
      label: /*i18n*/ { id: 'screening.state.escalated', message: 'For somebody else to decide' },
      turn: 'home',
      tone: 'warn',
    },
    // Its day is watched every night: then it waits again.
    cleared: {
      label: /*i18n*/ { id: 'screening.state.cleared', message: 'Cleared' },
      turn: 'nobody',
      tone: 'ok',
      final: true,
    },
    conditional: {
      label: /*i18n*/ { id: 'screening.state.conditional', message: 'Cleared with conditions' },
      turn: 'nobody',
      tone: 'warn',
      final: true,
    },
    refused: {
      label: /*i18n*/ { id: 'screening.state.refused', message: 'Refused' },
      turn: 'nobody',
      tone: 'bad',
      final: true,
    },
    recheck_due: {
      label: /*i18n*/ { id: 'screening.state.recheck_due', message: 'To be checked again' },
      turn: 'home',
      tone: 'warn',
    },
  },
  steps: {
    find_nothing: {
      from: ['registered', 'possible_match', 'reviewed', 'recheck_due'],
      to: 'clear',
      label: /*i18n*/ { id: 'screening.step.find_nothing', message: 'Compared: no match' },
    },
    find_match: {
      from: ['registered', 'recheck_due', 'clear', 'reviewed', 'risk_rated', ...decided],
      to: 'possible_match',
      label: /*i18n*/ { id: 'screening.step.find_match', message: 'Compared: possible match' },
    },
    review: {
      from: ['registered', 'recheck_due', 'possible_match', 'clear'],
      to: 'reviewed',
      label: /*i18n*/ { id: 'screening.step.review', message: 'Decide the last match' },
    },
    rate: {
      from: ['clear', 'reviewed'],
      to: 'risk_rated',
      label: /*i18n*/ { id: 'screening.step.rate', message: 'Rate the risk' },
    },
    clear: {
      from: ['risk_rated', 'escalated'],
      to: 'cleared',
      label: /*i18n*/ { id: 'screening.step.clear', message: 'Clear' },
    },
    clear_with_conditions: {
      from: ['risk_rated', 'escalated'],
      to: 'conditional',
      label: /*i18n*/ { id: 'screening.step.clear_with_conditions', message: 'Clear with conditions' },
    },
    refuse: {
      from: [...waiting],
      to: 'refused',
      label: /*i18n*/ { id: 'screening.step.refuse', message: 'Refuse' },
      reasonRequired: true,
    },
    escalate: {
      from: ['clear', 'possible_match', 'reviewed', 'risk_rated'],
      to: 'escalated',
      label: /*i18n*/ { id: 'screening.step.escalate', message: 'Give to somebody else to decide' },
      reasonRequired: true,
    },
    give_back: {
      from: ['escalated'],
      to: 'possible_match',
      label: /*i18n*/ { id: 'screening.step.give_back', message: 'Give back' },
      reasonRequired: true,
    },
    check_again: {
      from: [...decided],
      to: 'recheck_due',
      label: /*i18n*/ { id: 'screening.step.check_again', message: 'Check again' },
      reasonRequired: true,
    },
  },
})

export type ScreeningState = keyof typeof screeningWorkflow.states
export type ScreeningStep = keyof typeof screeningWorkflow.steps

export const screeningStateTerms = stateTerms(screeningWorkflow)
export const screeningStates = Object.keys(screeningWorkflow.states) as ScreeningState[]

/** Taken by people; the others follow from comparing and deciding. */
export const manualSteps = [
  'rate',
  'clear',
  'clear_with_conditions',
  'refuse',
  'escalate',
  'give_back',
  'check_again',
] as const
export type ManualStep = (typeof manualSteps)[number]
export const isDecided = (state: ScreeningState): boolean => (decided as readonly string[]).includes(state)
