// Which part of the file is the list: sheet, header row, and whether its rows are agreements or organisations.
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { agreementKinds } from '#modules/agreements/agreement.terms.ts'
import type { ImportRun } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { NumberField } from '../../../kit/number-field.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { Select } from '../../../kit/select.tsx'
import { useKindWord } from '../rows/agreement-words.ts'
import type { Mapping } from '../use-mapping.ts'

/** Records of a JSON file carry their names with them; there is no row to choose. */
const isRecords = (run: ImportRun): boolean => run.headerRow === 0 && run.fileName.toLowerCase().endsWith('.json')

interface TableChoiceProps {
  run: ImportRun
  mapping: Mapping
  isDisabled: boolean
}

export function TableChoice(props: TableChoiceProps) {
  const { run, mapping, isDisabled } = props
  const { t } = useLingui()
  return (
    <section
      aria-label={t`Where the list stands in the file`}
      className="grid gap-x-8 gap-y-5 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      {run.sheets.length > 1 && <SheetChoice {...props} />}
      {!isRecords(run) && <HeaderChoice {...props} />}
      <RadioGroup
        label={t`Each row is`}
        isDisabled={isDisabled}
        choices={[
          { id: 'agreements', label: t`an agreement`, detail: t`with its partners and dates` },
          { id: 'organisations', label: t`an organisation`, detail: t`a list of partners only` },
        ]}
        value={mapping.pending.listKind ?? run.listKind}
        onChange={listKind => mapping.change({ listKind })}
      />
      {(mapping.pending.listKind ?? run.listKind) === 'agreements' && <DefaultKind {...props} />}
    </section>
  )
}

function SheetChoice({ run, mapping, isDisabled }: TableChoiceProps) {
  const { t } = useLingui()
  const detailOf = (sheet: ImportRun['sheets'][number]) => {
    const rows = t`${plural(sheet.rows, { one: '# row', other: '# rows' })}`
    return sheet.hidden ? t`${rows}, hidden in the file` : rows
  }
  return (
    <Select
      label={t`Sheet`}
      isDisabled={isDisabled}
      choices={run.sheets.map(sheet => ({ id: sheet.name, label: sheet.name, detail: detailOf(sheet) }))}
      value={mapping.pending.sheet ?? run.sheet}
      onChange={sheet => mapping.change({ sheet })}
    />
  )
}

/** Stands for "no kind" in the list, whose choices need an id. */
const noKind = 'none'

function DefaultKind({ run, mapping, isDisabled }: TableChoiceProps) {
  const { t } = useLingui()
  const kindWord = useKindWord()
  const pending = mapping.pending.options?.defaultKind
  const chosen = pending === undefined ? run.options.defaultKind : pending
  return (
    <Select
      label={t`Kind where the list says none`}
      isDisabled={isDisabled}
      choices={[
        { id: noKind, label: t`Leave it open` },
        ...agreementKinds.map(kind => ({ id: kind as string, label: kindWord(kind) })),
      ]}
      value={chosen ?? noKind}
      onChange={kind => mapping.change({ options: { defaultKind: kind === noKind ? null : kind } })}
    />
  )
}

/** Row 0 stands for a list without headers. */
function HeaderChoice({ run, mapping, isDisabled }: TableChoiceProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const row = mapping.pending.headerRow ?? run.headerRow
  const hasHeader = row !== null && row > 0
  const first = run.firstDataRow
  const last = run.lastDataRow
  return (
    <div className="flex flex-col gap-2">
      <NumberField
        label={t`Row with the headers`}
        isDisabled={isDisabled || !hasHeader}
        min={1}
        max={run.lastDataRow ?? 1_000_000}
        value={hasHeader ? row : null}
        onChange={next => next !== null && next !== row && mapping.change({ headerRow: next })}
        help={
          first !== null && last !== null ? (
            <Trans>
              The list goes from row {number(first)} to row {number(last)}.
            </Trans>
          ) : undefined
        }
      />
      <Checkbox
        isSelected={!hasHeader}
        isDisabled={isDisabled}
        onChange={isNone => mapping.change({ headerRow: isNone ? 0 : (run.headerRow ?? 0) || 1 })}
      >
        {t`The list has no headers`}
      </Checkbox>
    </div>
  )
}
