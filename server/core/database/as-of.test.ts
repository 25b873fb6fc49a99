// Tests that the past of rows is kept whole: at each moment the views say what the tables said then.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '../ids.ts'
import { createTestDatabase } from '../testing.ts'
import { forgetPast, pastOf, readAsOf, writeAt } from './as-of.ts'
import type { Db } from './connect.ts'

const { db } = await createTestDatabase()

const columnsOf = async (schema: string) => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as "table", array_agg(a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'v') group by 1`.execute(db)
  return new Map(rows.map(row => [row.table, row.columns]))
}

test('a table whose past is kept has the same columns then and now', async () => {
  const [now, past, views] = [await columnsOf('public'), await columnsOf('past'), await columnsOf('as_of')]
  assert.ok(past.size > 15)
  for (const [table, columns] of past) {
    const expected = now.get(table)!
    assert.deepEqual(
      columns.filter(column => !column.startsWith('until ')),
      expected,
      `call past.keep_versions for ${table} after changing its columns`,
    )
    assert.deepEqual(views.get(table), expected, table)
  }
  assert.deepEqual(await pastOf(db, ['agreement', 'auth_user', 'entry']), ['past.agreement', 'past.entry'])
})

const instantOf = (step: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: step })

/** Writes in a transaction of its own at the minute. */
const write = (step: number, work: (db: Db) => Promise<unknown>) =>
  db.transaction().execute(async transaction => {
    await writeAt(transaction, instantOf(step).toString())
    await work(transaction)
  })

const insert = (id: string, name: string) => (at: Db) =>
  sql`insert into organisation (id, name) values (${id}, ${name})`.execute(at)
const rename = (id: string, name: string) => (at: Db) =>
  sql`update organisation set name = ${name} where id = ${id}`.execute(at)
const remove = (id: string) => (at: Db) => sql`delete from organisation where id = ${id}`.execute(at)
const nameAt = async (id: string, at: Temporal.Instant): Promise<string | undefined> =>
  (await readAsOf(db, at, past => past.selectFrom('organisation').select('name').where('id', '=', id).execute()))[0]
    ?.name

test('any course of writing, changing and deleting is seen at each moment as it was', async () => {
  const step = fc.oneof(
    fc.constant(null),
    fc.string({ minLength: 1, maxLength: 3 }).map(text => text.replaceAll('\0', '')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), step), { maxLength: 12 }), async course => {
      const id = newId()
      const seen: { at: Temporal.Instant; name: string | undefined }[] = []
      let minute = 0
      let name: string | undefined
      for (const [passed, next] of course) {
        minute += passed
        if (next === null) await write(minute, remove(id))
        else await write(minute, name === undefined ? insert(id, next) : rename(id, next))
        name = next ?? undefined
        seen.push({ at: instantOf(minute), name })
      }
      for (const [index, { at, name: then }] of seen.entries()) {
        const next = seen[index + 1]
        if (next && Temporal.Instant.compare(next.at, at) === 0) continue
        assert.equal(await nameAt(id, at.add({ seconds: 1 })), then)
        if (next) assert.equal(await nameAt(id, next.at), then)
      }
      assert.equal(await nameAt(id, instantOf(0)), undefined)
    }),
    { numRuns: 40 },
  )
})

test('a change of computed columns keeps nothing, and what is forgotten stays forgotten', async () => {
  const [home, id] = [newId(), newId()]
  await write(0, insert(home, 'Home'))
  await write(0, at =>
    sql`insert into agreement (id, home_id, kind, title, state) values (${id}, ${home}, 'memorandum', '{}', 'inquiry')`.execute(
      at,
    ),
  )
  const versions = async () => (await sql`select 1 from past.agreement where id = ${id}`.execute(db)).rows.length
  await write(1, at => sql`update agreement set pulse = 'alive', kept_count = 3 where id = ${id}`.execute(at))
  assert.equal(await versions(), 0)
  await write(2, at => sql`update agreement set remarks = 'Ask Ada' where id = ${id}`.execute(at))
  await write(3, at => sql`update agreement set remarks = 'Ask Ada again' where id = ${id}`.execute(at))
  assert.equal(await versions(), 2)
  await write(4, async at => {
    await forgetPast(at)
    for (const place of ['agreement', ...(await pastOf(at, ['agreement']))])
      await sql`update ${sql.table(place)} set remarks = 'Ask #1' where remarks is not null and id = ${id}`.execute(at)
  })
  assert.equal(await versions(), 2)
  const remarks = (minute: number) =>
    readAsOf(db, instantOf(minute), past =>
      past.selectFrom('agreement').select('remarks').where('id', '=', id).executeTakeFirst(),
    )
  assert.deepEqual(
    [await remarks(2), await remarks(3), await remarks(4), await remarks(9)],
    [{ remarks: null }, ...Array(3).fill({ remarks: 'Ask #1' })],
  )
})

test('nothing is written through the past', async () => {
  await assert.rejects(readAsOf(db, instantOf(9), past => remove(newId())(past)))
})
