// Tests of webhooks with a real receiver: signatures, tries, sending again, stopping, killed workers, and what is told.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { after, test } from 'node:test'
import { createTestApp } from '../../test-app.ts'
import { findEvent, listEvents } from '../events.ts'
import * as identity from '../identity/identity.contract.ts'
import { createTestMail } from '../mail/mail.ts'
import type { Clock } from '../time.ts'
import { bodyOfEvent } from './message-body.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { pauses, sendDue } from './send-due.ts'
import { isSigned, type Received, startReceiver } from './testing/receiver.ts'
import * as contract from './webhook.contract.ts'

let shift = 0
const clock: Clock = { now: () => Temporal.Now.instant().add({ seconds: shift }) }
const testApp = await createTestApp(clock)
const { services, person } = testApp
const { db } = services
const mail = createTestMail()
services.mail = mail
services.config = { ...services.config, webhooksInside: true }
const receiver = await startReceiver()
after(() => receiver.close())
const administrator = await person('administrator')

async function hook(events: string[] = [], url = receiver.url) {
  const body = { name: 'Library', url, events }
  const { webhook, secret } = await administrator.call(contract.addWebhook, { body })
  receiver.received.length = 0
  receiver.answer = response => response.writeHead(204).end()
  return { id: webhook.id, secret }
}
const remove = (id: string) => administrator.call(contract.removeWebhook, { params: { id } })
const log = async (id: string) =>
  (await administrator.call(contract.listDeliveries, { params: { id }, query: {} })).items
/** Something that an event tells of. */
const invite = (name = 'Nina Newcomer') =>
  administrator.call(identity.invitePerson, {
    body: {
      name,
      email: `${crypto.randomUUID()}@example.org`,
      language: 'en',
      grants: [{ role: 'observer', scopeId: null }],
    },
  })
const ids = (calls: readonly Received[]) => calls.map(call => call.headers['webhook-id'])

test('an event is sent, signed as the standard says, and tells nothing of persons but ids', async () => {
  const { id, secret } = await hook(['account.invited'])
  assert.match(secret, /^whsec_[A-Za-z\d+/]{43}=$/)
  const { account } = await invite()
  await services.jobs.drain()
  const [call] = receiver.received
  assert.ok(isSigned(call!, secret))
  assert.ok(!isSigned({ ...call!, body: `${call!.body} ` }, secret))
  const { type, data } = JSON.parse(call!.body)
  assert.deepEqual(
    [type, data.subjectId, data.actorId, data.details],
    ['account.invited', account.id, administrator.id, { roles: ['observer'] }],
  )
  assert.equal(call!.headers['webhook-id'], data.eventId)
  assert.doesNotMatch(call!.body, /Nina|example\.org|administrator Example/)
  const [delivery] = await log(id)
  assert.deepEqual([delivery!.state, delivery!.tries, delivery!.last!.status], ['delivered', 1, 204])
  await remove(id)
})

test('only the chosen events are sent, all when none is chosen, and nothing that was rolled back', async () => {
  const chosen = await hook(['agreement.recorded'])
  const all = await hook()
  await invite()
  const lost = { id: crypto.randomUUID(), type: 'account.invited' }
  const undone = db.transaction().execute(async tx => {
    await planDeliveries(tx, [lost], new Date().toISOString())
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  await services.jobs.drain()
  assert.deepEqual(await log(chosen.id), [])
  const types = (await log(all.id)).map(one => one.type)
  assert.ok(types.includes('account.invited'))
  const told = await Promise.all((await log(all.id)).map(one => findEvent(db, one.messageId)))
  assert.ok(told.every(event => event !== undefined))
  await Promise.all([remove(chosen.id), remove(all.id)])
})

test('what fails is tried again after growing pauses with the same id, then given up', async () => {
  const { id } = await hook(['account.invited'])
  receiver.answer = response => response.writeHead(500).end(`${'x'.repeat(5000)}`)
  await invite()
  await sendDue(services, id)
  await sendDue(services, id)
  assert.equal(receiver.received.length, 1)
  const [first] = await log(id)
  assert.deepEqual([first!.state, first!.last!.status, first!.last!.answer!.length], ['waiting', 500, 1024])
  for (const pause of pauses) {
    shift += pause + 1
    await sendDue(services, id)
  }
  assert.equal(receiver.received.length, pauses.length + 1)
  assert.equal(new Set(ids(receiver.received)).size, 1)
  const [last] = await log(id)
  assert.deepEqual([last!.state, last!.tries], ['parked', pauses.length + 1])
  shift = 0
  receiver.answer = response => response.writeHead(200).end('ok')
  await administrator.call(contract.replayWebhook, { params: { id }, body: { deliveryId: last!.id } })
  await sendDue(services, id)
  assert.deepEqual(
    (await log(id)).map(one => [one.state, one.last!.answer]),
    [['delivered', 'ok']],
  )
  await remove(id)
})

test('a redirect is not followed, and a cut connection is a failure with its reason', async () => {
  const { id } = await hook(['account.invited'])
  const ping = () => administrator.call(contract.pingWebhook, { params: { id } })
  receiver.answer = response => response.writeHead(302, { location: receiver.url }).end()
  await ping()
  await sendDue(services, id)
  assert.equal(receiver.received.length, 1)
  receiver.answer = response => response.destroy()
  await ping()
  await sendDue(services, id)
  const tries = (await log(id)).map(one => [one.state, one.last!.status, one.last!.error !== null])
  assert.deepEqual(tries, [
    ['waiting', null, true],
    ['waiting', 302, false],
  ])
  await remove(id)
})

test('every event from one on is sent again; what was never sent too', async () => {
  await invite('Before')
  const { id } = await hook(['account.invited'])
  await invite('First')
  await invite('Second')
  await services.jobs.drain()
  const sent = ids(receiver.received).sort()
  assert.equal(sent.length, 2)
  receiver.received.length = 0
  const { count } = await administrator.call(contract.replayWebhook, {
    params: { id },
    body: { fromEventId: sent[0] as string },
  })
  assert.equal(count, 2)
  await services.jobs.drain()
  assert.deepEqual(ids(receiver.received).sort(), sent)
  const nil = '00000000-0000-0000-0000-000000000000'
  const all = await administrator.call(contract.replayWebhook, { params: { id }, body: { fromEventId: nil } })
  assert.ok(all.count > 2 && all.nextEventId === null)
  assert.equal((await log(id)).length, all.count)
  await remove(id)
})

test('a worker that is killed while it sends loses nothing: the same message comes again', async () => {
  const { id, secret } = await hook(['account.invited'])
  await invite()
  const arrived = new Promise<void>(resolve => {
    receiver.answer = () => resolve()
  })
  const connection = testApp.connection
  const input = JSON.stringify({ connection, config: services.config, webhookId: id })
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/send-and-hang.ts'), input])
  await arrived
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  receiver.answer = response => response.writeHead(204).end()
  await sendDue(services, id)
  assert.equal(receiver.received.length, 1)
  shift = 61
  await sendDue(services, id)
  shift = 0
  assert.equal(receiver.received.length, 2)
  assert.equal(new Set(ids(receiver.received)).size, 1)
  assert.ok(receiver.received.every(call => isSigned(call, secret)))
  assert.deepEqual(
    (await log(id)).map(one => one.state),
    ['delivered'],
  )
  await remove(id)
})

test('two workers at once send each message once', async () => {
  const { id } = await hook(['account.invited'])
  for (let n = 0; n < 6; n += 1) await invite()
  await Promise.all([sendDue(services, id), sendDue(services, id)])
  assert.equal(receiver.received.length, 6)
  assert.equal(new Set(ids(receiver.received)).size, 6)
  await remove(id)
})

test('where nothing arrives for days the webhook is stopped and administrators are told; starting it goes on', async () => {
  const { id } = await hook(['account.invited'])
  receiver.answer = response => response.writeHead(503).end()
  await invite()
  await sendDue(services, id)
  shift = 5 * 86_400 + 60
  await sendDue(services, id)
  shift = 0
  const stateOf = async () => (await administrator.call(contract.listWebhooks)).items.find(one => one.id === id)!.state
  assert.equal(await stateOf(), 'given_up')
  assert.ok(mail.sent.some(letter => letter.subject === 'The webhook Library was stopped'))
  const told = await listEvents(db, [{ type: 'webhook', ids: [id] }], { limit: 5 })
  assert.equal(told[0]!.type, 'webhook.given_up')
  assert.equal((await administrator.refused(contract.pingWebhook, { params: { id } })).code, 'webhook.stopped')
  await invite()
  assert.equal((await log(id)).length, 1)
  receiver.answer = response => response.writeHead(204).end()
  const body = { name: 'Library', url: receiver.url, events: ['account.invited'], active: true }
  await administrator.call(contract.changeWebhook, { params: { id }, body })
  assert.equal(await stateOf(), 'active')
  await services.jobs.drain()
  assert.deepEqual(
    (await log(id)).map(one => one.state),
    ['delivered'],
  )
  await remove(id)
})

test('without the setting, no webhook goes into the own network, also when the address was kept before', async () => {
  const { id } = await hook(['account.invited'])
  services.config = { ...services.config, webhooksInside: false }
  await administrator.call(contract.pingWebhook, { params: { id } })
  await sendDue(services, id)
  assert.equal(receiver.received.length, 0)
  assert.match((await log(id))[0]!.last!.error!, /not in the public network/)
  const refused = await administrator.refused(contract.addWebhook, {
    body: { name: 'X', url: receiver.url, events: [] },
  })
  assert.deepEqual([refused.code, refused.fields![0]!.path], ['webhook.address_refused', 'url'])
  services.config = { ...services.config, webhooksInside: true }
  await remove(id)
})

test('a new secret signs from then on; events that do not exist and strangers are refused', async () => {
  const { id, secret } = await hook()
  const renewed = await administrator.call(contract.renewWebhookSecret, { params: { id } })
  await administrator.call(contract.pingWebhook, { params: { id } })
  await sendDue(services, id)
  const ping = receiver.received.find(call => call.body.includes('webhook.ping'))!
  assert.deepEqual([isSigned(ping, renewed.secret), isSigned(ping, secret)], [true, false])
  const [row] = await db.selectFrom('webhook').select('secret_sealed').where('id', '=', id).execute()
  assert.ok(!row!.secret_sealed.includes(renewed.secret.slice(6, 20)))
  const body = { name: 'X', url: receiver.url, events: ['no.such'] }
  assert.equal((await administrator.refused(contract.addWebhook, { body })).code, 'webhook.event_unknown')
  const officer = await person('officer')
  assert.equal((await officer.refused(contract.listWebhooks)).status, 403)
  assert.equal(
    (await officer.refused(contract.replayWebhook, { params: { id }, body: { deliveryId: id } })).status,
    403,
  )
  await remove(id)
})

test('a body keeps ids, numbers, days and words of lists, and drops what people wrote', () => {
  const id = crypto.randomUUID()
  const event = {
    ...{ id, type: 'agreement.moved', subjectType: 'agreement', subjectId: id, homeId: id, actorId: id },
    ...{ actorName: 'Ada', onBehalfOf: 'Bob', at: '2026-11-23T09:00:00Z', requestId: id, reason: 'Because of Eve' },
    data: {
      ...{ title: { en: 'With Eve' }, number: 'A-1', step: 'sign', on: '2026-11-23', count: 3, name: 'eve' },
      ...{ mentions: [id], roles: ['officer'], from: 'Eve Adams', nested: { name: 'Eve' } },
    },
    changes: { title: { from: 'Eve', to: 'Adam' } },
  }
  const { data } = JSON.parse(bodyOfEvent(event))
  assert.deepEqual(data, {
    ...{ eventId: id, subject: 'agreement', subjectId: id, homeId: id, actorId: id, changed: ['title'] },
    details: { step: 'sign', on: '2026-11-23', count: 3, mentions: [id], roles: ['officer'] },
  })
})

test('where events are sent is decided within an hour of signing in only, and never by a token', async () => {
  const { id } = await hook()
  const later = await person('administrator')
  const before = new Date(Date.now() - 2 * 3_600_000).toISOString()
  await db.updateTable('auth_session').set({ created_at: before }).where('user_id', '=', later.id).execute()
  const body = { name: 'Elsewhere', url: receiver.url, events: [] }
  const params = { id }
  const refusals = [
    await later.refused(contract.addWebhook, { body }),
    await later.refused(contract.changeWebhook, { params, body: { ...body, active: true } }),
    await later.refused(contract.renewWebhookSecret, { params }),
  ]
  assert.deepEqual(
    refusals.map(refusal => refusal.code),
    Array(3).fill('identity.sign_in_again'),
  )
  await remove(id)
})
