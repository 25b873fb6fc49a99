// One column of the list: its header and cells, what it was taken for and why, and the question asked once for it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ColumnView } from '#modules/imports/import.contract.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import type { ChoiceGroup } from '../../../kit/choice.ts'
import { Select } from '../../../kit/select.tsx'
import { confidenceOf, WordDot } from '../import-words.tsx'
import type { Mapping } from '../use-mapping.ts'
import { columnLetter } from './column-letter.ts'
import { ColumnQuestion } from './column-question.tsx'

export interface ColumnCardProps {
  column: ColumnView
  mapping: Mapping
  groups: readonly ChoiceGroup[]
  isDisabled: boolean
}

const mostSamples = 4

export function ColumnCard({ column, mapping, groups, isDisabled }: ColumnCardProps) {
  const { t } = useLingui()
  const chosen = mapping.pending.columns?.find(each => each.index === column.index)
  const meaning = chosen?.meaning ?? column.meaning
  const isChanged = chosen !== undefined && chosen.meaning !== column.meaning
  const samples = column.samples.slice(0, mostSamples)
  return (
    <li className="flex flex-col gap-4 px-4 py-3">
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_5.5rem_15rem_minmax(0,17rem)]">
        <div className="min-w-0">
          <p className="flex items-baseline gap-2 text-sm font-medium">
            <span className="w-6 shrink-0 text-xs font-normal text-muted tabular-nums" dir="ltr">
              {columnLetter(column.index)}
            </span>
            <Bdi className="min-w-0 break-words">{column.source}</Bdi>
          </p>
          <p className="ms-8 mt-0.5 line-clamp-2 text-xs break-words text-muted">
            {column.filled === 0 ? <Trans>All cells are empty</Trans> : <Samples texts={samples} />}
          </p>
        </div>
        <div className="hidden text-end text-xs whitespace-nowrap text-muted tabular-nums md:block md:pt-2">
          {column.filled > 0 && <Plural value={column.filled} one="# cell" other="# cells" />}
        </div>
        <Select
          label={t`Meaning of ${column.source}`}
          hidesLabel
          isDisabled={isDisabled}
          choices={groups}
          value={meaning}
          onChange={next => mapping.change({ columns: [{ index: column.index, meaning: next }] })}
        />
        <div className="min-w-0 text-xs md:pt-2">
          {isChanged ? (
            <span className="text-muted">
              <Trans>Chosen by you; planning anew …</Trans>
            </span>
          ) : (
            <>
              <WordDot word={confidenceOf(column.confidence)} />
              {column.reasons.length > 0 && <p className="mt-0.5 text-muted">{column.reasons.join(' ')}</p>}
            </>
          )}
        </div>
      </div>
      {column.question && !isChanged && (
        <ColumnQuestion column={column} question={column.question} mapping={mapping} isDisabled={isDisabled} />
      )}
    </li>
  )
}

/** A few cells, each kept to its own direction. */
function Samples({ texts }: { texts: readonly string[] }) {
  return texts.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat
    <span key={index}>
      {index > 0 && <span className="text-line-strong"> · </span>}
      <Bdi>{text}</Bdi>
    </span>
  ))
}
