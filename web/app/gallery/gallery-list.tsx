// A list of 10,000 rows with its detail beside it.
import { FileSignature, Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useFormat } from '../../core/format.ts'
import { useReader } from '../../core/reader.ts'
import { readList, readText, useUrlState } from '../../core/url-state.ts'
import { Bdi } from '../../kit/bdi.tsx'
import { Button } from '../../kit/button.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DescriptionList } from '../../kit/description-list.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { MultiSelect } from '../../kit/multi-select.tsx'
import { Page, PageHeader } from '../../kit/page.tsx'
import { ListWithPanel, Panel } from '../../kit/panel.tsx'
import { useLocalRows } from '../../kit/row-source.ts'
import { SavedViews } from '../../kit/saved-views.tsx'
import { SearchBox } from '../../kit/search-box.tsx'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'
import type { Column } from '../../kit/table-columns.ts'
import { RowTitle } from '../../kit/table-row.tsx'
import { useSelection } from '../../kit/table-selection.ts'
import { Timeline } from '../../kit/timeline.tsx'
import { galleryWords } from './gallery-words.ts'

interface Row {
  id: string
  title: string
  partner: string
  country: string
  state: keyof typeof tones
  expires: string
  people: number
}

const tones = {
  active: 'ok',
  expiring: 'warn',
  expired: 'bad',
  draft: 'quiet',
  review: 'info',
} as const satisfies Record<string, Tone>
const states = Object.keys(tones) as Row['state'][]
const countries = ['IR', 'RU', 'KZ', 'AM', 'CN', 'IT', 'BR']
const readers = { q: readText, id: readText, state: readList, rows: readText, sort: readText }
type Words = (typeof galleryWords)['en']

function makeRows(words: Words, count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: index % 9 === 4 ? words.long : (words.topics[index % 4] ?? ''),
    partner: words.partners[(index * 3) % 4] ?? '',
    country: countries[(index * 5) % 7] ?? 'IR',
    state: states[(index * 2) % 5] ?? 'draft',
    expires: `20${26 + (index % 8)}-0${1 + (index % 9)}-1${index % 10}`,
    people: (index * 37) % 61,
  }))
}

function useColumns(words: Words): Column<Row>[] {
  const { date, number, country } = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: words.agreement,
        width: 220,
        isPrimary: true,
        isSortable: true,
        cell: row => <RowTitle second={<Bdi>{row.partner}</Bdi>}>{row.title}</RowTitle>,
      },
      {
        id: 'country',
        header: words.country,
        width: 140,
        isSortable: true,
        rank: 2,
        cell: row => country(row.country),
      },
      {
        id: 'state',
        header: words.status,
        width: 168,
        rank: 5,
        cell: row => <StatusDot tone={tones[row.state]}>{words[row.state]}</StatusDot>,
      },
      { id: 'expires', header: words.expires, width: 150, isSortable: true, rank: 3, cell: row => date(row.expires) },
      {
        id: 'people',
        header: words.people,
        width: 140,
        align: 'end',
        isSortable: true,
        rank: 1,
        cell: row => number(row.people),
      },
    ],
    [words, date, number, country],
  )
}

export function GalleryList() {
  const words = galleryWords[useReader().language]
  const [url, change] = useUrlState(readers)
  const all = useMemo(() => makeRows(words, Number(url.rows ?? 10_000)), [words, url.rows])
  const found = useMemo(
    () =>
      all.filter(
        row =>
          (!url.state || url.state.includes(row.state)) &&
          (!url.q || `${row.title} ${row.partner}`.toLowerCase().includes(url.q.toLowerCase())),
      ),
    [all, url.state, url.q],
  )
  const rows = useLocalRows(found)
  const columns = useColumns(words)
  const { number } = useFormat()
  const [selection, setSelection] = useSelection(JSON.stringify([url.q, url.state]))
  const open = all.find(row => row.id === url.id)
  const [by = 'title', direction = 'ascending'] = (url.sort ?? '').split(' ')
  return (
    <ListWithPanel panel={open && <Detail row={open} words={words} onClose={() => change({ id: undefined })} />}>
      <Page fill>
        <PageHeader
          title={words.agreements}
          subtitle={words.subtitle}
          actions={
            <Button variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              {words.newAgreement}
            </Button>
          }
        />
        <FilterBar
          search={<SearchBox label={words.agreements} value={url.q ?? ''} onChange={q => change({ q })} />}
          filters={
            <MultiSelect
              label={words.status}
              hidesLabel
              className="w-44"
              choices={states.map(id => ({ id, label: words[id], tone: tones[id] }))}
              value={(url.state ?? []) as Row['state'][]}
              onChange={state => change({ state })}
            />
          }
          savedViews={
            <SavedViews
              views={[{ id: 'a', name: words.expiring }]}
              onOpen={() => change({ state: ['expiring'] })}
              onSave={() => {}}
            />
          }
          chips={(url.state ?? []).map(id => ({
            id,
            label: words.status,
            value: words[id as Row['state']] ?? id,
            onRemove: () => change({ state: url.state?.filter(each => each !== id) }),
          }))}
          onClear={() => change({ state: undefined })}
        />
        <DataTable
          id="gallery"
          label={words.agreements}
          columns={columns}
          rows={rows}
          rowId={row => row.id}
          rowLabel={row => row.title}
          rowLink={row => ({ to: '/kit', search: { ...url, part: 'list', id: row.id } })}
          currentId={url.id}
          sort={{ by, direction: direction === 'descending' ? 'descending' : 'ascending' }}
          onSort={sort => change({ sort: `${sort.by} ${sort.direction}` })}
          selection={selection}
          onSelection={setSelection}
          bulkActions={
            <Button size="small" icon={<Trash2 aria-hidden className="size-3.5" />}>
              {words.remove}
            </Button>
          }
          count={total => `${number(total)} · ${words.agreements}`}
          empty={
            <EmptyState
              icon={<FileSignature />}
              title={words.empty}
              actions={<Button variant="primary">{words.import}</Button>}
            >
              {words.emptyHelp}
            </EmptyState>
          }
        />
      </Page>
    </ListWithPanel>
  )
}

function Detail({ row, words, onClose }: { row: Row; words: Words; onClose: () => void }) {
  const { date, country } = useFormat()
  return (
    <Panel
      overline={<bdi>MoU-2026-{row.id.padStart(4, '0')}</bdi>}
      title={row.title}
      subtitle={<Bdi>{row.partner}</Bdi>}
      onClose={onClose}
    >
      <DescriptionList
        facts={[
          { label: words.status, value: <StatusDot tone={tones[row.state]}>{words[row.state]}</StatusDot> },
          { label: words.country, value: country(row.country) },
          { label: words.expires, value: date(row.expires, 'long') },
          { label: words.kind, value: null },
        ]}
      />
      <Timeline
        events={words.event.map((text, index) => ({
          id: String(index),
          at: `2025-0${6 - index}-1${index}T09:30:00Z`,
          text,
          tone: index === 0 ? 'ok' : 'accent',
        }))}
      />
    </Panel>
  )
}
