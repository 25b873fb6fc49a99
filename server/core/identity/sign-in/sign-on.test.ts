// Tests of single sign-on against a real OpenID provider: whose account opens, roles of groups, forgery, outage.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createTestApp } from '../../../test-app.ts'
import { createAccount, listAccounts, setGrants } from '../accounts.ts'
import * as identity from '../identity.contract.ts'
import type { Provider } from './providers.ts'
import * as contract from './sign-in.contract.ts'
import { testBrowser } from './testing/browser.ts'
import { startTestProvider } from './testing/sign-on-provider.ts'

const { app, services, person } = await createTestApp()
const { db } = services
const { publicUrl } = services.config
const idp = await startTestProvider(['uni', 'closed'].map(id => `${publicUrl}/api/sign-on/${id}/callback`))
after(() => idp.stop())

const provider = (id: string, more: Partial<Provider> = {}): Provider => ({
  ...{ id, name: { en: 'University account' }, issuer: idp.issuer },
  ...{ clientId: idp.clientId, clientSecret: idp.clientSecret },
  ...{ scopes: ['openid', 'email', 'profile', 'groups'], groupsClaim: 'groups', createsAccounts: true },
  roles: [
    { group: 'io-staff', role: 'officer', scopeId: null },
    { group: 'deans', role: 'observer', scopeId: null },
    { group: 'io-heads', role: 'administrator', scopeId: null },
  ],
  ...more,
})
const gone = provider('gone', { issuer: 'http://127.0.0.1:9' })
services.config = {
  ...services.config,
  signOn: [provider('uni'), provider('closed', { createsAccounts: false }), gone],
}

/** Signs a fresh browser on; answers where it ends, and who is signed in. */
async function signOn(claims: typeof idp.person, id = 'uni', returnTo = '') {
  idp.person = claims
  const browser = testBrowser(app)
  const departed = await browser.open(`/api/sign-on/${id}${returnTo && `?return=${encodeURIComponent(returnTo)}`}`)
  const arrived = new URL(await idp.walk(departed.location))
  const { location } = await browser.open(`${arrived.pathname}${arrived.search}`)
  const { person: who } = await browser.call(identity.getSession)
  return { location, who, browser, arrived }
}
const rolesOf = async (id: string) =>
  (await listAccounts(db, id))[0]!.grants.map(grant => `${grant.role} ${grant.source ?? 'by hand'}`).sort()

test('a person unknown here gets an account, with the roles of their groups, in their language', async () => {
  const claims = { sub: '1', email: 'New@Example.org', email_verified: true, name: 'Nadia New', locale: 'ru-RU' }
  const { location, who } = await signOn({ ...claims, groups: ['io-staff', 'choir'] }, 'uni', '/agreements?q=a')
  assert.equal(location, '/agreements?q=a')
  assert.deepEqual([who?.name, who?.email, who?.language], ['Nadia New', 'new@example.org', 'ru'])
  assert.deepEqual(await rolesOf(who!.id), ['officer uni'])
  const again = await signOn({ ...claims, email: 'moved@example.org', groups: ['deans'] })
  assert.equal(again.who?.id, who!.id)
  assert.deepEqual(await rolesOf(who!.id), ['observer uni'])
  const own = await again.browser.call(contract.listOwnSessions)
  assert.deepEqual(new Set(own.items.map(one => one.method)), new Set(['sign_on']))
})

test('the last administrator stays one when the groups say otherwise; another one does not', async () => {
  const claims = { sub: 'head', email: 'head@example.org', email_verified: true, name: 'Head' }
  const { who } = await signOn({ ...claims, groups: ['io-heads'] })
  await signOn({ ...claims, groups: ['deans'] })
  assert.deepEqual(await rolesOf(who!.id), ['administrator uni', 'observer uni'])
  await person('administrator')
  await signOn({ ...claims, groups: ['deans'] })
  assert.deepEqual(await rolesOf(who!.id), ['observer uni'])
})

test('an account is linked by a verified e-mail address only; its other roles stay', async () => {
  const email = 'olga@example.org'
  const id = await createAccount(db, { name: 'Olga', email, language: 'en', passwordHash: null })
  await setGrants(db, id, [{ role: 'analyst', scopeId: null }])
  for (const email_verified of [false, undefined, 'no']) {
    const { location, who } = await signOn({ sub: '2', email, email_verified })
    assert.deepEqual([location, who], ['/sign-in?problem=not_verified', null])
  }
  const { who } = await signOn({ sub: '2', email: 'OLGA@example.org', email_verified: true, groups: ['io-staff'] })
  assert.equal(who?.id, id)
  assert.deepEqual(await rolesOf(id), ['analyst by hand', 'officer uni'])
  const administrator = await person('administrator')
  await administrator.call(identity.changeAccount, {
    params: { id },
    body: { grants: [{ role: 'auditor', scopeId: null }], disabled: false },
  })
  assert.deepEqual(await rolesOf(id), ['auditor by hand', 'officer uni'])
  const without = await signOn({ sub: '2' })
  assert.equal(without.who?.id, id)
  assert.deepEqual(await rolesOf(id), ['auditor by hand'])
})

test('where the provider makes no accounts a stranger is told so; a closed account stays closed', async () => {
  const claims = { sub: '3', email: 'stranger@example.org', email_verified: true }
  const { location, who } = await signOn(claims, 'closed')
  assert.deepEqual([location, who], ['/sign-in?problem=no_account', null])
  const opened = await signOn({ ...claims, sub: '4', email: 'leaver@example.org' })
  const administrator = await person('administrator')
  await administrator.call(identity.changeAccount, {
    params: { id: opened.who!.id },
    body: { grants: [], disabled: true },
  })
  const after = await signOn({ ...claims, sub: '4', email: 'leaver@example.org' })
  assert.deepEqual([after.location, after.who], ['/sign-in?problem=closed', null])
  const { items } = await administrator.call(contract.listAccessLog, { query: { kind: 'failed' } })
  assert.deepEqual(
    items.slice(0, 2).map(one => [one.method, one.email]),
    [
      ['sign_on', 'leaver@example.org'],
      ['sign_on', 'stranger@example.org'],
    ],
  )
})

test('an answer that was replayed, forged, for somebody else or refused opens nothing', async () => {
  const claims = { sub: '5', email: 'eve@example.org', email_verified: true }
  const first = await signOn(claims)
  const replayed = await first.browser.open(`${first.arrived.pathname}${first.arrived.search}`)
  assert.equal(replayed.location, '/sign-in?problem=broken_off')
  const victim = testBrowser(app)
  assert.equal(
    (await victim.open(`${first.arrived.pathname}${first.arrived.search}`)).location,
    '/sign-in?problem=broken_off',
  )
  for (const query of ['', '?code=x&state=y', '?error=access_denied', `?code=x&state=${'a'.repeat(43)}`]) {
    const browser = testBrowser(app)
    await browser.open('/api/sign-on/uni')
    assert.equal((await browser.open(`/api/sign-on/uni/callback${query}`)).location, '/sign-in?problem=broken_off')
    assert.equal((await browser.call(identity.getSession)).person, null)
  }
  const crossed = testBrowser(app)
  const departed = await crossed.open('/api/sign-on/uni')
  const arrived = new URL(await idp.walk(departed.location))
  const elsewhere = await crossed.open(`/api/sign-on/closed/callback${arrived.search}`)
  assert.equal(elsewhere.location, '/sign-in?problem=broken_off')
})

test('nobody is sent to another site after signing in', async () => {
  const claims = { sub: '6', email: 'fritz@example.org', email_verified: true }
  for (const wanted of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b'])
    assert.equal((await signOn(claims, 'uni', wanted)).location, '/')
})

test('a provider that cannot be reached is said to be so; one that is not set does not exist', async () => {
  const browser = testBrowser(app)
  assert.equal((await browser.open('/api/sign-on/gone')).location, '/sign-in?problem=unreachable')
  assert.equal((await browser.open('/api/sign-on/unknown')).status, 404)
  const { installation } = await browser.call(identity.getSession)
  assert.deepEqual(
    installation.signIn.providers.map(one => one.id),
    ['uni', 'closed', 'gone'],
  )
})

test('another site cannot begin a sign-on for whoever visits it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const { headers: answered } = await app.inject({ url: '/api/sign-on/uni', headers })
  assert.equal(answered.location, '/sign-in')
  assert.equal(answered['set-cookie'], undefined)
})
