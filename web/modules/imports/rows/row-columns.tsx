// The columns of the rows: what a row became, its dates, and whether it needs a look.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { ImportRow, ImportRun } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { rowOutcomeWords, rowStatusWords, WordDot } from '../import-words.tsx'
import { useKindWord } from './agreement-words.ts'

/** The title, else the partners, else the first cell with words: a row always has a name. */
export function rowName(row: ImportRow): string {
  const partners = row.partners.map(partner => partner.organisation ?? partner.input).join(', ')
  return (
    row.title ||
    partners ||
    (row.cells.find(cell => /\p{L}/u.test(cell)) ?? row.cells.find(cell => cell.trim() !== '') ?? '')
  )
}

/** What a list of organisations has no use for. */
const ofAgreements: ReadonlySet<string> = new Set(['kind', 'signed', 'expires', 'outcome'])

export function useRowColumns(listKind: ImportRun['listKind']): Column<ImportRow>[] {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const kindWord = useKindWord()
  return useMemo<Column<ImportRow>[]>(() => {
    const end = (row: ImportRow) =>
      row.endKind === 'none' ? t`No end date` : row.expires ? format.date(row.expires) : <Missing />
    const second = (row: ImportRow) => {
      const partners = row.partners.map(partner => partner.organisation ?? partner.input).join(', ')
      return row.title && partners ? <Bdi>{partners}</Bdi> : row.doubts[0] ? row.doubts[0].text : undefined
    }
    const all: Column<ImportRow>[] = [
      {
        id: 'row',
        header: t`Row`,
        width: 88,
        align: 'end',
        rank: 10,
        cell: row => <span className="text-muted">{format.number(row.row)}</span>,
      },
      {
        id: 'title',
        header: t`Understood as`,
        width: 220,
        isPrimary: true,
        cell: row => (
          <RowTitle second={second(row)}>
            <Bdi>{rowName(row)}</Bdi>
          </RowTitle>
        ),
      },
      {
        id: 'kind',
        header: t`Kind`,
        width: 170,
        rank: 3,
        cell: row => (row.kind ? kindWord(row.kind) : <Missing />),
      },
      {
        id: 'signed',
        header: t`Signed`,
        width: 126,
        rank: 4,
        cell: row => (row.signed ? format.date(row.signed) : <Missing />),
      },
      { id: 'expires', header: t`Ends`, width: 126, rank: 5, cell: end },
      { id: 'outcome', header: t`Becomes`, width: 160, rank: 2, cell: row => i18n._(rowOutcomeWords[row.outcome]) },
      {
        id: 'status',
        header: t`State of the row`,
        width: 140,
        rank: 9,
        cell: row => <WordDot word={rowStatusWords[row.status]} />,
      },
    ]
    return listKind === 'organisations' ? all.filter(column => !ofAgreements.has(column.id)) : all
  }, [t, i18n, format, kindWord, listKind])
}
