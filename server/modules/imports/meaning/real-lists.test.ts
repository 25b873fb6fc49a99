// The lists that developers keep beside the checkout, where they are there: nothing fails, and the known quirks are met.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { chooseTable } from '../reading/choose-table.ts'
import { guessHeader } from '../reading/header-guess.ts'
import { readSourceFile } from '../reading/read-source-file.ts'
import { dataRows, guessColumns } from './columns.ts'
import { guessListKind } from './list-kind.ts'
import { understandRow } from './row.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/real/', import.meta.url))
const skip = existsSync(folder) ? false : 'the folder of real lists is not beside this checkout'

async function understand(file: string) {
  const { table } = chooseTable(await readSourceFile({ path: folder + file }))
  const header = guessHeader(table)
  const columns = guessColumns(table, header)
  const list = guessListKind(columns)
  const today = Temporal.PlainDate.from('2026-11-23')
  const rows = dataRows(table, header).map(row =>
    understandRow(table.rows[row] ?? [], columns, { today, listKind: list.kind }),
  )
  return { columns, list, rows }
}

test('mobility agreements of a school', { skip }, async () => {
  const { list, rows } = await understand('upc-fib-mobility-agreements.json')
  assert.equal(list.kind, 'agreements')
  assert.equal(rows.length, 202)
  assert.deepEqual(
    rows.filter(row => row.status === 'error').flatMap(row => row.doubts.map(each => each.values.value)),
    ['2'],
  )
  assert.equal(rows.filter(row => row.state === 'expired').length, 201)
  assert.equal(
    rows.every(row => row.partners[0]?.country !== undefined),
    true,
  )
  assert.equal(rows[0]?.doubts[0]?.code, 'partners_several')
})

test('registers of organisations', { skip }, async () => {
  for (const [file, count] of [
    ['eche-charter-holders-latin1.csv', 5912],
    ['h2020-stable-partners-2017.csv', 3414],
    ['h2020-top-organisations-2017.csv', 22],
    ['project-consortium-ca4eosc.csv', 18],
  ] as const) {
    const { list, rows } = await understand(file)
    assert.deepEqual([file, list.kind, rows.length], [file, 'organisations', count])
    assert.equal(rows.filter(row => row.status === 'error').length, 0)
    assert.equal(
      rows.every(row => row.partners[0]?.country !== undefined),
      true,
    )
  }
})
