// Tests of sessions and the log of sign-ins, through the routes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../../test-app.ts'
import { createAccount, setGrants } from '../accounts.ts'
import { hashPassword } from '../authentication.ts'
import { applyRetention } from '../personal/retention.ts'
import { mayTry } from './access-log.ts'
import * as contract from './sign-in.contract.ts'

const { app, services, person, anybody } = await createTestApp()
const { db } = services
const password = 'a password for tests'
const passwordHash = await hashPassword(password)

async function account(email: string) {
  const id = await createAccount(db, { name: email.split('@')[0]!, email, language: 'en', passwordHash })
  await setGrants(db, id, [{ role: 'observer', scopeId: null }])
  return id
}

const signIn = (email: string, word = password, agent = 'Test browser') =>
  app.inject({
    ...{ method: 'POST', url: '/api/session', payload: { email, password: word } },
    headers: { 'x-concord': '1', 'user-agent': agent },
  })
const cookieOf = (response: Awaited<ReturnType<typeof signIn>>) => String(response.headers['set-cookie']).split(';')[0]!
const as = (cookie: string, method: 'GET' | 'DELETE', url: string) =>
  app.inject({ method, url, headers: { cookie, 'x-concord': '1' }, ...(method === 'DELETE' && { payload: {} }) })
const isIn = async (cookie: string) => (await as(cookie, 'GET', '/api/session')).json().person !== null

test('a person sees where they are signed in, and signs out elsewhere', async () => {
  await account('lena@example.org')
  const [office, phone, library] = [
    cookieOf(await signIn('lena@example.org', password, 'Office')),
    cookieOf(await signIn('lena@example.org', password, 'Phone')),
    cookieOf(await signIn('lena@example.org', password, 'Library')),
  ]
  const { items } = (await as(office, 'GET', '/api/session/devices')).json()
  assert.deepEqual(items.map((one: { device: string }) => one.device).sort(), ['Library', 'Office', 'Phone'])
  assert.deepEqual(items.filter((one: { current: boolean }) => one.current).length, 1)
  const lost = items.find((one: { device: string }) => one.device === 'Phone')
  await as(office, 'DELETE', `/api/session/devices/${lost.id}`)
  assert.deepEqual([await isIn(office), await isIn(phone), await isIn(library)], [true, false, true])
  const left = (await as(office, 'DELETE', '/api/session/devices')).json()
  assert.deepEqual(
    left.items.map((one: { device: string }) => one.device),
    ['Office'],
  )
  assert.deepEqual([await isIn(office), await isIn(library)], [true, false])
  await as(office, 'DELETE', '/api/session')
  assert.equal(await isIn(office), false)
})

test('nobody ends the session of somebody else by its number', async () => {
  await account('mina@example.org')
  await account('nils@example.org')
  const mina = cookieOf(await signIn('mina@example.org'))
  const nils = cookieOf(await signIn('nils@example.org'))
  const [session] = (await as(mina, 'GET', '/api/session/devices')).json().items
  await as(nils, 'DELETE', `/api/session/devices/${session.id}`)
  assert.equal(await isIn(mina), true)
})

test('the log tells sign-ins, failures and sign-outs, to the person and to those who audit', async () => {
  const id = await account('olga@example.org')
  await signIn('olga@example.org', 'wrong', 'Stranger')
  const cookie = cookieOf(await signIn('olga@example.org', password, 'Her own'))
  await as(cookie, 'DELETE', '/api/session')
  const again = cookieOf(await signIn('olga@example.org'))
  const own = (await as(again, 'GET', '/api/session/access')).json()
  const told = own.items.map((one: { kind: string; method: string | null }) => [one.kind, one.method])
  assert.deepEqual(told, [
    ['signed_in', 'password'],
    ['signed_out', null],
    ['signed_in', 'password'],
    ['failed', 'password'],
  ])
  assert.equal(own.total, 4)
  const auditor = await person('auditor')
  const seen = await auditor.call(contract.listAccessLog, { query: { personId: id } })
  assert.equal(seen.total, 4)
  assert.equal((await auditor.call(contract.listAccessLog, { query: { q: 'OLGA', kind: 'failed' } })).total, 1)
  for (const role of ['observer', 'officer', 'analyst'] as const)
    assert.equal((await (await person(role)).refused(contract.listAccessLog)).status, 403)
  assert.equal((await anybody.refused(contract.listAccessLog)).status, 401)
})

test('a failure for an unknown address is in the log too, and answered alike', async () => {
  const response = await signIn('nobody@example.org')
  assert.equal(response.json().code, 'identity.wrong_credentials')
  const administrator = await person('administrator')
  const { items } = await administrator.call(contract.listAccessLog, { query: { q: 'nobody@example.org' } })
  assert.deepEqual(
    items.map(one => [one.kind, one.personId]),
    [['failed', null]],
  )
})

test('an auditor of one place reads the log of its people only', async () => {
  const home = (
    await db
      .insertInto('organisation')
      .values({ id: '00000000-0000-4000-8000-000000000001', name: 'Home', home: true })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
  const member = await person('observer', home)
  const auditor = await person('auditor', home)
  const { items } = await auditor.call(contract.listAccessLog)
  assert.deepEqual(new Set(items.map(one => one.personId)), new Set([member.id, auditor.id]))
})

test('an administrator signs a person out everywhere', async () => {
  const id = await account('pavel@example.org')
  const cookie = cookieOf(await signIn('pavel@example.org'))
  const administrator = await person('administrator')
  assert.equal((await administrator.call(contract.listAccountSessions, { params: { id } })).items.length, 1)
  assert.deepEqual((await administrator.call(contract.endAccountSessions, { params: { id } })).items, [])
  assert.equal(await isIn(cookie), false)
  assert.equal((await administrator.refused(contract.endAccountSessions, { params: { id: 'nobody' } })).status, 404)
})

test('guessing pauses one address; a sign-in that worked forgives; many addresses pause the account', async () => {
  const email = 'quentin@example.org'
  await account(email)
  for (let n = 0; n < 9; n += 1) assert.equal((await signIn(email, 'wrong')).statusCode, 422)
  assert.equal((await signIn(email)).statusCode, 200)
  for (let n = 0; n < 10; n += 1) assert.equal((await signIn(email, 'wrong')).statusCode, 422)
  assert.equal((await signIn(email)).statusCode, 429)
  assert.equal(await mayTry(db, email, '198.51.100.7'), true)
  await db.updateTable('access_log').set({ ip_address: '203.0.113.1' }).where('email', '=', email).execute()
  for (let n = 0; n < 31; n += 1)
    await db
      .insertInto('access_log')
      .values({
        ...{ id: crypto.randomUUID(), kind: 'failed', method: 'password', email },
        ...{ ip_address: `203.0.113.${n + 2}`, user_agent: '' },
      })
      .execute()
  assert.equal(await mayTry(db, email, '198.51.100.7'), false)
})

test('a session ends after its longest life however much it is used, and its token is not kept', async () => {
  await account('rosa@example.org')
  const response = await signIn('rosa@example.org')
  const cookie = cookieOf(response)
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
  const [row] = await db.selectFrom('auth_session').selectAll().orderBy('created_at', 'desc').limit(1).execute()
  assert.notEqual(row!.token_hash, token)
  assert.match(String(response.headers['set-cookie']), /HttpOnly; SameSite=Lax/)
  const old = new Date(Date.now() - (services.config.sessionHours - 1) * 3_600_000).toISOString()
  await db.updateTable('auth_session').set({ created_at: old, updated_at: old }).where('id', '=', row!.id).execute()
  assert.equal(await isIn(cookie), true)
  const after = await db.selectFrom('auth_session').selectAll().where('id', '=', row!.id).executeTakeFirstOrThrow()
  assert.equal(Math.round((Date.parse(after.expires_at) - Date.parse(old)) / 3_600_000), services.config.sessionHours)
})

test('old lines of the log and sessions that are over are forgotten', async () => {
  const id = await account('sara@example.org')
  const cookie = cookieOf(await signIn('sara@example.org'))
  await db.updateTable('access_log').set({ at: '2020-01-01T00:00:00Z' }).where('user_id', '=', id).execute()
  await applyRetention(services)
  assert.equal((await as(cookie, 'GET', '/api/session/access')).json().total, 0)
  assert.equal(await isIn(cookie), true)
})

test('whoever signs in again in the same browser has one session, a new one', async () => {
  await account('tara@example.org')
  const first = cookieOf(await signIn('tara@example.org'))
  const { id } = await db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', 'tara@example.org')
    .executeTakeFirstOrThrow()
  const again = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-concord': '1', cookie: first },
    payload: { email: 'tara@example.org', password },
  })
  const second = cookieOf(again)
  assert.notEqual(second, first)
  assert.equal(await isIn(first), false)
  assert.equal(await isIn(second), true)
  const open = await db.selectFrom('auth_session').select('id').where('user_id', '=', id).execute()
  assert.equal(open.length, 1)
})
