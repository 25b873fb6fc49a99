// The columns of the list of partners.
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { PartnerRow } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Missing } from '../../../kit/bdi.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { PulseDot, useKindWords } from '../agreement-words.tsx'

function Place({ organisation }: { organisation: PartnerRow['organisation'] }) {
  const { originalName, city } = organisation
  if (!originalName && !city) return null
  return (
    <>
      {originalName && <bdi>{originalName}</bdi>}
      {originalName && city && ' · '}
      {city && <bdi>{city}</bdi>}
    </>
  )
}

function InForce({ row }: { row: PartnerRow }) {
  const { number } = useFormat()
  return (
    <span className="tabular-nums">
      <span aria-hidden>
        <span className="font-medium">{number(row.inForce)}</span>
        <span className="text-muted"> / {number(row.agreements)}</span>
      </span>
      <span className="sr-only">
        <Trans>
          {number(row.inForce)} in force of {number(row.agreements)}
        </Trans>
      </span>
    </span>
  )
}

function DayCell({ day }: { day: string }) {
  const { date, relativeDay } = useFormat()
  return (
    <span className="block min-w-0">
      <span className="block truncate">{date(day)}</span>
      <span className="block truncate text-xs text-muted">{relativeDay(day)}</span>
    </span>
  )
}

/** `withCountry` is off where all partners are of one country. */
export function usePartnerColumns(withCountry = true): Column<PartnerRow>[] {
  const { t } = useLingui()
  const { country, date } = useFormat()
  const kindWords = useKindWords()
  return useMemo(() => {
    const columns: Column<PartnerRow>[] = [
      {
        id: 'name',
        header: t`Partner`,
        width: 260,
        isPrimary: true,
        isSortable: true,
        cell: row => (
          <RowTitle second={<Place organisation={row.organisation} />}>
            <bdi>{row.organisation.name}</bdi>
          </RowTitle>
        ),
      },
      {
        id: 'country',
        header: t`Country`,
        width: 150,
        rank: 4,
        cell: row => (row.organisation.country ? country(row.organisation.country) : <Missing />),
      },
      {
        id: 'in_force',
        header: t`In force / all`,
        width: 130,
        rank: 6,
        below: true,
        align: 'end',
        isSortable: true,
        cell: row => <InForce row={row} />,
      },
      {
        id: 'pulse',
        header: t`Pulse`,
        width: 130,
        rank: 8,
        below: row => row.pulse && <PulseDot pulse={row.pulse} />,
        isSortable: true,
        cell: row => (row.pulse ? <PulseDot pulse={row.pulse} /> : <Missing />),
      },
      {
        id: 'last_entry',
        header: t`Last activity`,
        width: 150,
        rank: 7,
        below: row => row.lastEntryOn && date(row.lastEntryOn),
        isSortable: true,
        cell: row =>
          row.lastEntryOn ? <DayCell day={row.lastEntryOn} /> : <span className="text-muted">{t`none`}</span>,
      },
      {
        id: 'next_end',
        header: t`Next end`,
        width: 150,
        rank: 3,
        isSortable: true,
        cell: row => (row.nextEnd ? <DayCell day={row.nextEnd} /> : <Missing />),
      },
      {
        id: 'kinds',
        header: t`Kinds`,
        width: 200,
        rank: 1,
        isHiddenAtFirst: true,
        cell: row => <span className="text-muted">{kindWords(row.kinds)}</span>,
      },
    ]
    return withCountry ? columns : columns.filter(column => column.id !== 'country')
  }, [t, country, date, kindWords, withCountry])
}
