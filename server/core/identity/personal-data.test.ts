// The list of personal data against the database: no field that could name a person is left out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createTestDatabase } from '../testing.ts'
import { notPersonal, personalTables } from './personal-data.ts'

const { db } = await createTestDatabase()
const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
  select table_name as "table", column_name as "column", data_type as type from information_schema.columns
  where table_schema = 'public' order by 1, 2`.execute(db)

/** Words in the names of columns under which names, addresses and what people say are kept. */
const telling =
  /(^|_)(name|names|email|mail|phone|address|ip|agent|orcid|device|signatory|author|position|owner|value|body|text|note|recipient|preferences|image)(_|$)/
const textual = new Set(['text', 'jsonb', 'json', 'character varying', 'ARRAY', 'inet'])

test('every column that could name a person is listed, or said to be none', () => {
  const listed = new Map(personalTables.map(one => [one.table, one]))
  const open = columns
    .filter(({ column, type }) => telling.test(column) && textual.has(type))
    .filter(({ table, column }) => {
      const none = notPersonal[table] ?? []
      return !none.includes('*') && !none.includes(column) && !listed.get(table)?.columns.includes(column)
    })
  assert.deepEqual(
    open.map(({ table, column }) => `${table}.${column}`),
    [],
    'Say in server/core/identity/personal-data.ts what these are for',
  )
})

test('the list names only what there is', () => {
  const known = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const named = personalTables.flatMap(({ table, columns: own, account = [], secret = [], contact, erase }) =>
    [
      ...own,
      ...account,
      ...secret,
      ...(contact ? [contact] : []),
      ...Object.keys(typeof erase === 'object' ? erase : {}),
    ].map(column => `${table}.${column}`),
  )
  assert.deepEqual(
    named.filter(name => !known.has(name)),
    [],
  )
  assert.ok(named.length > 50)
})

test('every table with rows of accounts is exported, or says what it is', () => {
  const withAccount = columns.filter(({ column }) => column === 'user_id').map(({ table }) => table)
  const exported = new Set(personalTables.filter(one => one.account).map(one => one.table))
  assert.deepEqual(
    withAccount.filter(table => !exported.has(table)),
    [],
  )
})
