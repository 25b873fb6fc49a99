// Tests of deputies, hand-over and explanations of access, through the routes over all modules.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEvents } from './core/events.ts'
import * as identity from './core/identity/identity.contract.ts'
import * as contract from './core/identity/people/people.contract.ts'
import type { GivenRole } from './core/identity/roles.terms.ts'
import * as agreements from './modules/agreements/agreement.contract.ts'
import { listAgreementReaders } from './modules/agreements/readers/reader.contract.ts'
import { agreementInput } from './modules/agreements/testing/agreement-factory.ts'
import * as ledger from './modules/ledger/ledger.contract.ts'
import { commitmentInput, makeOrganisation } from './modules/ledger/testing/ledger-factory.ts'
import { createTestApp } from './test-app.ts'

const { services, person, anybody } = await createTestApp()
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const faculty = await makeOrganisation(db, 'Faculty of Science', false, home)
const partner = await makeOrganisation(db, 'Partner University')
const administrator = await person('administrator')
const today = Temporal.Now.plainDateISO('UTC')
const day = (days: number) => today.add({ days }).toString()
const named = async (role: GivenRole | null, name: string, scope: string | null = home) => {
  const one = await person(role, scope)
  await db.updateTable('auth_user').set({ name }).where('id', '=', one.id).execute()
  return one
}
const record = (more: object = {}) =>
  administrator.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })

test('a deputy does what the absent person may, on their behalf, on the days that were named', async () => {
  const absent = await named('officer', 'Anna Absent')
  const deputy = await named('observer', 'Dara Deputy')
  const { id, version } = await record()
  const edit = (title: string, at: number) =>
    deputy.call(agreements.updateAgreement, {
      params: { id },
      body: { ...agreementInput(home, partner, { title: { en: title } }), version: at },
    })
  await assert.rejects(edit('Too early', version), /403/)
  const body = { deputyId: deputy.id, validFrom: day(0), validUntil: day(7), note: 'Conference' }
  const { items } = await absent.call(contract.addDeputy, { body })
  assert.deepEqual(
    items.map(one => [one.person.name, one.deputy.name, one.note]),
    [['Anna Absent', 'Dara Deputy', 'Conference']],
  )
  const changed = await edit('By the deputy', version)
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [id] }], { limit: 1 })
  assert.deepEqual([event!.actorName, event!.onBehalfOf], ['Dara Deputy', 'Anna Absent'])
  const seen = await deputy.call(contract.listOwnDeputies)
  assert.equal(seen.items.length, 1)
  await deputy.call(contract.endDeputy, { params: { id: seen.items[0]!.id } })
  await assert.rejects(edit('Too late', changed.version), /403/)
})

test('a deputyship that has not begun or is over gives nothing, and administering is never passed on', async () => {
  const deputy = await named(null, 'Nora Nothing')
  const absent = await named('officer', 'Oto Officer')
  const sees = async () => (await deputy.call(identity.getSession)).abilities
  const body = { personId: absent.id, deputyId: deputy.id, validFrom: day(1), validUntil: day(2) }
  await administrator.call(contract.addDeputy, { body })
  assert.deepEqual(await sees(), {})
  await db
    .updateTable('deputy')
    .set({ valid_from: day(-3), valid_until: day(-1) })
    .execute()
  assert.deepEqual(await sees(), {})
  await administrator.call(contract.addDeputy, {
    body: { deputyId: deputy.id, validFrom: day(0), validUntil: day(0) },
  })
  assert.deepEqual(await sees(), {})
})

test('who may name whom, and for when', async () => {
  const one = await named('officer', 'Petra')
  const other = await named('officer', 'Quirin')
  const name = (who: typeof one, more: object) =>
    who.refused(contract.addDeputy, {
      body: { deputyId: other.id, validFrom: day(0), validUntil: day(1), ...more } as never,
    })
  assert.equal((await name(one, { deputyId: one.id })).code, 'identity.deputy_is_self')
  assert.equal((await name(one, { deputyId: 'nobody' })).code, 'identity.deputy_unknown')
  assert.equal((await name(one, { validUntil: day(-1) })).code, 'identity.deputy_time_wrong')
  assert.equal((await name(one, { validFrom: day(3) })).code, 'identity.deputy_time_wrong')
  assert.equal((await name(one, { personId: administrator.id })).code, 'record.forbidden')
  const { items } = await one.call(contract.addDeputy, {
    body: { deputyId: other.id, validFrom: day(0), validUntil: day(1) },
  })
  const stranger = await named('officer', 'Rosa')
  assert.equal((await stranger.refused(contract.endDeputy, { params: { id: items[0]!.id } })).status, 403)
})

test('everything a leaving person owns passes to another, with a report, and the account closes', async () => {
  const leaver = await named('officer', 'Sara Leaver')
  const heir = await named('officer', 'Theo Heir')
  const secret = { confidentiality: 'confidential' as const, ownerId: leaver.id }
  const made = [await record({ ownerId: leaver.id, number: 'A-1' }), await record({ ...secret, number: 'A-2' })]
  const colleague = await named('officer', 'Uma Colleague')
  const read = await colleague.call(agreements.createAgreement, {
    body: agreementInput(home, partner, {
      ...{ confidentiality: 'confidential', ownerId: colleague.id, number: 'Quokka', readerIds: [leaver.id] },
    }),
  })
  const { items } = await administrator.call(ledger.createCommitment, {
    body: commitmentInput(made[0]!.id, home, partner, { ownerId: leaver.id } as never),
  })
  const params = { id: leaver.id }
  const before = await administrator.call(contract.listHoldings, { params })
  assert.deepEqual(before.groups.map(group => [group.label, group.items.length]).sort(), [
    ['Agreements read as a named person', 1],
    ['Agreements', 2],
    ['Commitments', 1],
  ])
  // Whoever hands over is not told what is confided to others.
  assert.ok(!/Quokka|A-2/.test(JSON.stringify(before)))
  assert.match(JSON.stringify(before), /A-1/)
  const report = await administrator.call(contract.handOver, {
    params,
    body: { toId: heir.id, closeAccount: true, reason: 'Retired' },
  })
  assert.deepEqual([report.from.name, report.to.name, report.accountClosed], ['Sara Leaver', 'Theo Heir', true])
  for (const { id } of made) {
    const agreement = await heir.call(agreements.getAgreement, { params: { id } })
    assert.equal(agreement.owner?.name, 'Theo Heir')
    const timeline = await heir.call(agreements.getAgreementTimeline, { params: { id } })
    const changed = timeline.items.find(item => item.type === 'agreement.changed' && item.reason === 'Retired')
    assert.equal(changed?.actor, 'administrator Example')
  }
  await heir.call(agreements.getAgreement, { params: { id: read.id } })
  assert.equal((await administrator.refused(agreements.getAgreement, { params: { id: read.id } })).status, 404)
  const readers = await colleague.call(listAgreementReaders, { params: { id: read.id } })
  assert.deepEqual(
    readers.items.map(one => [one.person.name, one.kind]),
    [
      ['Uma Colleague', 'owner'],
      ['Theo Heir', 'named'],
    ],
  )
  const commitment = await administrator.call(ledger.getCommitment, { params: { id: items[0]!.id } })
  assert.equal(commitment.ownerName, 'Theo Heir')
  const after = await administrator.call(contract.listHoldings, { params })
  assert.deepEqual([after.groups, after.reports.map(one => one.id)], [[], [report.id]])
  assert.equal((await leaver.call(identity.getSession)).person, null)
})

test('a hand-over that cannot be completed changes nothing', async () => {
  const leaver = await named('officer', 'Ulla')
  const { id } = await record({ ownerId: leaver.id })
  const hand = (toId: string) => ({ params: { id: leaver.id }, body: { toId, closeAccount: true } })
  assert.equal((await administrator.refused(contract.handOver, hand('nobody'))).code, 'identity.deputy_unknown')
  assert.equal((await administrator.refused(contract.handOver, hand(leaver.id))).code, 'identity.deputy_is_self')
  const officer = await named('officer', 'Viktor')
  assert.equal((await officer.refused(contract.handOver, hand(officer.id))).status, 403)
  const last = { params: { id: administrator.id }, body: { toId: officer.id, closeAccount: true } }
  assert.equal((await administrator.refused(contract.handOver, last)).code, 'identity.last_administrator')
  const agreement = await administrator.call(agreements.getAgreement, { params: { id } })
  assert.equal(agreement.owner?.id, leaver.id)
  assert.notEqual((await leaver.call(identity.getSession)).person, null)
})

test('what a person may do is explained by their roles, those lent to them, and those that rest', async () => {
  const one = await named('coordinator', 'Wanda', faculty)
  const absent = await named('signatory', 'Xaver')
  await administrator.call(identity.changeAccount, {
    params: { id: one.id },
    body: {
      disabled: false,
      grants: [
        { role: 'coordinator', scopeId: faculty },
        { role: 'officer', scopeId: home, validUntil: day(-1) },
      ],
    },
  })
  await administrator.call(contract.addDeputy, {
    body: { personId: absent.id, deputyId: one.id, validFrom: day(0), validUntil: day(5) },
  })
  const told = await one.call(contract.explainPerson, { params: { id: one.id } })
  const reasonsFor = (power: string) =>
    told.powers
      .find(each => each.power === power)
      ?.reasons.map(reason => [reason.role, reason.scopeName, reason.deputyFor?.name ?? null, reason.validUntil])
  assert.deepEqual(reasonsFor('write'), [['coordinator', 'Faculty of Science', null, null]])
  assert.deepEqual(reasonsFor('conclude'), [['signatory', 'Home University', 'Xaver', day(5)]])
  assert.equal(reasonsFor('import'), undefined)
  assert.deepEqual(
    told.resting.map(each => [each.role, each.validUntil]),
    [['officer', day(-1)]],
  )
  const stranger = await named('officer', 'Yara')
  assert.equal((await stranger.refused(contract.explainPerson, { params: { id: one.id } })).status, 403)
  const auditor = await person('auditor')
  assert.equal(
    (await auditor.call(contract.explainPerson, { params: { id: one.id } })).powers.length,
    told.powers.length,
  )
})

test('who may see a record is explained, and is who can open it', async () => {
  const owner = await named('observer', 'Zoe Owner')
  const people = [
    owner,
    await named('officer', 'Officer Here'),
    await named('observer', 'Observer Here'),
    await named('coordinator', 'Coordinator Below', faculty),
    await named('officer', 'Officer Elsewhere', partner),
    await named('auditor', 'Auditor Here'),
    await named(null, 'Nobody'),
  ]
  const { id } = await record({ confidentiality: 'confidential', ownerId: owner.id, readerIds: [people[4]!.id] })
  const { people: told, confidential } = await administrator.call(contract.explainRecord, {
    params: { subject: 'agreement', id },
  })
  assert.equal(confidential, true)
  const reasons = new Map(told.map(each => [each.id, each.reasons.map(reason => reason.role ?? reason.kind)]))
  assert.deepEqual(
    people.map(each => reasons.get(each.id) ?? null),
    [['owner'], null, null, null, ['reader'], ['auditor'], null],
  )
  for (const each of people) {
    const opens = await each.call(agreements.getAgreement, { params: { id } }).then(
      () => true,
      () => false,
    )
    assert.equal(opens, reasons.has(each.id))
  }
  const ask = { params: { subject: 'agreement', id } }
  assert.equal((await people[2]!.refused(contract.explainRecord, ask)).status, 404)
  assert.equal((await owner.call(contract.explainRecord, ask)).people.length, told.length)
  assert.equal((await people[4]!.refused(contract.explainRecord, ask)).status, 403)
  assert.equal((await anybody.refused(contract.explainRecord, ask)).status, 401)
  const unknown = { params: { subject: 'nothing', id } }
  assert.equal((await administrator.refused(contract.explainRecord, unknown)).status, 404)
})
