// What is written can be read back cell by cell, and runs nothing when it is opened.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { readSourceFile } from './read-source-file.ts'
import type { Cell, TableToWrite } from './source-table.ts'
import { writeTable, writeTableBuffer } from './write-table.ts'

const COLUMNS = ['Country', 'Contact', 'Contact']
const ROWS: Cell[][] = [
  ['ایران', '=HYPERLINK("https://evil.example")', '@SUM(A1)'],
  ['Россия', -5, true],
  [null, { date: '2024-02-29', serial: 45351 }, { date: '1812-09-07', serial: 0 }],
  ['a_x0041_b', { link: 'https://a.example/?x=1&y=2', text: 'A "quoted" <b>' }, { error: '#N/A' }],
  [],
  ['  spaced ', 'two\r\nlines', { link: 'javascript:alert(1)', text: 'x' }],
]

async function roundTrip(table: Partial<TableToWrite> & Pick<TableToWrite, 'format'>) {
  const bytes = await writeTableBuffer({ columns: COLUMNS, rows: ROWS, ...table })
  return { bytes, file: await readSourceFile({ bytes }) }
}

test('a workbook gives back the same cells in the same columns', async () => {
  const { file } = await roundTrip({ format: 'xlsx', sheetName: 'Agreements: 2024/25' })
  assert.equal(file.tables[0]!.name, 'Agreements  2024 25')
  assert.deepEqual(file.tables[0]!.rows, [
    COLUMNS,
    ROWS[0],
    ROWS[1],
    [null, { date: '2024-02-29', serial: 45351 }, '1812-09-07'],
    ROWS[3],
    [],
    ['  spaced ', 'two\r\nlines', 'x (javascript:alert(1))'],
  ])
})

test('text is stored as text in a workbook, never as a formula', async () => {
  const { bytes } = await roundTrip({ format: 'xlsx' })
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
  assert.equal(sheet.includes('<f>'), false)
  assert.ok(sheet.includes('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK('))
})

test('right to left sheets say so', async () => {
  for (const rightToLeft of [true, false]) {
    const { bytes } = await roundTrip({ format: 'xlsx', rightToLeft })
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    assert.equal(sheet.includes('rightToLeft="1"'), rightToLeft)
  }
})

test('CSV guards text that a spreadsheet program would run, and reading takes the guard off', async () => {
  const { bytes, file } = await roundTrip({ format: 'csv' })
  const lines = bytes.toString('utf8').split('\r\n')
  assert.equal(lines[0], '\ufeffCountry,Contact,Contact')
  assert.equal(lines[1], `ایران,"'=HYPERLINK(""https://evil.example"")",'@SUM(A1)`)
  assert.equal(lines[2], 'Россия,-5,true')
  assert.deepEqual(file.tables[0]!.rows, [
    COLUMNS,
    ['ایران', '=HYPERLINK("https://evil.example")', '@SUM(A1)'],
    ['Россия', '-5', 'true'],
    [null, '2024-02-29', '1812-09-07'],
    ['a_x0041_b', 'A "quoted" <b> (https://a.example/?x=1&y=2)', '#N/A'],
    [],
    ['  spaced ', 'two\r\nlines', 'x (javascript:alert(1))'],
  ])
})

test('rows may come one by one, and pieces are given out before the last row', async () => {
  let given = 0
  let givenAtFirstPiece = 0
  async function* rows(): AsyncGenerator<Cell[]> {
    for (; given < 20_000; given += 1) yield [`row ${given}`, given]
  }
  for (const format of ['csv', 'xlsx'] as const) {
    given = 0
    givenAtFirstPiece = 0
    const pieces: Uint8Array[] = []
    for await (const piece of writeTable({ columns: ['a', 'b'], rows: rows(), format })) {
      if (pieces.length === 0) givenAtFirstPiece = given
      pieces.push(piece)
    }
    assert.ok(givenAtFirstPiece < 20_000)
    const file = await readSourceFile({ bytes: Buffer.concat(pieces) })
    assert.equal(file.tables[0]!.rows.length, 20_001)
  }
})

test('workbooks of another writer are read back too', async () => {
  const date = new Date(Date.UTC(2024, 1, 29))
  const sheet = [
    [{ value: 'Имя', type: String }, { value: 7.25, type: Number }, { value: false, type: Boolean }, null],
    [
      { value: '  a & <b>\nc', type: String },
      { value: date, type: Date, format: 'dd/mm/yyyy' },
    ],
  ]
  const bytes = await writeXlsxFile(sheet, { sheet: 'Лист' }).toBuffer()
  const file = await readSourceFile({ bytes })
  assert.deepEqual(
    file.tables.map(({ name, rows }) => [name, rows]),
    [
      [
        'Лист',
        [
          ['Имя', 7.25, false],
          ['  a & <b>\nc', { date: '2024-02-29', serial: 45351 }],
        ],
      ],
    ],
  )
})
