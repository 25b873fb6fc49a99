// What an import of an official list did, in numbers and with what it left out.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { downloadDoubtful, type ImportReport, type RegistryImport } from '#modules/registry/registry.contract.ts'
import { downloadAddress } from '../../core/api.ts'
import { useFormat } from '../../core/format.ts'
import { DescriptionList } from '../../kit/description-list.tsx'
import { OutsideLink } from '../../kit/link.tsx'

function useReportLines(
  run: RegistryImport,
  report: ImportReport,
): { label: string; value: ReactNode; note?: ReactNode }[] {
  const { t } = useLingui()
  const { number } = useFormat()
  const ofCharter = [
    { label: t`Rows matched`, value: number(report.matched ?? 0) },
    { label: t`Identifiers added`, value: number(report.identifiersAdded ?? 0) },
    {
      label: t`Rows to decide`,
      value: number(report.doubtful ?? 0),
      note: (report.doubtful ?? 0) > 0 && (
        <OutsideLink href={downloadAddress(downloadDoubtful, { params: { id: run.id } })} download>
          <Trans>Download these rows (CSV)</Trans>
        </OutsideLink>
      ),
    },
    { label: t`Not known here`, value: number(report.unknown ?? 0) },
  ]
  const ofAll = [
    { label: t`Added`, value: number(report.added) },
    { label: t`Changed`, value: number(report.changed) },
    { label: t`Unchanged`, value: number(report.unchanged) },
  ]
  const ofOfficial = [
    {
      label: t`Withdrawn`,
      value: number(report.withdrawn),
      note: report.withdrawn > 0 && <Trans>They stay here, marked as withdrawn.</Trans>,
    },
    {
      label: t`Edits kept`,
      value: number(report.keptEdits),
      note: report.keptEdits > 0 && (
        <Trans>What people here decided was not overwritten; the difference is shown on each record.</Trans>
      ),
    },
  ]
  const skipped = { label: t`Left out`, value: number(report.skipped) }
  return [...(run.kind === 'charter' ? ofCharter : []), ...ofAll, ...(run.kind === 'ror' ? ofOfficial : []), skipped]
}

export function ImportReportView({ run, report }: { run: RegistryImport; report: ImportReport }) {
  const { number } = useFormat()
  const lines = useReportLines(run, report)
  const { skippedRecords } = report
  return (
    <div className="flex flex-col gap-3">
      <DescriptionList facts={lines} />
      {skippedRecords.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-default rounded-sm font-medium focus-ring">
            <Trans>What was left out, and why</Trans>
          </summary>
          <ul className="mt-2 flex flex-col gap-1.5 text-muted">
            {skippedRecords.map((record, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same place can be named twice
              <li key={index}>
                <bdi className="text-ink">{record.place}</bdi>: {record.reason}
              </li>
            ))}
            {report.skipped > skippedRecords.length && (
              <li>
                <Plural
                  value={report.skipped - skippedRecords.length}
                  one="and one more"
                  other={`and ${number(report.skipped - skippedRecords.length)} more`}
                />
              </li>
            )}
          </ul>
        </details>
      )}
    </div>
  )
}
