// Words and colours of checks that several pages show.
import { useLingui } from '@lingui/react/macro'
import { getCheck, getRecordCheck, listChecks } from '#modules/screening/check.contract.ts'
import { type ScreeningState, screeningWorkflow } from '#modules/screening/screening.states.ts'
import { type Level, levelTerms } from '#modules/screening/screening.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'

const tones: Record<string, Tone> = { neutral: 'quiet', info: 'info', ok: 'ok', warn: 'warn', bad: 'bad' }

export const checkRefreshes = [getCheck, listChecks, getRecordCheck]

export function CheckDot({ state }: { state: ScreeningState }) {
  const term = useTerm()
  const { label, tone } = screeningWorkflow.states[state]
  return <StatusDot tone={tones[tone] ?? 'quiet'}>{term(label)}</StatusDot>
}

const levelTones: Record<Level, Tone> = { low: 'ok', medium: 'warn', high: 'bad' }

export function LevelDot({ level }: { level: Level }) {
  const { t } = useLingui()
  const term = useTerm()
  const said = term(levelTerms[level])
  return <StatusDot tone={levelTones[level]}>{t({ message: `Risk: ${said}`, context: 'level of risk' })}</StatusDot>
}
