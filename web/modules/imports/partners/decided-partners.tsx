// The partners that need no answer, in lists that can be opened and disagreed with.
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useMemo } from 'react'
import { type ImportRun, listPartners, type PartnerView } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useCall } from '../../../core/query.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { SearchBox } from '../../../kit/search-box.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'

const groups = ['matched', 'new', 'several', 'ignored'] as const
type Group = (typeof groups)[number]
const readers = { open: readOneOf(groups), find: readText }

interface DecidedPartnersProps {
  run: ImportRun
  /** Cells with several partners that are asked about above. */
  undecidedSeveral: number
}

export function DecidedPartners({ run, undecidedSeveral }: DecidedPartnersProps) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const matched = useCountOf(run, 'matched')
  const fresh = useCountOf(run, 'new')
  const several = Math.max(0, useCountOf(run, 'several') - undecidedSeveral)
  const ignored = useCountOf(run, 'ignored')
  const titles: { group: Group; count: number; title: string; note: string }[] = [
    {
      group: 'matched',
      count: matched,
      title: t`${plural(matched, { one: '# partner was matched', other: '# partners were matched' })}`,
      note: t`Open a row to see why, or to disagree.`,
    },
    {
      group: 'new',
      count: fresh,
      title: t`${plural(fresh, { one: '# new partner', other: '# new partners' })}`,
      note: t`The registry does not know them. They are created as unverified organisations, which can be completed or merged later.`,
    },
    {
      group: 'several',
      count: several,
      title: t`${plural(several, { one: '# cell with several partners', other: '# cells with several partners' })}`,
      note: t`Open a row to change how it is taken apart.`,
    },
    {
      group: 'ignored',
      count: ignored,
      title: t`${plural(ignored, { one: '# text is left out', other: '# texts are left out' })}`,
      note: t`They name no partner; the cells are kept all the same.`,
    },
  ]
  return (
    <div className="flex flex-col divide-y divide-line border-y border-line">
      {titles
        .filter(each => each.count > 0)
        .map(each => (
          <PartnerGroup
            key={each.group}
            run={run}
            {...each}
            find={url.find ?? ''}
            isOpen={url.open === each.group}
            onFind={find => change({ find })}
            onToggle={() => change({ open: url.open === each.group ? undefined : each.group, find: undefined })}
          />
        ))}
    </div>
  )
}

const useCountOf = (run: ImportRun, outcome: Group): number =>
  useCall(listPartners, { params: { id: run.id }, query: { outcome: [outcome], limit: 1 } }).data?.total ?? 0

interface GroupProps {
  run: ImportRun
  group: Group
  title: string
  note: string
  find: string
  isOpen: boolean
  onFind: (text: string) => void
  onToggle: () => void
}

function PartnerGroup({ run, group, title, note, find, isOpen, onFind, onToggle }: GroupProps) {
  const { t } = useLingui()
  const id = useId()
  const Arrow = isOpen ? ChevronDown : ChevronRight
  return (
    <section>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex w-full items-center gap-2 rounded-sm py-3 text-start text-base font-semibold focus-ring"
        >
          <Arrow aria-hidden className={`size-4 text-muted ${isOpen ? '' : 'rtl:rotate-180'}`} />
          {title}
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="flex flex-col gap-3 pb-4">
          <p className="max-w-prose text-sm text-muted">{note}</p>
          <SearchBox label={t`Search these partners`} value={find} onChange={onFind} />
          <PartnerTable run={run} group={group} find={find} label={title} />
        </div>
      )}
    </section>
  )
}

function PartnerTable({ run, group, find, label }: { run: ImportRun; group: Group; find: string; label: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const rows = usePagedRows(listPartners, {
    params: { id: run.id },
    query: { outcome: [group], ...(find && { text: find }) },
  })
  const columns = useMemo<Column<PartnerView>[]>(() => {
    const place = (at: { city: string | null; country: string | null }) =>
      [at.city, at.country && format.country(at.country)].filter(Boolean).join(' · ')
    const written: Column<PartnerView> = {
      id: 'written',
      header: t`As written`,
      width: 220,
      isPrimary: true,
      cell: row => (
        <RowTitle second={<Bdi>{place(row)}</Bdi>}>
          <Bdi>{row.written}</Bdi>
        </RowTitle>
      ),
    }
    const meant: Column<PartnerView> = {
      id: 'meant',
      header: group === 'several' ? t`Partners` : t`Organisation`,
      width: 340,
      rank: 9,
      cell: row => (
        <>
          <span className="block truncate">
            {row.organisation ? (
              <Bdi>{row.organisation.name}</Bdi>
            ) : row.parts.length > 0 ? (
              <Bdi>{row.parts.join(' · ')}</Bdi>
            ) : (
              <Missing />
            )}
          </span>
          <span className="block truncate text-xs text-muted">
            {row.decided ? <Trans>You decided it.</Trans> : (row.organisation?.evidence ?? []).join(' · ')}
          </span>
        </>
      ),
    }
    const count: Column<PartnerView> = {
      id: 'rows',
      header: t`Rows`,
      width: 80,
      align: 'end',
      cell: row => format.number(row.rows.length),
    }
    return group === 'matched' || group === 'several' ? [written, meant, count] : [written, count]
  }, [t, format, group])
  return (
    <div className="flex max-h-[60dvh] flex-col">
      <DataTable
        id={`import-partners-${group}`}
        label={label}
        columns={columns}
        rows={rows}
        rowId={row => row.key}
        rowLabel={row => row.written}
        rowLink={row => ({
          to: '/imports/$importId',
          params: { importId: run.id },
          search: { step: 'partners', open: group, about: row.written },
        })}
        empty={
          <p className="p-6 text-sm text-muted">
            <Trans>Nothing found.</Trans>
          </p>
        }
      />
    </div>
  )
}
