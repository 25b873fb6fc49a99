// Whatever the cells or bytes are: nothing crashes but with a sentence, and no cell is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Papa from 'papaparse'
import { guessHeader } from './header-guess.ts'
import { expandMerges, suggestGroups } from './merged-cells.ts'
import { readSourceFile } from './read-source-file.ts'
import { readingErrorTerms } from './reading.terms.ts'
import { RecordScanner } from './record-scanner.ts'
import { type Cell, ReadingError, type SourceTable } from './source-table.ts'
import { buildWorkbook, textSheet } from './testing/workbook-fixture.ts'
import { writeTableBuffer } from './write-table.ts'

/** Letters of several scripts with everything that separated text stumbles over. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'abc\'"",;\t|\n\r =+-@_x0041_٣یک<&>Жя'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  })
  .map(value => value.replaceAll('\u0000', '').toWellFormed())
const nonEmpty = text.map(value => (value === '' ? 'x' : value))

const trimmed = (rows: Cell[][]): Cell[][] => {
  const kept = rows.map(row => {
    const cells = row.map(cell => (cell === '' ? null : cell))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    return cells
  })
  while (kept.length > 0 && kept.at(-1)!.length === 0) kept.pop()
  return kept
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.integer({ min: 61, max: 2_958_465 }).map(serial => ({
    date: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10),
    serial,
  })),
)

test('random grids survive a workbook', async () => {
  const grids = fc.tuple(
    fc.array(nonEmpty, { minLength: 1, maxLength: 5 }),
    fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(grids, async ([columns, rows]) => {
      const bytes = await writeTableBuffer({ columns, rows, format: 'xlsx' })
      const file = await readSourceFile({ bytes })
      assert.deepEqual(file.tables[0]!.rows, trimmed([columns, ...rows]))
    }),
    { numRuns: 150 },
  )
})

test('random grids of text survive CSV', async () => {
  const grids = fc.tuple(
    fc.array(nonEmpty, { minLength: 2, maxLength: 5 }),
    fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(grids, async ([columns, rows]) => {
      const bytes = await writeTableBuffer({ columns, rows, format: 'csv' })
      const file = await readSourceFile({ bytes }, { separator: ',' })
      assert.deepEqual(trimmed(file.tables[0]!.rows), trimmed([columns, ...rows]))
    }),
    { numRuns: 300 },
  )
})

test('records are cut as by a reader that is widely used, wherever the text is well formed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      (rows, separator) => {
        const csv = Papa.unparse(rows, { delimiter: separator, newline: '\r\n', quotes: true })
        const scanner = new RecordScanner(csv, separator)
        const found: string[][] = []
        for (let record = scanner.next(); record !== undefined; record = scanner.next()) found.push(record.fields)
        assert.deepEqual(found, rows)
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever the text, each of its letters ends up in a cell', async () => {
  const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 30 }),
      fc.constantFrom(',', ';', '\n', '"\n', ',"'),
      async (parts, joint) => {
        const whole = `start${joint}${parts.join(joint)}`
        const file = await readSourceFile({ pastedText: whole }, { separator: ',' })
        const found = file.tables[0]!.rows.flat().join('')
        assert.equal(letters(found), letters(whole))
      },
    ),
    { numRuns: 300 },
  )
})

async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  try {
    const file = await readSourceFile({ bytes }, { limits: { unzippedBytes: 5_000_000, cells: 100_000 } })
    for (const table of file.tables) looksThrough(table)
  } catch (error) {
    assert.ok(error instanceof ReadingError, String(error instanceof Error ? error.stack : error))
    assert.ok(error.code in readingErrorTerms, error.code)
  }
}

function looksThrough(table: SourceTable): void {
  const header = guessHeader(table)
  expandMerges(table)
  suggestGroups(table, header)
  const labels = header.columns.map(column => column.header.toLowerCase())
  assert.equal(new Set(labels).size, labels.length)
}

test('random bytes are read or refused with a sentence', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), readsOrRefuses), { numRuns: 1000 })
})

test('random bytes behind known beginnings are read or refused with a sentence', async () => {
  const starts = [
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\xff\xfe',
    '\xfe\xff',
    '\xef\xbb\xbf',
    '[{"a":',
    '{"',
    '<html><table>',
    '<?xml version="1.0"?>',
    'sep=;\n',
    '\t\0\u0004\0',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, bytes) =>
      readsOrRefuses(Buffer.concat([Buffer.from(start, 'latin1'), bytes])),
    ),
    { numRuns: 1000 },
  )
})

test('workbooks with changed bytes are read or refused with a sentence', async () => {
  const whole = buildWorkbook({
    sheets: [
      {
        name: 'List',
        xml: `${textSheet([
          ['Country', 'Partner'],
          ['Iran', 'University of Shiraz'],
        ])}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
        relationships: [['rId1', 'hyperlink', 'https://a.example', true]],
      },
    ],
    formats: ['dd.mm.yyyy'],
  })
  const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(changes, async list => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of list) bytes[at] = value
      await readsOrRefuses(bytes)
    }),
    { numRuns: 600 },
  )
})

test('sheets of random elements are read or refused with a sentence', async () => {
  const name = fc.constantFrom(
    'sheetData',
    'row',
    'c',
    'v',
    'f',
    'is',
    't',
    'mergeCell',
    'hyperlink',
    'autoFilter',
    'col',
  )
  const value = fc.constantFrom(
    '',
    '1',
    'A1',
    'A1:B2',
    'XFD1048576',
    's',
    'b',
    'e',
    'd',
    'str',
    '-1',
    '99999999999',
    'rId1',
    'true',
  )
  const attributes = fc.dictionary(fc.constantFrom('r', 't', 's', 'ref', 'r:id', 'min', 'max', 'hidden'), value, {
    maxKeys: 3,
  })
  const { element } = fc.letrec<{ element: string }>(tie => ({
    element: fc
      .tuple(
        name,
        attributes,
        fc.array(fc.oneof({ depthSize: 'small' }, fc.constantFrom('1', '#N/A', '2024-02-30', 'x'), tie('element')), {
          maxLength: 4,
        }),
      )
      .map(([tag, given, inner]) => {
        const written = Object.entries(given).map(([key, one]) => ` ${key}="${one}"`)
        return `<${tag}${written.join('')}>${inner.join('')}</${tag}>`
      }),
  }))
  await fc.assert(
    fc.asyncProperty(fc.array(element, { maxLength: 6 }), list =>
      readsOrRefuses(buildWorkbook({ sheets: [{ name: 'List', xml: list.join('') }] })),
    ),
    { numRuns: 400 },
  )
})
