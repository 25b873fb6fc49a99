// Tests of what protects every answer: headers, cookies, and what a browser keeps after signing out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '../../app.ts'
import { createTestApp } from '../../test-app.ts'
import { signOut } from '../identity/identity.contract.ts'

const { app, services, person } = await createTestApp()
const secure = { ...services, config: { ...services.config, publicUrl: 'https://concord.example.org' } }
const secureApp = await createApp(secure)
const pages = ['/', '/api/session', '/api/nowhere', '/healthz']

test('answers of every kind carry the headers that keep browsers from mischief', async () => {
  for (const url of pages) {
    const { headers } = await secureApp.inject(url)
    const policy = String(headers['content-security-policy'])
    for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      assert.ok(policy.includes(part), `${url} ${part}`)
    assert.ok(!/script-src[^;]*unsafe/.test(policy), url)
    assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains', url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['referrer-policy'], 'same-origin', url)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url)
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url)
    assert.match(String(headers['permissions-policy']), /camera=\(\)/, url)
    assert.equal(headers['access-control-allow-origin'], undefined, url)
    assert.equal(headers.server ?? headers['x-powered-by'], undefined, url)
  }
  const { headers } = await secureApp.inject('/%E0%A4%A')
  assert.equal(headers['content-security-policy'], "default-src 'none'")
  assert.equal(headers['x-content-type-options'], 'nosniff')
})

test('answers of the API are kept by no cache', async () => {
  for (const url of ['/api/session', '/api/nowhere', '/api/agreements'])
    assert.equal((await app.inject(url)).headers['cache-control'], 'no-store', url)
})

test('over https the cookie of a session belongs to this host alone', async () => {
  const { actor } = await person('observer')
  const payload = { email: actor.email, password: 'correct horse battery' }
  const answer = await secureApp.inject({ method: 'POST', url: '/api/session', headers: { 'x-concord': '1' }, payload })
  const cookie = String(answer.headers['set-cookie'])
  assert.match(cookie, /^__Host-concord\.session_token=/)
  for (const part of ['Path=/;', 'HttpOnly', 'SameSite=Lax', 'Secure']) assert.ok(cookie.includes(part), part)
  assert.ok(!cookie.includes('Domain='))
  assert.ok(!answer.body.includes(decodeURIComponent(cookie.split(/[=;]/)[1]!)), 'the token is in the cookie only')
})

test('signing out clears what the browser keeps of answers', async () => {
  const one = await person('observer')
  const answer = await one.inject({ method: signOut.method, url: signOut.path, payload: {} })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.headers['clear-site-data'], '"cache"')
  assert.match(String(answer.headers['set-cookie']), /Max-Age=0/)
})

test('TRACE and methods that no route has are refused', async () => {
  assert.equal(
    (await app.inject({ method: 'TRACE' as 'GET', url: '/api/session', headers: { 'x-concord': '1' } })).statusCode,
    404,
  )
  assert.equal(
    (await app.inject({ method: 'PATCH', url: '/api/session', headers: { 'x-concord': '1' } })).statusCode,
    404,
  )
})

test('reading never writes: every route that is asked by GET leaves the trail as it is', async () => {
  const officer = await person('officer')
  const count = async () =>
    (
      await services.db
        .selectFrom('event')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const before = await count()
  for (const url of ['/api/session', '/api/agreements', '/api/organisations', '/api/today', '/api/search?q=agreement'])
    await officer.inject({ url })
  assert.equal(await count(), before)
})
