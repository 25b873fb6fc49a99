// Imports of official lists that were run, with what each of them did.
import { Trans, useLingui } from '@lingui/react/macro'
import { listImports, type RegistryImport } from '#modules/registry/registry.contract.ts'
import { type ImportState, importKinds, importStates } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { StatusDot, type Tone } from '../../../kit/status-dot.tsx'
import { ImportReportView } from '../import-report.tsx'

const tones: Record<ImportState, Tone> = {
  waiting: 'quiet',
  running: 'info',
  stopped: 'warn',
  finished: 'ok',
  failed: 'bad',
}

export function ImportHistory() {
  const { data, error } = useCall(listImports)
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonRows rows={3} />
  if (data.items.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>No official list was loaded yet.</Trans>
      </p>
    )
  return (
    <ul className="divide-y divide-line">
      {data.items.map(run => (
        <ImportLine key={run.id} run={run} />
      ))}
    </ul>
  )
}

function ImportLine({ run }: { run: RegistryImport }) {
  const { t } = useLingui()
  const term = useTerm()
  const { instant, number, date } = useFormat()
  const { report } = run
  const summary = report
    ? t`${number(report.added)} added, ${number(report.changed)} changed, ${number(report.withdrawn)} withdrawn`
    : t`${number(run.recordsDone)} read`
  const line = (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-0.5">
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-medium break-all">
          <bdi>{run.fileName}</bdi>
        </span>
        <span className="block text-xs text-muted">
          {term(importKinds[run.kind])}
          {run.dumpVersion && <> · {date(run.dumpVersion)}</>} · {instant(run.startedAt)}
        </span>
      </span>
      <span className="text-muted tabular-nums">{summary}</span>
      <StatusDot tone={tones[run.state]}>{term(importStates[run.state])}</StatusDot>
    </span>
  )
  if (!report && !run.error) return <li className="flex min-h-13.5 items-center py-2 text-sm">{line}</li>
  return (
    <li className="text-sm">
      <details>
        <summary className="flex min-h-13.5 cursor-default items-center rounded-sm py-2 focus-ring">{line}</summary>
        <div className="flex flex-col gap-3 pb-4 sm:ps-4">
          {run.error && <Banner tone="bad">{run.error}</Banner>}
          {report && <ImportReportView run={run} report={report} />}
        </div>
      </details>
    </li>
  )
}
