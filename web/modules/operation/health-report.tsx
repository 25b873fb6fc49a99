// What the doctor found: each check with its state and its sentences, what is broken first.
import { useLingui } from '@lingui/react/macro'
import { checkNames } from '#core/operation/health/health.terms.ts'
import type { HealthReport } from '#core/operation/operation.contract.ts'
import { useTerm } from '../../core/i18n.ts'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'

type State = HealthReport['state']

const tones: Record<State, Tone> = { ok: 'ok', warning: 'warn', problem: 'bad' }
const ranks: Record<State, number> = { problem: 0, warning: 1, ok: 2 }

export function HealthReportView({ report }: { report: HealthReport }) {
  const { t } = useLingui()
  const term = useTerm()
  const words: Record<State, string> = { ok: t`in order`, warning: t`worth a look`, problem: t`broken` }
  const checks = report.checks.toSorted((a, b) => ranks[a.state] - ranks[b.state])
  return (
    <ul className="mb-8 divide-y divide-line border-y border-line text-sm">
      {checks.map(({ name, state, findings }) => (
        <li key={name} className="flex flex-wrap gap-x-4 gap-y-1 py-3">
          <div className="w-52 shrink-0">
            <p className="font-medium">{term(checkNames[name])}</p>
            <StatusDot tone={tones[state]} className="text-xs text-muted">
              {words[state]}
            </StatusDot>
          </div>
          <ul className="min-w-0 flex-1 basis-72 space-y-1">
            {findings.map(finding => (
              <li key={finding.text} className={`break-words ${finding.state === 'ok' ? 'text-muted' : ''}`}>
                {finding.text}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
