// The demo is a sound installation: every invariant holds, every state and every pulse occurs, in three scripts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '#core/doctor.ts'
import { createTestDatabase } from '#core/testing.ts'
import { fixedClock } from '#core/time.ts'
import { agreementStates } from '#modules/agreements/agreement.states.ts'
import { pulseOrder } from '#modules/agreements/agreement.terms.ts'
import { termFactsOf } from '#modules/agreements/agreement-record.store.ts'
import { effectiveState } from '#modules/agreements/agreement-term.ts'
import { kinds } from '#modules/ledger/ledger.terms.ts'
import { modules } from '../modules.ts'
import { holdingOf, wipeDemo } from './demo-marks.ts'
import { seedDemo } from './seed-demo.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const { db } = await createTestDatabase()
assert.equal(await holdingOf(db), 'nothing')
const report = await seedDemo({ db, clock: fixedClock(`${today.toString()}T09:00:00Z`), timeZone: 'UTC' })

const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

test('what was said is what was made', async () => {
  const count = async (table: 'agreement' | 'activity') =>
    (
      await db
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  assert.deepEqual([report.organisations, report.agreements], [42, 120])
  assert.equal(await count('agreement'), 120)
  assert.ok((await count('activity')) > 1500)
})

test('every invariant holds', async () => {
  const results = await checkInvariants(db, modules)
  assert.deepEqual(
    results.filter(result => result.problems.length > 0),
    [],
  )
})

test('every state, every pulse and every kind of promise occurs', async () => {
  const agreements = await db.selectFrom('agreement').selectAll().execute()
  const states = agreements.map(row => effectiveState(termFactsOf(row), today))
  assert.deepEqual(sorted(states), [...agreementStates].sort())
  assert.deepEqual(sorted(agreements.flatMap(row => row.pulse ?? [])), [...pulseOrder].sort())
  const commitments = await db.selectFrom('commitment').select('kind').distinct().execute()
  assert.deepEqual(sorted(commitments.map(row => row.kind)), [...kinds].sort())
})

test('deeds go both ways, are planned, confirmed and proved, and some have no promise', async () => {
  const entries = await db
    .selectFrom('entry as e')
    .leftJoin('entry_evidence as v', 'v.entry_id', 'e.id')
    .select(['e.status', 'e.from_id', 'e.home_id', 'e.served_by', 'v.kind'])
    .where('e.reverses_id', 'is', null)
    .where('e.reversed_by_id', 'is', null)
    .execute()
  const combinations = sorted(entries.map(one => `${one.status} ${one.from_id === one.home_id ? 'out' : 'in'}`))
  assert.deepEqual(combinations, ['confirmed in', 'confirmed out', 'planned in', 'planned out'])
  assert.deepEqual(sorted(entries.map(one => one.served_by)), ['activity', 'none'])
  assert.deepEqual(sorted(entries.flatMap(one => one.kind ?? [])), ['link', 'partner_confirmation', 'publication'])
})

test('titles are written in three languages, names in at least four scripts', async () => {
  const titles = await db.selectFrom('agreement').select('title').execute()
  assert.deepEqual(sorted(titles.flatMap(row => Object.keys(row.title as object))), ['en', 'fa', 'ru'])
  const scripts = await db.selectFrom('organisation_name').select('script').distinct().execute()
  assert.deepEqual(
    ['Arab', 'Armn', 'Cyrl', 'Latn'].filter(script => !scripts.some(row => row.script === script)),
    [],
  )
})

test('the story is told in the order in which it happened, and nothing happened after today', async () => {
  const events = await db
    .selectFrom('event')
    .select(['at', 'position'])
    .where('home_id', 'is not', null)
    .orderBy('position')
    .execute()
  const times = events.map(event => Date.parse(event.at))
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  )
  assert.ok(times.at(-1)! <= Date.parse(`${today.toString()}T09:00:00Z`))
})

// The last test: nothing is left after it.
test('a demo is told from real data, and can be wiped', async () => {
  assert.equal(await holdingOf(db), 'demo')
  await db.deleteFrom('setting').where('key', '=', 'installation.demo_finished').execute()
  assert.equal(await holdingOf(db), 'unfinished demo')
  await db.deleteFrom('setting').where('key', '=', 'installation.demo').execute()
  assert.equal(await holdingOf(db), 'real data')
  await wipeDemo(db)
  assert.equal((await db.introspection.getTables()).length, 0)
})
