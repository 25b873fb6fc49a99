// Words for where an import stands: its state, its rows, how sure a match is, what is being done now.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ImportRow, ImportRun, PartnerView } from '#modules/imports/import.contract.ts'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'

interface Word {
  label: MessageDescriptor
  tone: Tone
}

export const stateWords: Record<ImportRun['state'], Word> = {
  reading: { label: msg`Reading the file`, tone: 'info' },
  mapping: { label: msg`Columns to be told`, tone: 'warn' },
  planning: { label: msg`Planning`, tone: 'info' },
  planned: { label: msg`Waiting for your check`, tone: 'warn' },
  writing: { label: msg`Writing`, tone: 'info' },
  written: { label: msg`Written`, tone: 'ok' },
  undone: { label: msg`Taken back`, tone: 'quiet' },
  failed: { label: msg`Stopped with a problem`, tone: 'bad' },
  cancelled: { label: msg`Cancelled`, tone: 'quiet' },
}

export const rowStatusWords: Record<ImportRow['status'], Word> = {
  ready: { label: msg`Ready`, tone: 'ok' },
  doubtful: { label: msg`Doubtful`, tone: 'warn' },
  error: { label: msg`With an error`, tone: 'bad' },
  skipped: { label: msg`Left out`, tone: 'quiet' },
}

export const rowOutcomeWords: Record<ImportRow['outcome'], MessageDescriptor> = {
  create: msg`New record`,
  update: msg`Changes a record`,
  same: msg`Is there already`,
  skip: msg`Not written`,
}

export const partnerOutcomeWords: Record<PartnerView['outcome'], Word> = {
  matched: { label: msg`Matched`, tone: 'ok' },
  doubtful: { label: msg`Doubtful`, tone: 'warn' },
  new: { label: msg`New`, tone: 'info' },
  several: { label: msg`Several partners`, tone: 'warn' },
  ignored: { label: msg`Left out`, tone: 'quiet' },
}

export function WordDot({ word }: { word: Word }) {
  const { i18n } = useLingui()
  return <StatusDot tone={word.tone}>{i18n._(word.label)}</StatusDot>
}

const phaseWords: Record<string, MessageDescriptor> = {
  reading: msg`Reading the file`,
  understanding: msg`Understanding the rows`,
  partners: msg`Looking up the partners`,
  comparing: msg`Comparing with what is here already`,
  saving: msg`Keeping the plan`,
  writing: msg`Writing the records`,
}

/** What the server does at the moment, in words. */
export function usePhaseWord(run: ImportRun): string {
  const { i18n } = useLingui()
  const phase = run.progress?.phase ?? (run.state === 'writing' ? 'writing' : 'reading')
  return i18n._(phaseWords[phase] ?? stateWords[run.state].label)
}

/** Bars below which a guess is only likely, and only possible. */
const veryLikely = 0.85
const likely = 0.6

export function likelihoodOf(score: number): Word {
  if (score >= veryLikely) return { label: msg`very likely`, tone: 'ok' }
  return score >= likely ? { label: msg`likely`, tone: 'warn' } : { label: msg`possible`, tone: 'quiet' }
}

export function confidenceOf(confidence: number): Word {
  if (confidence >= veryLikely) return { label: msg`Sure`, tone: 'ok' }
  return confidence >= likely ? { label: msg`Likely`, tone: 'info' } : { label: msg`Please check`, tone: 'warn' }
}

const busy: readonly ImportRun['state'][] = ['reading', 'planning', 'writing']

/** The server is at work on it. */
export const isBusy = (run: Pick<ImportRun, 'state'>): boolean => busy.includes(run.state)

/** Why something cannot be done now; undefined when it can. */
export function reasonAgainst(run: ImportRun, ability: string): string | undefined {
  const answer = run.abilities[ability]
  return answer === true || answer === undefined ? undefined : answer.reason
}

export const may = (run: ImportRun, ability: string): boolean => run.abilities[ability] === true
