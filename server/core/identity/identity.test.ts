// Tests of sign-in, first administrator, invitations and the session check, through the routes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test-app.ts'
import { newId } from '../ids.ts'
import { makeLink } from './accounts.ts'
import { reaches } from './actor.ts'
import * as contract from './identity.contract.ts'

const { app, services, person, anybody } = await createTestApp()
const post = (url: string, payload: object, headers: Record<string, string> = { 'x-concord': '1' }) =>
  app.inject({ method: 'POST', url, payload, headers })

test('the one-time link makes the first administrator, once', async () => {
  assert.equal((await anybody.call(contract.getSession)).installation.hasAdministrator, false)
  const token = await makeLink(services.db, 'first_administrator', {}, 1, services.clock.now())
  const body = { token, name: 'First', email: 'First@Example.org', password: 'long enough password', language: 'fa' }
  const wrong = await anybody.refused(contract.createFirstAdministrator, { body: { ...body, token: 'x'.repeat(43) } })
  assert.equal(wrong.code, 'identity.setup_link_not_valid')
  const made = await anybody.call(contract.createFirstAdministrator, { body })
  assert.equal(made.person?.email, 'first@example.org')
  const every = ['record', 'write', 'registry', 'import', 'share', 'audit', 'administer']
  assert.deepEqual(made.abilities, Object.fromEntries(every.map(ability => [ability, true])))
  assert.equal(
    (await anybody.refused(contract.createFirstAdministrator, { body })).code,
    'identity.setup_link_not_valid',
  )
  assert.equal((await anybody.call(contract.getSession)).installation.hasAdministrator, true)
})

test('a wrong password, an unknown person and a closed account are refused alike', async () => {
  const administrator = await person('administrator')
  const { account } = await administrator.call(contract.invitePerson, {
    body: { name: 'Nima', email: 'nima@example.org', language: 'fa', grants: [{ role: 'viewer', scopeId: null }] },
  })
  for (const email of ['nima@example.org', 'nobody@example.org', 'first@example.org']) {
    const problem = await anybody.refused(contract.signIn, { body: { email, password: 'wrong password' } })
    assert.equal(problem.code, 'identity.wrong_credentials')
  }
  await administrator.call(contract.changeAccount, { params: { id: account.id }, body: { grants: [], disabled: true } })
  const { items } = await administrator.call(contract.listAccounts)
  assert.equal(items.find(one => one.id === account.id)?.disabled, true)
})

test('an invitation link lets a person choose a password, once', async () => {
  const administrator = await person('administrator')
  const { link } = await administrator.call(contract.invitePerson, {
    body: { name: 'Olga', email: 'olga@example.org', language: 'ru', grants: [{ role: 'officer', scopeId: null }] },
  })
  const token = new URL(link).hash.slice('#token='.length)
  const state = await anybody.call(contract.acceptInvitation, { body: { token, password: 'a fresh password' } })
  assert.deepEqual([state.person?.name, state.person?.language], ['Olga', 'ru'])
  assert.equal(
    (await anybody.refused(contract.acceptInvitation, { body: { token, password: 'another password' } })).status,
    422,
  )
  const again = await anybody.call(contract.signIn, {
    body: { email: 'OLGA@example.org', password: 'a fresh password' },
  })
  assert.equal(again.person?.name, 'Olga')
})

test('only administrators manage people, and the last one stays', async () => {
  const officer = await person('officer')
  assert.equal((await officer.refused(contract.listAccounts)).status, 403)
  assert.equal((await anybody.refused(contract.listAccounts)).status, 401)
  const administrator = await person('administrator')
  for (const one of (await administrator.call(contract.listAccounts)).items)
    if (one.id !== administrator.id && !one.disabled)
      await administrator.call(contract.changeAccount, { params: { id: one.id }, body: { grants: [], disabled: true } })
  const problem = await administrator.refused(contract.changeAccount, {
    params: { id: administrator.id },
    body: { grants: [], disabled: false },
  })
  assert.equal(problem.code, 'identity.last_administrator')
})

test('a session cookie that was forged, expired or closed opens nothing', async () => {
  const viewer = await person('viewer')
  const seen = async (cookie: string) =>
    (await app.inject({ url: '/api/session', headers: { cookie } })).json().person?.id ?? null
  const response = await viewer.inject({ url: '/api/session' })
  assert.equal(response.json().person.id, viewer.id)
  assert.equal(await seen('concord.session_token=abc.def'), null)
  assert.equal(await seen('concord.session_token=%E0%A4%A'), null)
  await services.db
    .updateTable('auth_session')
    .set({ expires_at: '2020-01-01T00:00:00Z' })
    .where('user_id', '=', viewer.id)
    .execute()
  assert.equal((await viewer.inject({ url: '/api/session' })).json().person, null)
})

test('a write from another site is refused', async () => {
  const body = { email: 'a@example.org', password: 'x' }
  assert.equal((await post('/api/session', body, {})).json().code, 'request.cross_site')
  const foreign = { 'x-concord': '1', 'sec-fetch-site': 'cross-site' }
  assert.equal((await post('/api/session', body, foreign)).json().code, 'request.cross_site')
})

test('every wrong field is named, in the reader’s language', async () => {
  const response = await post('/api/session', { email: 'nonsense', password: 5, extra: true })
  assert.equal(response.statusCode, 400)
  assert.deepEqual(
    response
      .json()
      .fields.map((field: { path: string }) => field.path)
      .sort(),
    ['email', 'extra', 'password'],
  )
})

test('guessing is slowed down', async () => {
  const tries = []
  for (let n = 0; n < 11; n += 1)
    tries.push((await post('/api/session', { email: 'guess@example.org', password: 'x' })).statusCode)
  assert.deepEqual(tries, [...Array(10).fill(422), 429])
})

test('grants reach the units below their scope and nothing else', async () => {
  const { db } = services
  const make = async (name: string, unitOf: string | null = null) => {
    const id = newId()
    await db
      .insertInto('organisation')
      .values({ id, name, home: unitOf === null, unit_of: unitOf })
      .execute()
    return id
  }
  const home = await make('Home')
  const faculty = await make('Faculty', home)
  const department = await make('Department', faculty)
  const other = await make('Other')
  const officer = await person('officer', faculty)
  assert.deepEqual(officer.actor.writes, new Set([faculty, department]))
  const viewer = await person('viewer', home)
  assert.deepEqual(viewer.actor.reads, new Set([home, faculty, department]))
  assert.deepEqual(viewer.actor.writes, new Set())
  assert.equal(reaches(viewer.actor.reads, other), false)
})

test('a role at an organisation that does not exist is refused at its field, and nobody is invited', async () => {
  const administrator = await person('administrator')
  const grants = [
    { role: 'observer' as const, scopeId: null },
    { role: 'officer' as const, scopeId: crypto.randomUUID() },
  ]
  const body = { name: 'Nobody Anywhere', email: 'nobody.anywhere@example.org', language: 'en' as const, grants }
  const refusal = await administrator.refused(contract.invitePerson, { body })
  assert.deepEqual(
    [refusal.status, refusal.code, refusal.fields?.map(field => field.path)],
    [422, 'identity.place_unknown', ['grants.1.scopeId']],
  )
  const { items } = await administrator.call(contract.listAccounts)
  assert.equal(
    items.some(item => item.email === body.email),
    false,
  )
  const other = await person('observer')
  const changed = await administrator.refused(contract.changeAccount, {
    params: { id: other.id },
    body: { grants, disabled: false },
  })
  assert.equal(changed.code, 'identity.place_unknown')
})
