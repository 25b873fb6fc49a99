// Step 1: which sheet, which header row, what each column means; every change is planned at once.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type ImportRun, listMeanings } from '#modules/imports/import.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import type { ChoiceGroup } from '../../../kit/choice.ts'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { isBusy, may, reasonAgainst } from '../import-words.tsx'
import { type Mapping, useMapping } from '../use-mapping.ts'
import { ColumnCard } from './column-card.tsx'
import { Notices } from './notices.tsx'
import { TableChoice } from './table-choice.tsx'

/** Columns without a meaning of their own are kept with the row, and shown only when asked for. */
const isQuiet = (meaning: string): boolean => meaning === 'kept' || meaning === 'ignored'

function useMeaningGroups() {
  const meanings = useCall(listMeanings)
  const groups: ChoiceGroup[] = []
  for (const { value, label, group, help } of meanings.data?.items ?? []) {
    const known = groups.find(each => each.label === group)
    const choice = { id: value, label, detail: help || undefined }
    if (known) known.choices = [...known.choices, choice]
    else groups.push({ label: group, choices: [choice] })
  }
  return { groups, error: meanings.error, isPending: meanings.isPending }
}

export function ColumnsStep({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const mapping = useMapping(run)
  const { groups, error, isPending } = useMeaningGroups()
  const isDisabled = !may(run, 'map') && !isBusy(run)
  const reason = isDisabled ? reasonAgainst(run, 'map') : undefined
  return (
    <div className="flex flex-col gap-5">
      {run.previous && <PreviousNote run={run} />}
      {run.mappingRemembered && (
        <Banner tone="info">
          <Trans>
            A list with these headers was brought before, so its columns are read the same way. Change what no longer
            fits.
          </Trans>
        </Banner>
      )}
      {run.state === 'mapping' && (
        <Banner tone="warn" title={t`The list needs at least one column that names the partner.`}>
          <Trans>Choose it below, or choose another sheet or header row.</Trans>
        </Banner>
      )}
      {reason && <Banner tone="info">{reason}</Banner>}
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      <TableChoice run={run} mapping={mapping} isDisabled={isDisabled} />
      <Notices notices={run.notices} />
      {isPending ? (
        <SkeletonRows rows={8} />
      ) : (
        <Columns run={run} mapping={mapping} groups={groups} isDisabled={isDisabled} />
      )}
    </div>
  )
}

function PreviousNote({ run }: { run: ImportRun }) {
  const { previous } = run
  if (!previous) return null
  const name = <bdi>{previous.fileName}</bdi>
  return (
    <Banner tone="info">
      {previous.sameFile ? (
        <Trans>The very same file was brought before. What is here already stays as it is.</Trans>
      ) : (
        <Trans>
          An earlier version of this list was brought before ({name}). Only the differences will be written.
        </Trans>
      )}
    </Banner>
  )
}

interface ColumnsProps {
  run: ImportRun
  mapping: Mapping
  groups: readonly ChoiceGroup[]
  isDisabled: boolean
}

function Columns({ run, mapping, groups, isDisabled }: ColumnsProps) {
  const { t } = useLingui()
  const [showsQuiet, setShowsQuiet] = useState(false)
  const understood = run.columns.filter(column => !isQuiet(column.meaning))
  const quiet = run.columns.filter(column => isQuiet(column.meaning))
  const cards = (columns: readonly ImportRun['columns'][number][]) => (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {columns.map(column => (
        <ColumnCard key={column.index} column={column} mapping={mapping} groups={groups} isDisabled={isDisabled} />
      ))}
    </ul>
  )
  return (
    <div className="flex flex-col gap-6">
      <section aria-label={t`Columns that were understood`} className="flex flex-col gap-2">
        <h2 className="text-base font-semibold">
          <Plural value={understood.length} one="# column was understood" other="# columns were understood" />
        </h2>
        {understood.length > 0 && cards(understood)}
      </section>
      {quiet.length > 0 && (
        <section aria-label={t`Columns that are kept as they are`} className="flex flex-col gap-2">
          <details open={showsQuiet} onToggle={event => setShowsQuiet(event.currentTarget.open)}>
            <summary className="w-fit cursor-default rounded-sm py-1 text-base font-semibold focus-ring">
              <Plural value={quiet.length} one="# column is kept as it is" other="# columns are kept as they are" />
            </summary>
            <p className="mt-1 mb-3 text-sm text-muted">
              <Trans>Their cells stay with each row and can be seen on the record. Give one a meaning to use it.</Trans>
            </p>
            {showsQuiet && cards(quiet)}
          </details>
        </section>
      )}
    </div>
  )
}
