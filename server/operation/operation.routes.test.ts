// Administrators see how the installation is and settle its parked jobs; nobody else does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#core/operation/operation.contract.ts'
import { createTestApp } from '../test-app.ts'

const { services, person, anybody } = await createTestApp()
const administrator = await person('administrator')
const officer = await person('officer')

const park = (n: number) =>
  services.db.transaction().execute(db => services.jobs.enqueue(db, 'parked', { n, secret: 'not on the page' }))

test('only administrators see the operation', async () => {
  assert.equal((await officer.refused(contract.getOperation)).status, 403)
  assert.equal((await officer.refused(contract.checkOperation)).status, 403)
  assert.equal((await anybody.refused(contract.getOperation)).status, 401)
  const one = { ids: [crypto.randomUUID()] }
  assert.equal((await officer.refused(contract.retryJobs, { body: one })).status, 403)
  assert.equal((await officer.refused(contract.discardJobs, { body: one })).status, 403)
})

test('the installation at a glance tells no secret, and keeps what the doctor found', async () => {
  const before = await administrator.call(contract.getOperation)
  assert.equal(before.report, null)
  assert.equal(before.backup, null)
  assert.equal(before.mail.server, null)
  assert.equal(JSON.stringify(before).includes(services.config.secret), false)
  const report = await administrator.call(contract.checkOperation)
  const after = await administrator.call(contract.getOperation)
  assert.deepEqual(after.report, report)
  assert.deepEqual(report.checks[0]!.name, 'truths')
  assert.match(report.checks[0]!.findings[0]!.text, /^All \d+ truths hold; \d+ events verified\.$/)
})

test('the findings are said in the language of the reader', async () => {
  const reader = await person('administrator', null, 'ru')
  const { report } = await reader.call(contract.getOperation)
  assert.match(report!.checks[0]!.findings[0]!.text, /[а-яё]/)
})

test('every night the checks run and are kept', async () => {
  const first = await administrator.call(contract.getOperation)
  await services.db.transaction().execute(db => services.jobs.enqueue(db, 'operation.nightly_checks', {}))
  await services.jobs.drain()
  const then = await administrator.call(contract.getOperation)
  assert.ok(then.report!.at > first.report!.at)
})

test('parked jobs are listed without what they carry, tried again or put away, and both are recorded', async () => {
  await park(1)
  await park(2)
  const { items } = await administrator.call(contract.listParkedJobs)
  assert.equal(items.length, 2)
  assert.equal(JSON.stringify(items).includes('not on the page'), false)
  const [first, second] = items
  await administrator.call(contract.discardJobs, { body: { ids: [first!.id] } })
  assert.deepEqual((await administrator.call(contract.listParkedJobs)).items, [second])
  await administrator.call(contract.retryJobs, { body: { ids: [second!.id] } })
  const events = await services.db
    .selectFrom('event')
    .select(['type', 'subject_id'])
    .where('subject_type', '=', 'job')
    .orderBy('position')
    .execute()
  assert.deepEqual(events, [
    { type: 'job.discarded', subject_id: first!.id },
    { type: 'job.retried', subject_id: second!.id },
  ])
  const nothing = await administrator.call(contract.discardJobs, { body: { ids: [first!.id] } })
  assert.deepEqual(nothing, { count: 0 })
})
