// Tests of personal data through the routes: the export tells everything of oneself, an erasure leaves no trace of who it was.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { verifyChains } from './core/event-chains.ts'
import * as identity from './core/identity/identity.contract.ts'
import * as own from './core/identity/own-account.contract.ts'
import * as personal from './core/identity/personal/personal.contract.ts'
import { applyRetention } from './core/identity/personal/retention.ts'
import { pseudonymOf } from './core/identity/personal-data.ts'
import * as agreements from './modules/agreements/agreement.contract.ts'
import { agreementInput } from './modules/agreements/testing/agreement-factory.ts'
import * as comments from './modules/collaboration/comment.contract.ts'
import { browserOf, openDesk } from './modules/guests/testing/guest-desk.ts'
import { makeOrganisation } from './modules/ledger/testing/ledger-factory.ts'
import * as persons from './modules/registry/person.contract.ts'
import { createTestApp } from './test-app.ts'

const testApp = await createTestApp()
const { app, services, person, anybody } = testApp
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Partner University')
const administrator = await person('administrator')
const because = { reason: 'Asked for it in writing' }

/** Tables in which any of the words stands in any column. */
async function tracesOf(...words: string[]): Promise<string[]> {
  const { rows } = await sql<{
    place: string
    name: string
  }>`select schemaname as place, tablename as name from pg_tables
    where schemaname in ('public', 'jobs') order by 1, 2`.execute(db)
  const wanted = words.map(word => `%${word}%`)
  const traces: string[] = []
  for (const { place, name } of rows) {
    const table = sql.table(`${place}.${name}`)
    const found = await sql`select 1 from ${table} t where t::text ilike any (${wanted}::text[]) limit 1`.execute(db)
    if (found.rows.length > 0) traces.push(`${place}.${name}`)
  }
  return traces
}

test('one’s own data come as a zip: account, roles, sessions, words and events, no hashes', async () => {
  const one = await person('officer', home)
  await one.call(own.changeOwnAccount, { body: { name: 'Exporta Example', language: 'en' } })
  const record = await one.call(agreements.createAgreement, { body: agreementInput(home, partner) })
  await one.call(comments.postComment, {
    params: { subject: 'agreement', id: record.id },
    body: { body: 'Words of mine' },
  })
  const response = await one.inject({ url: '/api/session/personal-data' })
  assert.equal(response.headers['content-type'], 'application/zip')
  const files = unzipSync(response.rawPayload)
  const read = (name: string) => JSON.parse(strFromU8(files[name]!))
  assert.deepEqual(
    read('auth_user.json').map((row: { name: string; email: string }) => [row.name, row.email]),
    [['Exporta Example', one.actor.email]],
  )
  assert.equal(read('role_grant.json')[0].role, 'officer')
  assert.equal(read('auth_session.json').length, 1)
  assert.equal(read('record_comment.json')[0].body, 'Words of mine')
  const types = read('events.json').map((event: { type: string }) => event.type)
  assert.deepEqual(types, ['account.signed_in', 'account.own_changed', 'agreement.recorded', 'comment.posted'])
  assert.match(strFromU8(files['contents.txt']!), /auth_session\.json/)
  const everything = Object.values(files)
    .map(bytes => strFromU8(bytes))
    .join('')
  assert.doesNotMatch(everything, /token_hash|"password":|sealed_secret/)
  assert.doesNotMatch(everything, new RegExp(administrator.actor.email!))
})

test('an erased account leaves no trace of who it was; what it did stays, and the chain holds', async () => {
  const one = await person('officer', home)
  const email = one.actor.email!
  await one.call(own.changeOwnAccount, { body: { name: 'Vanessa Vanishing', language: 'en' } })
  const record = await administrator.call(agreements.createAgreement, { body: agreementInput(home, partner) })
  const params = { subject: 'agreement', id: record.id }
  await one.call(comments.postComment, { params, body: { body: 'Said before I went' } })
  await anybody.refused(identity.signIn, { body: { email, password: 'not the right one' } })
  assert.notDeepEqual(await tracesOf('Vanessa', email), [])

  const { pseudonym } = await administrator.call(personal.eraseAccount, { params: { id: one.id }, body: because })
  assert.equal(pseudonym, pseudonymOf(one.id))
  assert.deepEqual(await tracesOf('Vanessa', email), [])
  assert.equal(await verifyChains(db), undefined)
  assert.equal((await one.refused(own.getOwnAccount)).status, 401)
  const said = (await administrator.call(comments.listComments, { params })).items
  assert.match(JSON.stringify(said), new RegExp(`Said before I went.*${pseudonym}|${pseudonym}.*Said before I went`))
})

test('nobody erases themselves, or a person who still owns records', async () => {
  const itself = await administrator.refused(personal.eraseAccount, { params: { id: administrator.id }, body: because })
  assert.equal(itself.code, 'identity.own_erasure')
  const owner = await person('officer', home)
  await owner.call(agreements.createAgreement, { body: agreementInput(home, partner, { ownerId: owner.id }) })
  const owning = await administrator.refused(personal.eraseAccount, { params: { id: owner.id }, body: because })
  assert.deepEqual([owning.code, owning.status], ['identity.still_owns', 409])
  const officer = await person('officer', home)
  assert.equal((await officer.refused(personal.eraseAccount, { params: { id: owner.id }, body: because })).status, 403)
})

test('an erased contact is gone from the contact, from agreements and from their history', async () => {
  const body = { name: 'Constanze Kontakt', email: 'constanze@example.org', phone: '+998 71 123', homeId: home }
  const contact = await administrator.call(persons.createPerson, { params: { id: partner }, body })
  const contacts = [{ side: 'partner', personId: contact.id, name: body.name, email: body.email }] as const
  const input = agreementInput(home, partner, { contacts: [...contacts] })
  const record = await administrator.call(agreements.createAgreement, { body: input })
  await administrator.call(agreements.updateAgreement, {
    params: { id: record.id },
    body: { ...agreementInput(home, partner), version: record.version },
  })
  await administrator.call(agreements.createAgreement, { body: input })
  await administrator.call(persons.changePerson, {
    params: { id: contact.id },
    body: { position: 'Dean Constanze', version: contact.version },
  })
  assert.notDeepEqual(await tracesOf('Constanze'), [])
  const { pseudonym } = await administrator.call(personal.eraseContact, { params: { id: contact.id }, body: because })
  assert.deepEqual(await tracesOf('Constanze', '998 71 123'), [])
  const erased = await administrator.call(persons.getPerson, { params: { id: contact.id } })
  assert.deepEqual([erased.name, erased.email, erased.phone, erased.position], [pseudonym, null, null, null])
  assert.equal(await verifyChains(db), undefined)
})

test('an erased contact who was a guest is gone from what they did there, however short the name and whichever was used', async () => {
  const desk = await openDesk(testApp)
  const guestNames = ['Wu', 'Цю Вэй']
  const email = 'wu@partner.example'
  const contactBody = { name: 'Wu', email, homeId: desk.home }
  const contact = await administrator.call(persons.createPerson, { params: { id: desk.partner }, body: contactBody })
  for (const name of guestNames) {
    const { id, token } = await desk.invite({ name, email, rights: ['read', 'comment', 'confirm'] })
    const browser = browserOf(app)
    assert.equal((await browser.open(id, token)).statusCode, 200)
    assert.equal((await browser.send('POST', `/api/guest/${id}/comments`, { body: 'We were there' })).statusCode, 200)
    const answered = await browser.answer(id, await desk.post(), { happened: true })
    assert.equal(answered.statusCode, 200, answered.body)
  }
  await services.jobs.drain()
  const forms = ['Wu (', 'Вэй']
  assert.notDeepEqual(await tracesOf(...forms), [])
  await administrator.call(personal.eraseContact, { params: { id: contact.id }, body: because })
  await services.jobs.drain()
  assert.deepEqual(await tracesOf(...forms), [])
  assert.equal(await verifyChains(db), undefined)
})

test('the retention rules are settings; the night follows them', async () => {
  const usual = await administrator.call(personal.getRetention)
  assert.deepEqual(usual, {
    ...{ accessLogMonths: 13, mailMonths: 6, notificationMonths: 12, linkDays: 30, parkedJobMonths: 12 },
  })
  const nobody = `${administrator.id.slice(-8)}@nowhere.example`
  await anybody.refused(identity.signIn, { body: { email: nobody, password: 'a wrong password' } })
  await sql`update access_log set at = at - interval '2 months'`.execute(db)
  await sql`update sealed_value set sealed_at = sealed_at - interval '2 months'`.execute(db)
  await applyRetention(services)
  assert.notDeepEqual(await tracesOf(nobody), [])
  await administrator.call(personal.changeRetention, { body: { ...usual, accessLogMonths: 1 } })
  await applyRetention(services)
  assert.deepEqual(await tracesOf(nobody), [])
  assert.equal(await verifyChains(db), undefined)
  const wrong = await administrator.refused(personal.changeRetention, { body: { ...usual, linkDays: 0 } })
  assert.equal(wrong.status, 400)
})
