// Promises recorded after the deeds: what stands is served again by the same rule, told, and the sums hold.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runAction } from '#core/actions.ts'
import { databaseErrorCode } from '#core/database/connect.ts'
import { checkInvariants } from '#core/doctor.ts'
import { listEvents } from '#core/events.ts'
import { fixedClock } from '#core/time.ts'
import { mergeOrganisation } from '#modules/registry/organisation.contract.ts'
import { createTestApp } from '../../test-app.ts'
import { removeCommitments } from './actions/remove-commitments.ts'
import * as contract from './ledger.contract.ts'
import { ledgerModule } from './ledger.module.ts'
import { commitmentInput, entryInput, makeOrganisation, makeSource } from './testing/ledger-factory.ts'

const { services, person } = await createTestApp(fixedClock('2026-12-01T09:00:00Z'))
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const officer = await person('officer', home)

/** A partner of its own for each test, so that the rule sees only its commitments. */
async function office() {
  const partner = await makeOrganisation(db, 'Partner University')
  const agreementId = await makeSource(db, home)
  const post = (more: object = {}) =>
    officer.call(contract.postEntry, { body: entryInput(home, partner, { agreementId, ...more }) })
  const promise = async (more: object = {}) =>
    (
      await officer.call(contract.createCommitment, {
        body: commitmentInput(agreementId, home, partner, { carry: 'none', ...more }),
      })
    ).items[0]!
  const change = async (id: string, version: number, more: object) => {
    const { agreementId: _, ...said } = commitmentInput(agreementId, home, partner, { carry: 'none', ...more })
    return officer.call(contract.changeCommitment, { params: { id }, body: { ...said, version } })
  }
  const entries = async () =>
    (await officer.call(contract.listEntries, { query: { partnerId: partner, withReversed: true } })).items
  const served = async () => new Map((await entries()).map(one => [one.id, [one.commitmentId, one.servedBy]]))
  return { partner, agreementId, post, promise, change, entries, served }
}

async function doctorIsHappy() {
  const broken = (await checkInvariants(db, [ledgerModule])).filter(result => result.problems.length > 0)
  assert.deepEqual(broken, [])
}

const eventsOf = async (id: string) =>
  (await listEvents(db, [{ type: 'commitment', ids: [id] }], { limit: 50 }))
    .filter(event => event.type.startsWith('commitment.entries_'))
    .map(event => [event.type, event.data as Record<string, unknown>] as const)

/**
 * Worked example: A promises B five students per academic year, valid 1 Sep 2022 to 31 Aug 2027. Four went in 2022/23, six
 * in 2023/24, one in 2021, before any promise. The promise is recorded only now: 2022/23 is partly kept, 2023/24 kept, the
 * deed of 2021 stays alone and says why.
 */
test('a promise recorded later is kept by deeds already on record', async () => {
  const { post, promise, entries, served } = await office()
  const early = await post({ startsOn: { on: '2021-10-01', precision: 'day' } })
  const first = await post({ quantity: '4', startsOn: { on: '2022-10-01', precision: 'day' } })
  const second = await post({ quantity: '6', startsOn: { on: '2023-10-01', precision: 'day' } })
  assert.deepEqual([first.commitmentId, first.servedBy, first.candidates], [null, null, []])
  const { id, periods } = await promise()
  assert.deepEqual(
    periods.slice(0, 3).map(one => [one.start, one.status, one.delivered]),
    [
      ['2022-09-01', 'partly_kept', '4'],
      ['2023-09-01', 'kept', '6'],
      ['2024-09-01', 'broken', '0'],
    ],
  )
  assert.deepEqual(
    await served(),
    new Map([
      [second.id, [id, 'rule']],
      [first.id, [id, 'rule']],
      [early.id, [null, null]],
    ]),
  )
  const [alone] = (await entries()).filter(one => one.id === early.id)
  assert.deepEqual(alone?.candidates, [
    {
      commitmentId: id,
      misfits: ['validity'],
      reasons: ['The commitment was not valid on the first day.'],
    },
  ])
  const [[type, data]] = (await eventsOf(id)) as [readonly [string, Record<string, unknown>]]
  assert.deepEqual([type, data.entryIds], ['commitment.entries_allocated', [first.id, second.id]])
  await doctorIsHappy()
})

test('an entry found by a later promise can still be corrected, confirmed and taken back', async () => {
  const { post, promise, entries } = await office()
  const planned = await post({ status: 'planned', quantity: '2', startsOn: { on: '2026-10-01', precision: 'day' } })
  const { id } = await promise()
  const confirmed = await officer.call(contract.confirmEntry, { params: { id: planned.id } })
  assert.equal(confirmed.commitmentId, id)
  await officer.call(contract.reverseEntry, { params: { id: confirmed.id }, body: { reason: 'never came' } })
  const { periods } = await officer.call(contract.getCommitment, { params: { id } })
  assert.deepEqual(
    periods.map(one => [one.delivered, one.planned]),
    Array.from({ length: 5 }, () => ['0', '0']),
  )
  assert.equal((await entries()).length, 4)
  await doctorIsHappy()
})

test('a term corrected later takes in what it now covers and lets go what it no longer does', async () => {
  const { post, promise, change, served } = await office()
  const before = await post({ startsOn: { on: '2021-10-01', precision: 'day' } })
  const inside = await post({ startsOn: { on: '2023-10-01', precision: 'day' } })
  const { id, version } = await promise()
  await change(id, version, {
    validFrom: { on: '2021-09-01', precision: 'day' },
    validUntil: { on: '2023-08-31', precision: 'day' },
  })
  assert.deepEqual(
    await served(),
    new Map([
      [inside.id, [null, null]],
      [before.id, [id, 'rule']],
    ]),
  )
  assert.deepEqual(
    (await eventsOf(id)).map(([type, data]) => [type, data.entryIds]).sort(),
    [
      ['commitment.entries_allocated', [inside.id]],
      ['commitment.entries_allocated', [before.id]],
      ['commitment.entries_released', [inside.id]],
    ].sort(),
  )
  await doctorIsHappy()
})

test('a second promise that fits as well takes nothing away; of two for an entry that is alone none is guessed', async () => {
  const { post, promise, change, served, entries } = await office()
  const first = await promise()
  const kept = await post()
  const second = await promise({ comparator: 'at_most' })
  const alone = await post()
  assert.deepEqual(
    await served(),
    new Map([
      [alone.id, [null, null]],
      [kept.id, [first.id, 'rule']],
    ]),
  )
  const unserved = (await entries()).find(one => one.id === alone.id)!
  assert.deepEqual(
    unserved.candidates.map(one => [one.commitmentId, one.misfits]),
    [first.id, second.id].sort().map(id => [id, []]),
  )
  // Once the other no longer fits, the only one left is served.
  await change(second.id, second.version, { kind: 'event' })
  assert.deepEqual((await served()).get(alone.id), [first.id, 'rule'])
  await doctorIsHappy()
})

test('an annex recorded later takes over what it makes concrete, and the memorandum keeps counting it', async () => {
  const { post, promise, served } = await office()
  const wide = await promise({ quantity: null, period: 'whole_term' })
  const deed = await post()
  const narrow = await promise({ refinesId: wide.id })
  assert.deepEqual((await served()).get(deed.id), [narrow.id, 'rule'])
  const delivered = async (id: string) =>
    (await officer.call(contract.getCommitment, { params: { id } })).periods.map(one => one.delivered)
  assert.deepEqual(await delivered(wide.id), ['1'])
  assert.deepEqual(await delivered(narrow.id), ['0', '1', '0', '0', '0'])
  await doctorIsHappy()
})

test('a partner that was merged into another keeps its promises and deeds, and they find each other', async () => {
  const { partner, agreementId, post, promise, served } = await office()
  const successor = await makeOrganisation(db, 'Successor University')
  const under = (to: string, more: object = {}) =>
    officer.call(contract.postEntry, { body: entryInput(home, to, { agreementId, ...more }) })
  const early = await post()
  const administrator = await person('administrator')
  await administrator.call(mergeOrganisation, {
    params: { id: partner },
    body: { intoId: successor, reason: 'reform' },
  })
  const late = await under(successor)
  const { id } = await promise()
  const after = await under(successor)
  const { items } = await officer.call(contract.listEntries, { query: { agreementId } })
  assert.deepEqual(
    new Map(items.map(one => [one.id, one.commitmentId])),
    new Map([early, late, after].map(one => [one.id, id])),
  )
  assert.equal((await served()).size, 1)
  await doctorIsHappy()
})

test('what a person chose stays; a proposal finds its deeds when it is accepted; suspending lets nothing go', async () => {
  const { post, promise, change, served } = await office()
  const other = await promise({ kind: 'visit' })
  const chosen = await post({ commitmentId: other.id })
  const free = await post()
  const proposed = await promise({ state: 'proposed' })
  assert.deepEqual((await served()).get(free.id), [null, null])
  const step = (name: 'accept' | 'suspend', version: number) =>
    officer.call(contract.stepCommitment, {
      params: { id: proposed.id },
      body: { step: name, reason: 'as agreed', version },
    })
  const accepted = await step('accept', proposed.version)
  assert.deepEqual((await served()).get(free.id), [proposed.id, 'rule'])
  await step('suspend', accepted.version)
  assert.deepEqual((await served()).get(free.id), [proposed.id, 'rule'])
  await change(other.id, other.version, { kind: 'visit', validUntil: { on: '2023-08-31', precision: 'day' } })
  assert.deepEqual((await served()).get(chosen.id), [other.id, 'named'])
  await doctorIsHappy()
})

test('commitments that are taken away leave their deeds to the rule', async () => {
  const { post, promise, served } = await office()
  const entry = await post()
  const wrong = await promise()
  const right = await promise({ comparator: 'at_most' })
  const remove = { name: 'remove', run: (ctx: never, ids: string[]) => removeCommitments(ctx, ids) }
  await runAction(services, officer.actor, remove, [wrong.id])
  assert.deepEqual((await served()).get(entry.id), [right.id, 'rule'])
  await runAction(services, officer.actor, remove, [right.id])
  assert.deepEqual((await served()).get(entry.id), [null, null])
  await doctorIsHappy()
})

test('a promise and its deed recorded at the same moment find each other', async () => {
  const { post, promise, served } = await office()
  const [entries, { id }] = await Promise.all([Promise.all(Array.from({ length: 8 }, () => post())), promise()])
  assert.deepEqual(await served(), new Map((await served()).keys().map(key => [key, [id, 'rule']])))
  assert.equal((await served()).size, entries.length)
  await doctorIsHappy()
})

test('the database itself keeps all else of an entry, and what a person chose', async () => {
  const { post, promise } = await office()
  const { id } = await promise()
  const entry = await post()
  const chosen = await post({ commitmentId: id })
  const refused = (change: object, of: string) =>
    assert.rejects(db.updateTable('entry').set(change).where('id', '=', of).execute(), error => {
      return databaseErrorCode(error) === '23001'
    })
  await refused({ base_quantity: '9' }, entry.id)
  await refused({ commitment_id: null }, entry.id)
  await refused({ served_by: 'person' }, entry.id)
  await refused({ commitment_id: null, served_by: 'none' }, chosen.id)
})
