// Real lists, where a developer has them: every row comes out. Set READING_SAMPLES to their folder, or place it beside the checkout.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { chooseTable } from './choose-table.ts'
import { readSourceFile } from './read-source-file.ts'

const folder = process.env.READING_SAMPLES ?? resolve(import.meta.dirname, '../../../../../shared/data/real')

const LISTS = [
  { name: 'eche-charter-holders-latin1.csv', rows: 5912, columns: 12, headerRow: 1, encoding: 'windows-1252' },
  { name: 'h2020-stable-partners-2017.csv', rows: 3414, columns: 45, headerRow: 0, encoding: 'utf-8' },
  { name: 'h2020-top-organisations-2017.csv', rows: 22, columns: 45, headerRow: 0, encoding: 'utf-8' },
  { name: 'project-consortium-ca4eosc.csv', rows: 18, columns: 8, headerRow: 0, encoding: 'utf-8' },
  { name: 'upc-fib-mobility-agreements.json', rows: 202, columns: 12, headerRow: 0, encoding: 'utf-8' },
]

for (const list of LISTS) {
  const path = join(folder, list.name)
  test(`${list.name} is read whole`, { skip: existsSync(path) ? false : 'the sample is not here' }, async () => {
    const file = await readSourceFile({ path })
    const { header } = chooseTable(file)
    assert.deepEqual(
      {
        rows: header.lastDataRow - header.firstDataRow + 1,
        columns: header.columns.length,
        headerRow: header.headerRow,
        encoding: file.encoding,
        footers: header.footers,
      },
      { rows: list.rows, columns: list.columns, headerRow: list.headerRow, encoding: list.encoding, footers: [] },
    )
  })
}
