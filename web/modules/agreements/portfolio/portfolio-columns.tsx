// The columns of the portfolio's table.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { confidentialityTerms } from '#modules/agreements/agreement.terms.ts'
import type { PortfolioRow } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Missing } from '../../../kit/bdi.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { NameLine, PulseDot, StateDot, useKindWords } from '../agreement-words.tsx'

export type PortfolioColumn = Column<PortfolioRow>

function SecondLine({ row }: { row: PortfolioRow }) {
  const { country } = useFormat()
  const countries = [...new Set(row.partners.map(partner => partner.country).filter(code => code !== null))]
  return (
    <>
      <NameLine
        names={row.partners.map(partner => partner.name)}
        more={Math.max(0, row.partnerCount - row.partners.length)}
      />
      {countries.map(code => (
        <span key={code}> · {country(code)}</span>
      ))}
      {row.number && (
        <>
          {' · '}
          <bdi>{row.number}</bdi>
        </>
      )}
    </>
  )
}

function EndCell({ row }: { row: PortfolioRow }) {
  const { t } = useLingui()
  const { date, relativeDay } = useFormat()
  if (row.end === 'none') return <span className="text-muted">{t`no end date`}</span>
  if (!row.effectiveEnd) return <Missing />
  const isExact = row.expiresOn?.on === row.effectiveEnd
  const near = row.daysToEnd !== null && row.daysToEnd >= -30 && row.daysToEnd <= 365
  return (
    <span className="block min-w-0">
      <span className="block truncate">{date(isExact && row.expiresOn ? row.expiresOn : row.effectiveEnd)}</span>
      {(near || row.reviewDue) && (
        <span
          className={`block truncate text-xs ${near && row.daysToEnd !== null && row.daysToEnd <= 182 ? 'text-warn' : 'text-muted'}`}
        >
          {near ? relativeDay(row.effectiveEnd) : t`review due`}
        </span>
      )}
    </span>
  )
}

export function usePortfolioColumns(): PortfolioColumn[] {
  const { t } = useLingui()
  const term = useTerm()
  const { date, number } = useFormat()
  const kindWords = useKindWords()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t`Agreement`,
        width: 260,
        isPrimary: true,
        isSortable: true,
        cell: row => (
          <RowTitle second={<SecondLine row={row} />}>
            <bdi>{row.title}</bdi>
          </RowTitle>
        ),
      },
      {
        id: 'kind',
        header: t`Kind`,
        width: 170,
        rank: 3,
        cell: row => <span className="text-muted">{kindWords(row.kinds)}</span>,
      },
      {
        id: 'state',
        header: t`State`,
        width: 160,
        rank: 8,
        below: true,
        isSortable: true,
        cell: row => <StateDot state={row.state} />,
      },
      {
        id: 'ends',
        header: t`Ends`,
        width: 140,
        rank: 7,
        below: row => row.effectiveEnd && t`until ${date(row.effectiveEnd)}`,
        isSortable: true,
        cell: row => <EndCell row={row} />,
      },
      {
        id: 'pulse',
        header: t`Pulse`,
        width: 120,
        rank: 9,
        below: row => row.pulse && <PulseDot pulse={row.pulse} />,
        isSortable: true,
        cell: row => (row.pulse ? <PulseDot pulse={row.pulse} /> : <Missing />),
      },
      {
        id: 'last_entry',
        header: t`Last activity`,
        width: 130,
        rank: 4,
        isSortable: true,
        cell: row => (row.lastEntryOn ? date(row.lastEntryOn) : <span className="text-muted">{t`none`}</span>),
      },
      {
        id: 'signed',
        header: t`Signed`,
        width: 130,
        rank: 2,
        isSortable: true,
        isHiddenAtFirst: true,
        cell: row => (row.signedOn ? date(row.signedOn) : <Missing />),
      },
      {
        id: 'commitments',
        header: t`Commitments`,
        width: 120,
        rank: 1,
        align: 'end',
        isHiddenAtFirst: true,
        cell: row => number(row.commitmentCount),
      },
      {
        id: 'owner',
        header: t`Owner`,
        width: 150,
        rank: 1,
        isHiddenAtFirst: true,
        cell: row => (row.owner ? <bdi>{row.owner.name}</bdi> : <Missing />),
      },
      {
        id: 'unit',
        header: t`Unit`,
        width: 170,
        rank: 1,
        isHiddenAtFirst: true,
        cell: row => (row.unitName ? <bdi>{row.unitName}</bdi> : <Missing />),
      },
      {
        id: 'confidentiality',
        header: t`Confidentiality`,
        width: 130,
        rank: 0,
        isHiddenAtFirst: true,
        cell: row => term(confidentialityTerms[row.confidentiality]),
      },
    ],
    [t, term, date, number, kindWords],
  )
}
