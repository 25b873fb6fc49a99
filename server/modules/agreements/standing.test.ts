// Tests of the pulse and the counts of promises that agreements keep, from the ledger to the pages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findEvent } from '#core/events.ts'
import { createTestDatabase } from '#core/testing.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import * as contract from './agreement.contract.ts'
import { agreementInvariants } from './agreement.invariants.ts'
import { refreshAfterEvent } from './jobs/refresh-standings.ts'
import * as portfolio from './portfolio.contract.ts'
import { refreshAllStandings } from './standing.ts'
import { openAgreementApp } from './testing/agreement-app.ts'
import { makePerson, makeWorld, testDay } from './testing/agreement-factory.ts'

const { db } = await createTestDatabase()
const { home, partner, officer, record } = await makeWorld(db)
const app = await openAgreementApp(db)

const day = (on: string) => ({ on, precision: 'day' as const })
const post = (agreementId: string | null, startsOn: string, more: Partial<ledger.EntryInput> = {}) =>
  app.call(officer, ledger.postEntry, {
    body: {
      ...{
        kind: 'student_mobility',
        unit: 'person',
        quantity: '1',
        from: { organisationId: home },
        to: { organisationId: partner },
      },
      ...{ startsOn: day(startsOn), status: 'confirmed', agreementId },
      ...more,
    },
  })
/** Runs the jobs of every event so far, as a worker would. */
const work = async () => {
  const events = await db.selectFrom('event').select('id').where('type', 'not like', 'agreement.%').execute()
  const context = { services: app.services, jobId: 'test', signal: new AbortController().signal }
  for (const { id } of events) if (await findEvent(db, id)) await refreshAfterEvent.run({ eventId: id }, context)
}
const read = (id: string) => app.call(officer, contract.getAgreement, { params: { id } })

test('without entries an agreement is new, then sleeps; dates that nobody noted are not shown', async () => {
  const young = await read(await record({ signedOn: day('2026-06-01') }))
  assert.deepEqual([young.pulse?.pulse, young.commitmentCount], ['new', 0])
  const old = await read(await record({ signedOn: day('2020-06-01') }))
  assert.equal(old.pulse?.pulse, 'dormant')
  assert.ok(old.pulse?.reasons[0]?.text.includes('1 June 2020'))
  const undated = await read(await record({ signedOn: null }))
  assert.deepEqual(
    [undated.pulse?.pulse, undated.pulse?.reasons[0]?.text],
    ['dormant', 'In force, though nobody noted since when, and nothing was ever confirmed.'],
  )
  const draft = await read(await record({ state: 'drafting', signedOn: null, expiresOn: null }))
  assert.equal(draft.pulse, null)
})

test('an entry wakes an agreement, its reversal puts it to sleep again', async () => {
  const id = await record({ signedOn: day('2020-06-01') })
  const entry = await post(id, '2026-10-05')
  await work()
  const awake = await read(id)
  assert.deepEqual([awake.pulse?.pulse, awake.lastEntryOn], ['alive', '2026-10-05'])
  assert.deepEqual(
    (await app.call(officer, portfolio.listPortfolio, { query: { pulse: ['alive'] } })).items.map(row => row.id),
    [id],
  )
  await app.call(officer, ledger.reverseEntry, { params: { id: entry.id }, body: { reason: 'entered twice' } })
  await work()
  assert.deepEqual([(await read(id)).pulse?.pulse, (await read(id)).lastEntryOn], ['dormant', null])
})

test('an agreement in use that ends soon is at risk until its renewal begins', async () => {
  const id = await record({ signedOn: day('2022-01-01'), expiresOn: day('2027-03-31') })
  await post(id, '2026-09-01')
  await work()
  const risky = await read(id)
  assert.deepEqual([risky.pulse?.pulse, risky.pulse?.nextStep], ['at_risk', 'Begin the renewal before 31 March 2027.'])
  assert.equal(risky.pulse?.reasons[0]?.href, `/agreements/${id}`)
  const begun = await app.call(officer, contract.beginRenewal, { params: { id }, body: { version: risky.version } })
  assert.equal(begun.pulse?.pulse, 'alive')
})

test('promises are counted, and broken ones put an agreement at risk', async () => {
  const id = await record({ signedOn: day('2023-09-01'), expiresOn: day('2033-08-31') })
  await app.call(officer, ledger.createCommitment, {
    body: {
      ...{
        agreementId: id,
        kind: 'student_mobility',
        promisor: { organisationId: home },
        beneficiary: { organisationId: partner },
      },
      ...{
        unit: 'person',
        quantity: '2',
        comparator: 'at_least',
        period: 'per_calendar_year',
        validFrom: day('2023-01-01'),
        carry: 'none',
        condition: 'none',
      },
    },
  })
  await post(id, '2023-10-01', { quantity: '2' })
  await work()
  const { commitmentCount, pulse } = await read(id)
  assert.deepEqual([commitmentCount, pulse?.pulse], [1, 'at_risk'])
  const { tiles } = await app.call(officer, portfolio.getPortfolioCounts)
  const kept = tiles.find(tile => tile.name === 'kept_share')!
  assert.deepEqual([kept.value, kept.of], [1, 3])
})

test('the partner page brings together what both sides did, as far as the reader may see', async () => {
  await post(null, '2026-05-01', { quantity: '3' })
  await post(null, '2026-05-02', { from: { organisationId: partner }, to: { organisationId: home } })
  const id = await record({ confidentiality: 'confidential', signedOn: day('2024-01-01') })
  await post(id, '2026-06-01', { quantity: '50' })
  const page = await app.call(officer, portfolio.getPartner, { params: { organisationId: partner }, language: 'ru' })
  const line = page.balance.find(one => one.unit === 'person')!
  assert.deepEqual([page.organisation.name, line.in, Number(line.out) >= 53], ['Университет Альтамиры', '1', true])
  assert.ok(page.pulse !== null && page.names.length === 3)
  const reader = await makePerson(db, new Set(), new Set([home]))
  const seen = await app.call(reader, portfolio.getPartner, { params: { organisationId: partner } })
  assert.equal(Number(line.out) - Number(seen.balance.find(one => one.unit === 'person')!.out), 50)
  const country = await app.call(officer, portfolio.getCountry, { params: { code: 'AZ' } })
  assert.deepEqual(
    [country.agreements, country.balance],
    [
      page.agreementTotal,
      (await app.call(officer, portfolio.getPartner, { params: { organisationId: partner } })).balance,
    ],
  )
})

test('the nightly run and the truths agree with what was kept', async () => {
  await work()
  const kept = () =>
    db
      .selectFrom('agreement')
      .select(['id', 'pulse', 'last_entry_on', 'commitment_count', 'kept_count'])
      .orderBy('id')
      .execute()
  const before = await kept()
  assert.equal(await refreshAllStandings(db, testDay), before.length)
  assert.deepEqual(await kept(), before)
  for (const invariant of agreementInvariants) assert.deepEqual(await invariant.check(db), [], invariant.name)
  await refreshAllStandings(db, testDay.add({ years: 4 }))
  assert.equal(
    (await kept()).some(row => row.pulse === 'alive' || row.pulse === 'new'),
    false,
  )
})
