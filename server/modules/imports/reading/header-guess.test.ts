// Headers where people put them: under titles, in two lines, in any language, or nowhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseTable } from './choose-table.ts'
import { guessHeader } from './header-guess.ts'
import { applyGroups, expandMerges, suggestGroups } from './merged-cells.ts'
import type { Cell, CellRange, SourceFile, SourceTable } from './source-table.ts'

function table(rows: Cell[][], merges: CellRange[] = [], more: Partial<SourceTable> = {}): SourceTable {
  return { name: 'List', kind: 'xlsx', rows, firstRowNumber: 1, merges, ...more }
}

const names = (one: SourceTable) => guessHeader(one).columns.map(column => column.header)

const DATA: Cell[][] = [
  ['Iran', 'University of Shiraz', 'MOU', '2016', 'no end date'],
  ['Italy', 'University of Bari', 'MOU, Exchange', '1999, 11/17/2008', 'renewal pending'],
  ['Spain', 'University of Cadiz', 'Exchange', '2018', '2023'],
]
const HEADER: Cell[] = ['Country', 'Institution', 'Type', 'Start Date', 'End Date']

test('a header in the first row', () => {
  const guess = guessHeader(table([HEADER, ...DATA]))
  assert.deepEqual(
    { ...guess, columns: guess.columns.map(column => column.header), confidence: guess.confidence > 0.8 },
    {
      headerRow: 0,
      headerRows: 1,
      firstDataRow: 1,
      lastDataRow: 3,
      columns: ['Country', 'Institution', 'Type', 'Start Date', 'End Date'],
      confidence: true,
      footers: [],
      emptyRows: [],
      repeatedHeaders: [],
    },
  )
})

test('titles and empty rows above, totals and sources below, headers repeated inside', () => {
  const guess = guessHeader(
    table([
      ['Active agreements of the university'],
      ['as of December 2019'],
      [],
      HEADER,
      DATA[0]!,
      [],
      ['country', 'institution', 'TYPE', 'Start  Date', 'End Date'],
      DATA[1]!,
      DATA[2]!,
      ['Total', 3],
      [],
      ['Source: International Office'],
      ['* under negotiation'],
    ]),
  )
  assert.equal(guess.headerRow, 3)
  assert.deepEqual([guess.firstDataRow, guess.lastDataRow], [4, 8])
  assert.deepEqual(guess.footers, [9, 11, 12])
  assert.deepEqual(guess.emptyRows, [2, 5, 10])
  assert.deepEqual(guess.repeatedHeaders, [6])
})

test('headers in Persian, Russian, Spanish and French', () => {
  const cases: Cell[][][] = [
    [
      ['فهرست تفاهم‌نامه‌ها'],
      ['ردیف', 'کشور', 'دانشگاه طرف قرارداد', 'تاریخ امضا'],
      [1, 'روسیه', 'دانشگاه کازان', '۱۳۹۸/۰۲/۱۱'],
      [2, 'ایتالیا', 'دانشگاه باری', '۱۴۰۰/۰۱/۱۵'],
    ],
    [
      ['Перечень соглашений'],
      ['№ п/п', 'Страна', 'Вуз-партнёр', 'Дата подписания'],
      ['1', 'Иран', 'Тегеранский университет', '11.02.2019'],
      ['2', 'Италия', 'Университет Бари', '2020'],
    ],
    [
      ['Convenios vigentes'],
      ['País', 'Universidad', 'Tipo de convenio', 'Fecha de firma'],
      ['Perú', 'Universidad de Lima', 'Marco', '1/2/2019'],
      ['Chile', 'Universidad de Chile', 'Marco', '3/2/2019'],
    ],
    [
      ['Accords'],
      ['Pays', 'Établissement partenaire', 'Nature', 'Échéance'],
      ['Maroc', 'Université de Fès', 'Cadre', '2025'],
      ['Mali', 'Université de Bamako', 'Cadre', '2026'],
    ],
  ]
  for (const rows of cases) assert.equal(guessHeader(table(rows)).headerRow, 1, String(rows[0]![0]))
})

test('a row of column numbers under the header is no data', () => {
  const guess = guessHeader(
    table([
      ['№', 'Страна', 'Вуз'],
      ['1', '2', '3'],
      ['1', 'Иран', 'Тегеранский университет'],
      ['2', 'Ирак', 'Багдадский университет'],
    ]),
  )
  assert.deepEqual([guess.headerRow, guess.repeatedHeaders], [0, [1]])
})

test('two header rows with merged groups', () => {
  const rows: Cell[][] = [
    ['Partner', 'Students', null, 'Dates', null],
    [null, 'Outgoing', 'Incoming', 'Signed', 'Expires'],
    ['University of Bari', 2, 3, '1/2/2019', '1/2/2024'],
    ['University of Cadiz', 1, 0, '1/2/2020', '1/2/2025'],
  ]
  const merges = [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
    { top: 0, left: 3, bottom: 0, right: 4 },
  ]
  const expected = ['Partner', 'Students / Outgoing', 'Students / Incoming', 'Dates / Signed', 'Dates / Expires']
  const guess = guessHeader(table(rows, merges))
  assert.deepEqual([guess.headerRow, guess.headerRows, guess.firstDataRow], [0, 2, 2])
  assert.deepEqual(names(table(rows, merges)), expected)
  assert.deepEqual(names(table(rows, [], { kind: 'csv' })), expected)
})

test('a title merged over all columns is no group', () => {
  const rows: Cell[][] = [['Agreements', null, null, null, null], HEADER, ...DATA]
  const guess = guessHeader(table(rows, [{ top: 0, left: 0, bottom: 0, right: 4 }]))
  assert.deepEqual([guess.headerRow, guess.headerRows], [1, 1])
})

test('data without a header get column letters', () => {
  const guess = guessHeader(
    table([
      ['1', 'a@b.example', '2019-01-02'],
      ['2', 'c@d.example', '2019-02-03'],
      ['3', 'e@f.example', '2019-04-05'],
    ]),
  )
  assert.deepEqual([guess.headerRow, guess.headerRows, guess.firstDataRow, guess.lastDataRow], [-1, 0, 0, 2])
  assert.deepEqual(
    guess.columns.map(column => column.header),
    ['Column A', 'Column B', 'Column C'],
  )
})

test('blank and repeated header names become distinct, the original stays', () => {
  const guess = guessHeader(table([['Country', 'Contact', null, 'Contact', 'E-mail\n address'], ...DATA]))
  assert.deepEqual(guess.columns.slice(1), [
    { index: 1, header: 'Contact', original: 'Contact' },
    { index: 2, header: 'Column C', original: '' },
    { index: 3, header: 'Contact (2)', original: 'Contact' },
    { index: 4, header: 'E-mail address', original: 'E-mail\n address' },
  ])
})

test('the range that a workbook declares decides', () => {
  const guess = guessHeader(
    table(
      [
        ['a', 'b'],
        ['x', 'y'],
        ['p', 'q'],
      ],
      [],
      { listRange: { top: 1, left: 0, bottom: 2, right: 1 } },
    ),
  )
  assert.equal(guess.headerRow, 1)
})

test('tables without rows or with a header only', () => {
  assert.deepEqual(guessHeader(table([])).columns, [])
  const guess = guessHeader(table([HEADER]))
  assert.ok(guess.lastDataRow < guess.firstDataRow)
})

test('vertical merges are filled and marked', () => {
  const source = table(
    [HEADER, ['Iran', 'A'], [null, 'B'], [null, 'C'], ['Italy', 'D']],
    [{ top: 1, left: 0, bottom: 3, right: 0 }],
  )
  const expanded = expandMerges(source)
  assert.deepEqual(
    expanded.rows.slice(1).map(row => row[0]),
    ['Iran', 'Iran', 'Iran', 'Italy'],
  )
  assert.deepEqual(expanded.filled, [
    { row: 2, column: 0, fromRow: 1 },
    { row: 3, column: 0, fromRow: 1 },
  ])
  assert.deepEqual(source.rows[2], [null, 'B'])
})

test('gaps under a country are only suggested, gaps further right are not', () => {
  const rows: Cell[][] = [
    ['Country', 'Institution', 'End'],
    ['Iran', 'A', '2020'],
    [null, 'B', null],
    ['Italy', 'C', '2021'],
    [null, 'D', null],
  ]
  const source = table(rows)
  const suggestions = suggestGroups(source, guessHeader(source))
  assert.deepEqual(
    suggestions.map(({ column, valueRows, blankRows }) => [column, valueRows, blankRows]),
    [[0, 2, 2]],
  )
  assert.deepEqual(
    applyGroups(source, suggestions).rows.map(row => row[0]),
    ['Country', 'Iran', 'Iran', 'Italy', 'Italy'],
  )
  assert.deepEqual(expandMerges(source).filled, [])
})

test('the sheet that holds the list is chosen, not the longest nor the hidden', () => {
  const codes = table(
    [['Code', 'Name'], ...Array.from({ length: 40 }, (_, index): Cell[] => [`c${index}`, `n${index}`])],
    [],
    { name: 'Codes' },
  )
  const hidden = table([HEADER, ...Array.from({ length: 30 }, () => DATA[0]!)], [], { name: 'Old list', hidden: true })
  const list = table([HEADER, ...Array.from({ length: 20 }, () => DATA[1]!)], [], { name: 'Agreements' })
  const file: SourceFile = { tables: [codes, hidden, list], format: 'xlsx', notices: [], sha256: '', bytes: 1 }
  assert.equal(chooseTable(file).index, 2)
})
