// Tests of records under one roof: each reader gets those they may see, of any kind, and nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous } from './core/identity/actor.ts'
import { newId } from './core/ids.ts'
import { findRecord, findRecords } from './core/records.ts'
import * as agreements from './modules/agreements/agreement.contract.ts'
import * as readers from './modules/agreements/readers/reader.contract.ts'
import { agreementInput } from './modules/agreements/testing/agreement-factory.ts'
import { makeOrganisation } from './modules/ledger/testing/ledger-factory.ts'
import * as persons from './modules/registry/person.contract.ts'
import { createTestApp } from './test-app.ts'

const { services, person } = await createTestApp()
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const elsewhere = await makeOrganisation(db, 'Other University', true)
const partner = await makeOrganisation(db, 'Partner University')
const maker = await person('administrator')
const record = (homeId: string, more = {}) =>
  maker.call(agreements.createAgreement, { body: agreementInput(homeId, partner, more) })
const open = { subject: 'agreement', id: (await record(home)).id }
const secret = { subject: 'agreement', id: (await record(home, { confidentiality: 'confidential' })).id }
const foreign = { subject: 'agreement', id: (await record(elsewhere)).id }
const contact = {
  subject: 'person',
  id: (
    await maker.call(persons.createPerson, {
      params: { id: partner },
      body: { name: 'Contact of the test', homeId: home },
    })
  ).id,
}
const organisation = { subject: 'organisation', id: partner }
const unknown = { subject: 'invoice', id: newId() }
const all = [open, secret, foreign, contact, organisation, unknown, { subject: 'agreement', id: newId() }]
const seenBy = async (actor: (typeof maker)['actor']) => [...(await findRecords(db, actor, all)).keys()].sort()
const idsOf = (...refs: { id: string }[]) => refs.map(ref => ref.id).sort()

test('an observer of one home sees its open records and what is common', async () => {
  const observer = await person('observer', home)
  assert.deepEqual(await seenBy(observer.actor), idsOf(open, contact, organisation))
  assert.equal(await findRecord(db, observer.actor, secret), undefined)
})

test('an officer of the home sees a confidential record when named; who made it so sees it', async () => {
  const officer = await person('officer', home)
  assert.deepEqual(await seenBy(officer.actor), idsOf(open, contact, organisation))
  await maker.call(readers.nameAgreementReader, {
    params: { id: secret.id, personId: officer.id },
    body: { isReader: true },
  })
  assert.deepEqual(await seenBy(officer.actor), idsOf(open, secret, contact, organisation))
  const administrator = await person('administrator')
  assert.deepEqual(await seenBy(administrator.actor), idsOf(open, foreign, contact, organisation))
  assert.deepEqual(await seenBy(maker.actor), idsOf(open, secret, foreign, contact, organisation))
})

test('nobody sees nothing', async () => {
  assert.deepEqual(await seenBy(anonymous('en')), [])
})

test('a record says what a person may do with it, and where its page is', async () => {
  const officer = await person('officer', home)
  const observer = await person('observer', home)
  const found = await findRecord(db, officer.actor, open)
  assert.deepEqual(found?.decide(officer.actor), { read: true, write: true, conclude: true })
  assert.deepEqual(found?.decide(observer.actor), { read: true, write: false, conclude: false })
  assert.deepEqual([found?.path, found?.homeId], [`/agreements/${open.id}`, home])
  const common = await findRecord(db, observer.actor, organisation)
  assert.deepEqual([common?.title.en, common?.homeId], ['Partner University', null])
})
