// Tests of recording agreements, one by one and in bulk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runAction } from '#core/actions.ts'
import { listEvents } from '#core/events.ts'
import { systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { createTestDatabase } from '#core/testing.ts'
import type { AgreementInput } from '../agreement.contract.ts'
import { agreementInvariants } from '../agreement.invariants.ts'
import { findRecord } from '../agreement-record.store.ts'
import { agreementInput, makeOrganisation, makePerson, makeWorld } from '../testing/agreement-factory.ts'
import { recordAgreements } from './record-agreements.ts'

const { db } = await createTestDatabase()
const world = await makeWorld(db)
const { home, partner, officer, record } = world

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    error => error.declaration?.code ?? String(error),
  )

test('a recorded agreement keeps every fact as it was given', async () => {
  const unit = await makeOrganisation(db, { name: 'Faculty of Physics', unitOf: home })
  const id = await record({
    unitId: unit,
    number: ' 12/2024 ',
    kinds: ['exchange_agreement', 'memorandum'],
    title: { en: 'Exchange', fa: 'تبادل', ru: '' },
    contacts: [{ side: 'partner', name: 'Ada Example', email: 'ada@example.org', organisationId: partner }],
    links: [{ url: 'https://example.org/text', label: 'Text' }],
    approvedOn: { on: '2024-05-05', precision: 'month' },
    signedOn: { on: '2024-03-20', precision: 'year', calendar: 'solar_hijri', written: '1403' },
    expiresOn: { on: '2029-01-01', precision: 'year' },
    renewal: 'automatic',
    renewalMonths: 12,
    notice: { amount: 6, unit: 'month' },
    fields: ['0533', '05'],
    languages: ['en', 'fa'],
    ownerId: officer.id,
    scope: { en: 'Exchange of students' },
    remarks: 'kept in the archive',
  })
  const kept = (await findRecord(db, officer, id))!
  assert.equal(kept.number, '12/2024')
  assert.deepEqual(kept.kinds, ['exchange_agreement', 'memorandum'])
  assert.deepEqual(kept.title, { en: 'Exchange', fa: 'تبادل' })
  assert.deepEqual([kept.approved_on, kept.signed_on, kept.expires_on], ['2024-05-01', '2024-03-20', '2029-12-31'])
  assert.deepEqual(kept.dates_written, { signed: { calendar: 'solar_hijri', written: '1403' } })
  assert.deepEqual(
    kept.parties.map(party => [party.side, party.organisation.name]),
    [
      ['home', 'Silk Road University'],
      ['partner', 'University of Altamira'],
    ],
  )
  assert.deepEqual(
    [kept.state, kept.end_kind, kept.unit?.name, kept.owner?.id],
    ['in_force', 'known', 'Faculty of Physics', officer.id],
  )
  assert.deepEqual(
    kept.contacts.map(contact => contact.email),
    ['ada@example.org'],
  )
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [id] }], { limit: 5 })
  assert.equal(event?.type, 'agreement.recorded')
})

test('bad input is refused with the field and nothing is kept', async () => {
  const before = await db.selectFrom('agreement').select('id').execute()
  const elsewhere = await makeOrganisation(db, { name: 'Elsewhere', home: true })
  const cases: [Partial<AgreementInput>, string][] = [
    [{ title: { en: ' ' } }, 'agreement.title_missing'],
    [{ parties: [] }, 'agreement.partner_missing'],
    [{ parties: [{ organisationId: newId(), side: 'partner' }] }, 'agreement.party_unknown'],
    [
      {
        parties: [
          { organisationId: partner, side: 'partner' },
          { organisationId: partner, side: 'partner' },
        ],
      },
      'agreement.party_repeated',
    ],
    [{ parties: [{ organisationId: partner, unitId: home, side: 'partner' }] }, 'agreement.unit_elsewhere'],
    [{ unitId: partner }, 'agreement.unit_elsewhere'],
    [{ homeId: elsewhere }, 'record.forbidden'],
    [{ end: 'none' }, 'agreement.end_unclear'],
    [{ expiresOn: null, end: 'known' }, 'agreement.end_unclear'],
    [{ expiresOn: { on: '2020-01-01', precision: 'day' } }, 'agreement.end_before_start'],
    [{ parentId: newId() }, 'agreement.relation_unknown'],
    [{ fields: ['99'] }, 'agreement.field_unknown'],
    [{ ownerId: 'nobody' }, 'agreement.owner_unknown'],
  ]
  for (const [more, code] of cases) assert.equal(await codeOf(record(more)), code)
  assert.deepEqual(await db.selectFrom('agreement').select('id').execute(), before)
})

test('an organisation that is no home of the installation is refused', async () => {
  const everywhere = await makePerson(db, 'everywhere')
  assert.equal(
    await codeOf(record({ homeId: partner, parties: [{ organisationId: home, side: 'partner' }] }, everywhere)),
    'agreement.home_unknown',
  )
})

test('control and direction characters do not reach the record', async () => {
  const id = await record({ title: { en: 'A\u0000B\u202eC <b>bold</b>' }, remarks: 'one\u0007\ntwo' })
  const kept = (await findRecord(db, officer, id))!
  assert.deepEqual([kept.title, kept.remarks], [{ en: 'ABC <b>bold</b>' }, 'one\ntwo'])
})

test('a set refers to itself in any order and is recorded whole or not at all', async () => {
  const services = world.services
  const ids = { parent: newId(), annex: newId() }
  const list = [
    { id: ids.annex, input: agreementInput(home, partner, { kinds: ['annex'], parentId: ids.parent }) },
    { id: ids.parent, input: agreementInput(home, partner) },
  ]
  const action = { name: 'test.record', run: (ctx: never, input: typeof list) => recordAgreements(ctx, input) }
  assert.deepEqual(await runAction(services, officer, action, list), [ids.annex, ids.parent])
  const families = await db
    .selectFrom('ledger_source')
    .selectAll()
    .where('source_id', 'in', [ids.annex, ids.parent])
    .execute()
  assert.equal(new Set(families.map(source => source.family_id)).size, 1)
  const broken = [
    { input: agreementInput(home, partner, { number: 'kept?' }) },
    { input: agreementInput(home, newId()) },
  ]
  await assert.rejects(runAction(services, systemActor(), action, broken as never))
  assert.equal((await db.selectFrom('agreement').select('id').where('number', '=', 'kept?').execute()).length, 0)
})

test('the truths about agreements hold', async () => {
  for (const invariant of agreementInvariants) assert.deepEqual(await invariant.check(db), [], invariant.name)
})
