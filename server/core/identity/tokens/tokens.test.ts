// Tests of API tokens: what they may do, until when, and what they never may.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, type TestPerson } from '../../../test-app.ts'
import * as identity from '../identity.contract.ts'
import type { Power } from '../roles.terms.ts'
import * as contract from './token.contract.ts'

const { app, services, person } = await createTestApp()
const { db } = services
const day = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days }).toString()

const make = async (one: TestPerson, scopes: Power[], expiresOn = day(30)) =>
  (await one.call(contract.makeToken, { body: { name: 'Script', scopes, expiresOn } })).token
const send = (token: string, url: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET', payload: object = {}) =>
  app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(method !== 'GET' && { payload }) })
const codeOf = async (token: string, url: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET', payload = {}) =>
  (await send(token, url, method, payload)).json().code

const view = { page: 'agreements', name: 'Mine', query: {} }

test('a token acts for its owner with what it was made for, and tells the trail so', async () => {
  const officer = await person('officer')
  const token = await make(officer, ['read', 'share'])
  assert.match(token, /^concord_[\w-]{43}$/)
  const session = (await send(token, '/api/session')).json()
  assert.deepEqual([session.person.id, session.person.name], [officer.id, 'officer Example (Script)'])
  assert.deepEqual(session.abilities, { share: true })
  assert.equal((await send(token, '/api/saved-views', 'POST', view)).statusCode, 200)
  assert.equal((await send(token, '/api/organisations', 'POST', { name: 'Somewhere' })).statusCode, 403)
  const [used] = (await officer.call(contract.listOwnTokens)).items
  assert.deepEqual([used!.name, used!.scopes, used!.lastUsedFrom], ['Script', ['read', 'share'], '127.0.0.1'])
  const { items } = await officer.call(contract.listOwnTokens)
  assert.notEqual(items[0]!.lastUsedAt, null)
})

test('a token that may only look changes nothing', async () => {
  const token = await make(await person('officer'), ['read', 'confidential'])
  assert.equal((await send(token, '/api/saved-views')).statusCode, 200)
  assert.equal(await codeOf(token, '/api/saved-views', 'POST', view), 'identity.token_may_not')
})

test('no token changes how its owner signs in, makes tokens or names deputies', async () => {
  const administrator = await person('administrator')
  const token = await make(administrator, ['read', 'write', 'administer'])
  assert.equal((await send(token, '/api/accounts')).statusCode, 200)
  const calls: ['GET' | 'POST' | 'PUT' | 'DELETE', string, object][] = [
    ['GET', '/api/session/tokens', {}],
    ['POST', '/api/session/tokens', { name: 'More', scopes: ['read'], expiresOn: day(1) }],
    ['POST', '/api/session/passkeys/challenge', {}],
    ['POST', '/api/session/one-time-codes', {}],
    ['DELETE', '/api/session/devices', {}],
    ['POST', '/api/deputies', { deputyId: 'x', validFrom: day(0), validUntil: day(1) }],
  ]
  for (const [method, url, payload] of calls)
    assert.equal(await codeOf(token, url, method, payload), 'identity.token_may_not', `${method} ${url}`)
})

test('a token cannot do more than its owner, also when the owner loses roles later', async () => {
  const observer = await person('observer')
  const body = { name: 'Greedy', scopes: ['read', 'write'] as Power[], expiresOn: day(1) }
  assert.equal((await observer.refused(contract.makeToken, { body })).code, 'identity.token_too_much')
  const officer = await person('officer')
  const token = await make(officer, ['read', 'share'])
  const administrator = await person('administrator')
  const change = (disabled: boolean) =>
    administrator.call(identity.changeAccount, { params: { id: officer.id }, body: { grants: [], disabled } })
  await change(false)
  assert.deepEqual((await send(token, '/api/session')).json().abilities, {})
  await change(true)
  assert.equal(await codeOf(token, '/api/session'), 'identity.token_not_valid')
})

test('a token that is over, revoked or forged is refused in words, even with a good cookie', async () => {
  const officer = await person('officer')
  const token = await make(officer, ['read'])
  await db
    .updateTable('api_token')
    .set({ expires_on: day(-1) })
    .where('user_id', '=', officer.id)
    .execute()
  assert.equal(await codeOf(token, '/api/session'), 'identity.token_not_valid')
  const second = await make(officer, ['read'])
  const [one] = (await officer.call(contract.listOwnTokens)).items
  await officer.call(contract.revokeToken, { params: { id: one!.id } })
  assert.equal(await codeOf(second, '/api/session'), 'identity.token_not_valid')
  assert.equal((await officer.refused(contract.revokeToken, { params: { id: one!.id } })).status, 404)
  const forged = await officer.inject({
    url: '/api/session',
    headers: { authorization: `Bearer concord_${'x'.repeat(43)}` },
  })
  assert.equal(forged.statusCode, 401)
  const other = await officer.inject({ url: '/api/session', headers: { authorization: 'Basic abc' } })
  assert.equal(other.json().person.id, officer.id)
})

test('a token lives for a year at most; nobody revokes that of somebody else but an administrator', async () => {
  const officer = await person('officer')
  const tooLong = { name: 'Long', scopes: ['read'] as Power[], expiresOn: day(400) }
  assert.equal((await officer.refused(contract.makeToken, { body: tooLong })).code, 'identity.token_time_wrong')
  const past = { ...tooLong, expiresOn: day(-1) }
  assert.equal((await officer.refused(contract.makeToken, { body: past })).code, 'identity.token_time_wrong')
  const token = await make(officer, ['read'])
  const [one] = (await officer.call(contract.listOwnTokens)).items
  const stranger = await person('officer')
  assert.equal((await stranger.refused(contract.revokeToken, { params: { id: one!.id } })).status, 404)
  const administrator = await person('administrator')
  const params = { id: officer.id }
  assert.equal((await administrator.call(contract.listAccountTokens, { params })).items.length, 1)
  assert.deepEqual((await administrator.call(contract.revokeAccountTokens, { params })).items, [])
  assert.equal(await codeOf(token, '/api/session'), 'identity.token_not_valid')
  const [row] = await db.selectFrom('api_token').select('token_hash').where('user_id', '=', officer.id).execute()
  assert.notEqual(row!.token_hash, token)
})
