// Columns that both lists of the library share.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { ClauseCard, TemplateCard } from '#modules/documents/library/library.contract.ts'
import { itemStateTerms } from '#modules/documents/library/library.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { LanguageMark } from '../../../kit/bdi.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { stateTones, useWordsOf } from './library-words.ts'

type Card = ClauseCard | TemplateCard

/** Name with a second line, state, languages, where it stands, when it changed; `more` between. */
export function useItemColumns<C extends Card>(second: (row: C) => string, more: readonly Column<C>[]): Column<C>[] {
  const { t } = useLingui()
  const term = useTerm()
  const words = useWordsOf()
  const { instant } = useFormat()
  return useMemo(
    () => [
      {
        ...{ id: 'title', header: t({ message: 'Name', context: 'in the library' }), width: 360, isPrimary: true },
        cell: row => (
          <RowTitle second={<TextLine>{second(row)}</TextLine>}>
            <TextLine>{words(row.title)}</TextLine>
          </RowTitle>
        ),
      },
      {
        ...{ id: 'state', header: t`State`, width: 200, rank: 6, below: true },
        cell: row => <StatusDot tone={stateTones[row.state]}>{term(itemStateTerms[row.state])}</StatusDot>,
      },
      ...more,
      {
        ...{ id: 'languages', header: t`Languages`, width: 130, rank: 5 },
        cell: row => (
          <span className="flex gap-2">
            {row.languages.map(language => (
              <LanguageMark key={language} language={language} />
            ))}
          </span>
        ),
      },
      {
        ...{ id: 'place', header: t`Library of`, width: 200, rank: 2 },
        cell: row => (row.homeName ? <bdi>{row.homeName}</bdi> : t`The whole installation`),
      },
      { ...{ id: 'changed', header: t`Changed`, width: 170, rank: 1 }, cell: row => instant(row.changedAt) },
    ],
    [t, term, words, instant, second, more],
  )
}
