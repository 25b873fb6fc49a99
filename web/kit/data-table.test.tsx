// The list: 100,000 rows by keyboard, selection, sorting, columns that leave where there is no room.
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { show } from '../testing/show.tsx'
import { DataTable, type Sort } from './data-table.tsx'
import { useLocalRows } from './row-source.ts'
import { type Column, columnsBelow, fitColumns } from './table-columns.ts'
import { RowTitle } from './table-row.tsx'
import { countSelected, noSelection, type Selection } from './table-selection.ts'

interface Row {
  id: string
  title: string
}

const many: Row[] = Array.from({ length: 100_000 }, (_, index) => ({ id: String(index), title: `Agreement ${index}` }))
const columns: Column<Row>[] = [
  {
    id: 'title',
    header: 'Title',
    width: 200,
    isPrimary: true,
    isSortable: true,
    cell: row => <RowTitle second="second line">{row.title}</RowTitle>,
  },
  { id: 'id', header: 'Number', width: 120, cell: row => row.id },
]

let selection: Selection = noSelection
let sort: Sort | null = null

function List() {
  const [chosen, setChosen] = useState<Selection>(noSelection)
  const [order, setOrder] = useState<Sort | null>(null)
  selection = chosen
  sort = order
  return (
    <div style={{ height: 500, display: 'flex', flexDirection: 'column' }}>
      <DataTable
        id="test"
        label="Agreements"
        columns={columns}
        rows={useLocalRows(many)}
        rowId={row => row.id}
        rowLabel={row => row.title}
        rowLink={row => ({ to: '/rows/$id', params: { id: row.id } })}
        sort={order}
        onSort={setOrder}
        selection={chosen}
        onSelection={setChosen}
        empty="none"
      />
    </div>
  )
}

const focused = () => document.activeElement?.getAttribute('aria-rowindex')
beforeEach(() => localStorage.removeItem('concord.columns.test'))

const firstRow = async () => {
  const rows = page.getByRole('row')
  await expect.poll(() => rows.elements().length).toBeGreaterThan(5)
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus()
}

test('the page holds some rows of 100,000, and the keys go through all of them', async () => {
  await show(List)
  await firstRow()
  expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('100001')
  expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.poll(focused).toBe('4')
  await userEvent.keyboard('{End}')
  await expect.poll(focused).toBe('100001')
  await expect.element(page.getByText('Agreement 99999', { exact: true })).toBeVisible()
  await userEvent.keyboard('{PageUp}{Home}')
  await expect.poll(focused).toBe('2')
})

test('Space chooses, Shift with arrows adds, Ctrl A takes all', async () => {
  await show(List)
  await firstRow()
  await userEvent.keyboard(' ')
  await expect.poll(() => countSelected(selection, 100_000)).toBe(1)
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  await expect.poll(() => countSelected(selection, 100_000)).toBe(3)
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.poll(() => countSelected(selection, 100_000)).toBe(100_000)
  await expect.element(page.getByText('100,000 rows chosen')).toBeVisible()
  await userEvent.keyboard(' ')
  await expect.poll(() => countSelected(selection, 100_000)).toBe(99_999)
})

test('the head sorts and turns the order round', async () => {
  await show(List)
  await page.getByRole('button', { name: 'Title' }).click()
  expect(sort).toEqual({ by: 'title', direction: 'ascending' })
  await page.getByRole('button', { name: 'Title' }).click()
  expect(sort).toEqual({ by: 'title', direction: 'descending' })
  await expect.element(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending')
})

test('columns of the lowest rank leave first, the primary one never', () => {
  const column = (id: string, width: number, rank?: number, isPrimary = false): Column<Row> => ({
    id,
    header: id,
    width,
    isPrimary,
    ...(rank !== undefined && { rank }),
    cell: () => null,
  })
  const all = [column('title', 220, undefined, true), column('a', 100, 1), column('b', 100, 3), column('c', 100, 2)]
  const ids = (width: number) => fitColumns(all, width).map(each => each.id)
  expect(ids(600)).toEqual(['title', 'a', 'b', 'c'])
  expect(ids(430)).toEqual(['title', 'b', 'c'])
  expect(ids(330)).toEqual(['title', 'b'])
  expect(ids(100)).toEqual(['title'])
})

test('where only the title fits, the row says on a line below what matters', () => {
  const column = (id: string, below?: true): Column<Row> => ({
    ...{ id, header: id, width: 200, cell: () => id },
    ...(below && { below }),
  })
  const all = [{ ...column('title'), isPrimary: true }, column('state', true), column('kind'), column('end', true)]
  const below = (width: number) => columnsBelow(all, fitColumns(all, width)).map(each => each.id)
  expect(below(320)).toEqual(['state', 'end'])
  expect(below(450)).toEqual([])
  const menu: Column<Row> = { ...column('menu'), width: 60, rank: 9, isControl: true }
  const beside = columnsBelow([...all, menu], fitColumns([...all, menu], 320))
  expect(beside.map(each => each.id)).toEqual(['state', 'end'])
})

const toldBelow: Column<Row>[] = [columns[0]!, { ...columns[1]!, width: 400, below: row => `no. ${row.id}` }]

function Narrow() {
  return (
    <div style={{ height: 500, display: 'flex', flexDirection: 'column' }}>
      <DataTable
        id="narrow"
        label="Agreements"
        columns={toldBelow}
        rows={useLocalRows(many)}
        rowId={row => row.id}
        rowLabel={row => row.title}
        empty="none"
      />
    </div>
  )
}

test('the line below stands in a list as narrow as a phone', async () => {
  await page.viewport(360, 700)
  await show(Narrow)
  await expect.element(page.getByText('no. 3', { exact: true })).toBeVisible()
  expect(document.querySelector('[data-index="1"]')?.getBoundingClientRect().height).toBe(78)
})
