// Tests of mail: each thing once, also over a day without a mail server; refusals are seen; ended by one click.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setGrants } from '#core/identity/accounts.ts'
import { silentLog } from '#core/log.ts'
import { createMail } from '#core/mail/mail.ts'
import type { Services } from '#core/services.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import * as today from '#modules/work/today.contract.ts'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import * as told from '../notification.contract.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { composeMail } from './compose-mail.ts'
import * as contract from './mail.contract.ts'
import type { MailStream } from './mail.terms.ts'
import { findMailReaders } from './preference.store.ts'
import { sendMails } from './send-mails.ts'
import { unsubscribeToken } from './unsubscribe-token.ts'

const { app, services, person } = await createTestApp()
const { db, jobs, config } = services
const home = await makeOrganisation(db, 'Home University', true)
const elsewhere = await makeOrganisation(db, 'Other University', true)
const partner = await makeOrganisation(db, 'Partner University')
const maker = await person('officer', home)

let clock = Temporal.Now.instant()
const server = await startMailServer()
const mailFrom = 'Concord <office@example.org>'
const mail = createMail({ mailUrl: server.url, mailFrom, dataDir: '' }, silentLog())
// The clock of these tests goes on when they say so.
const posting: Services = { ...services, mail, clock: { now: () => clock } }
test.after(async () => {
  mail.close()
  await server.close()
})

const record = (more: object = {}) =>
  maker.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })

async function giveTurn(to: TestPerson, title = 'Memorandum', note = 'Please.') {
  const { id } = await record({ state: 'drafting', signedOn: null, expiresOn: null, title: { en: title } })
  await maker.call(today.delegateTurn, { params: { id }, body: { toId: to.id, note } })
  await jobs.drain()
  clock = Temporal.Now.instant()
  return id
}

async function compose(one: TestPerson, stream: MailStream): Promise<boolean> {
  const [reader] = await findMailReaders(db, [one.id])
  return composeMail(posting, reader!, stream)
}

const addressOf = async (one: TestPerson) =>
  (await db.selectFrom('auth_user').select('email').where('id', '=', one.id).executeTakeFirstOrThrow()).email

async function mailsTo(one: TestPerson) {
  const address = await addressOf(one)
  return server.taken.filter(each => each.to === address)
}

const headerOf = (source: string, name: string) =>
  new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'mi')
    .exec(source)?.[1]
    ?.replace(/\n[ \t]/g, ' ')
    .trim()

const later = (hours: number) => {
  clock = clock.add({ hours })
}

test('a turn is mailed at once, once, with the words and the links', async () => {
  const colleague = await person('officer', home)
  await giveTurn(colleague, 'Memorandum with Altamira')
  assert.equal(await compose(colleague, 'at_once'), true)
  assert.equal(await compose(colleague, 'at_once'), false)
  assert.equal(await sendMails(posting), 1)
  assert.equal(await sendMails(posting), 0)
  const [letter] = await mailsTo(colleague)
  assert.match(headerOf(letter!.source, 'Subject')!, /Memorandum with Altamira: officer Example gave the turn/)
  assert.equal(headerOf(letter!.source, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click')
  assert.match(headerOf(letter!.source, 'List-Unsubscribe')!, /^<http:\/\/localhost:3000\/unsubscribe\/\S+>$/)
  assert.match(headerOf(letter!.source, 'Message-ID')!, /^<[0-9a-f-]{36}@localhost>$/)
})

test('what was read, and what may not be seen any more, is not mailed', async () => {
  const [reader, gone] = [await person('officer', home), await person('officer', home)]
  for (const one of [reader, gone]) await giveTurn(one)
  const { items } = await reader.call(told.listNotifications)
  await reader.call(told.readNotifications, { body: { until: items[0]!.id } })
  await setGrants(db, gone.id, [{ role: 'observer', scopeId: elsewhere }])
  assert.deepEqual([await compose(reader, 'at_once'), await compose(gone, 'at_once')], [false, false])
})

test('a day without a mail server: nothing is lost and nothing comes twice', async () => {
  const colleague = await person('officer', home)
  const port = Number(new URL(server.url).port)
  await server.close()
  await giveTurn(colleague, 'First')
  await compose(colleague, 'at_once')
  for (let hour = 0; hour < 24; hour += 1) {
    assert.equal(await sendMails(posting), 0)
    later(1)
  }
  await giveTurn(colleague, 'Second')
  clock = clock.add({ hours: 24 })
  await compose(colleague, 'at_once')
  const back = await startMailServer(port)
  assert.equal(await sendMails(posting), 2)
  later(2)
  assert.equal(await sendMails(posting), 0)
  assert.deepEqual(back.taken.map(one => /First|Second/.exec(headerOf(one.source, 'Subject')!)?.[0]).sort(), [
    'First',
    'Second',
  ])
  back.taken.length = 0
  Object.assign(server, { taken: back.taken, close: back.close })
  Object.defineProperty(server, 'answer', { set: value => (back.answer = value), get: () => back.answer })
})

test('a process that died after the server said yes sends one mail again, under the same Message-ID', async () => {
  const colleague = await person('officer', home)
  await giveTurn(colleague)
  await compose(colleague, 'at_once')
  const dying: Services = {
    ...posting,
    mail: {
      ...mail,
      send: async message => {
        await mail.send(message)
        throw new Error('killed')
      },
    },
  }
  await sendMails(dying)
  later(2)
  await sendMails(posting)
  const ids = (await mailsTo(colleague)).map(one => headerOf(one.source, 'Message-ID'))
  assert.equal(ids.length, 2)
  assert.equal(ids[0], ids[1])
})

test('two processes at once send each mail once', async () => {
  const people = [await person('officer', home), await person('officer', home), await person('officer', home)]
  for (const one of people) await giveTurn(one)
  await Promise.all(people.flatMap(one => [compose(one, 'at_once'), compose(one, 'at_once')]))
  const counts = await Promise.all([sendMails(posting), sendMails(posting)])
  assert.equal(counts[0]! + counts[1]!, 3)
  for (const one of people) assert.equal((await mailsTo(one)).length, 1)
})

test('a refused address is told to the person and to administrators, and tried again when asked', async () => {
  const [colleague, administrator] = [await person('officer', home), await person('administrator')]
  const address = await addressOf(colleague)
  server.answer = to => (to === address ? '550 5.1.1 no such person here' : '250 fine')
  await giveTurn(colleague)
  await compose(colleague, 'at_once')
  await sendMails(posting)
  later(48)
  assert.equal(await sendMails(posting), 0)
  const { trouble } = await colleague.call(contract.getMailChoices)
  assert.match(trouble!.answer, /550 5\.1\.1 no such person here/)
  const { items } = await administrator.call(contract.listOutbox, { query: { state: 'bounced' } })
  const { unreached } = await administrator.call(contract.getOutboxState)
  assert.deepEqual([items.map(one => one.to), unreached.map(one => one.address)], [[address], [address]])
  assert.match((await administrator.call(contract.getOutboxMail, { params: { id: items[0]!.id } })).text, /Please\./)

  server.answer = () => '250 fine'
  await administrator.call(contract.retryOutboxMail, { params: { id: items[0]!.id } })
  assert.equal(await sendMails(posting), 1)
  assert.equal((await colleague.call(contract.getMailChoices)).trouble, null)
  assert.equal((await colleague.refused(contract.listOutbox)).status, 403)
})

test('a passing refusal waits and goes later, the others do not wait for it', async () => {
  const [slow, quick] = [await person('officer', home), await person('officer', home)]
  const address = await addressOf(slow)
  server.answer = to => (to === address ? '451 try again later' : '250 fine')
  for (const one of [slow, quick]) await giveTurn(one)
  for (const one of [slow, quick]) await compose(one, 'at_once')
  assert.equal(await sendMails(posting), 1)
  assert.equal((await mailsTo(quick)).length, 1)
  server.answer = () => '250 fine'
  later(1)
  assert.equal(await sendMails(posting), 1)
})

test('a digest comes once a day at the hour of the reader, by record, in their language', async () => {
  const owner = await person('officer', home, 'fa')
  const { timeZone: _, ...usual } = await owner.call(contract.getMailChoices)
  // An hour that is still to come, at whatever time of the day this runs.
  const due = Temporal.Now.zonedDateTimeISO('Asia/Tehran').add({ hours: 2 }).with({ minute: 0, second: 0 })
  await owner.call(contract.changeMailChoices, {
    body: { modes: usual.modes, timeZone: 'Asia/Tehran', hour: due.hour, weekday: 6 },
  })
  const { id, version } = await record({ state: 'drafting', signedOn: null, expiresOn: null, ownerId: owner.id })
  await maker.call(agreements.takeAgreementStep, { params: { id }, body: { step: 'send_to_internal_review', version } })
  await jobs.drain()
  clock = due.subtract({ minutes: 1 }).toInstant()
  assert.equal(await compose(owner, 'daily'), false)
  clock = due.add({ minutes: 1 }).toInstant()
  assert.equal(await compose(owner, 'daily'), true)
  assert.equal(await compose(owner, 'daily'), false)
  await sendMails(posting)
  const [letter] = await mailsTo(owner)
  const plain = Buffer.from(letter!.source.split('\n\n').slice(1).join('\n\n'), 'utf8').toString()
  assert.match(letter!.source, /multipart\/alternative/)
  const { text, html } = await db
    .selectFrom('mail_outbox')
    .select(['text', 'html'])
    .where('user_id', '=', owner.id)
    .executeTakeFirstOrThrow()
  assert.match(html, /<html lang="fa" dir="rtl">/)
  assert.doesNotMatch(html, /<img|src=/)
  assert.equal(text.match(new RegExp(`http://localhost:3000/agreements/${id}`, 'g'))?.length, 1)
  assert.equal(text.split('\n').filter(line => line.startsWith('- ')).length, 2)
  assert.ok(plain.length > 0)
})

test('by one click, without signing in, mails of a kind end; and again changes nothing', async () => {
  const colleague = await person('officer', home)
  const token = unsubscribeToken(config.secret, { userId: colleague.id, stream: 'at_once' })
  const post = (url: string) =>
    app.inject({
      ...{ method: 'POST', url, payload: 'List-Unsubscribe=One-Click' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  for (let n = 0; n < 2; n += 1) assert.equal((await post(`/unsubscribe/${token}`)).statusCode, 200)
  const { modes } = await colleague.call(contract.getMailChoices)
  assert.deepEqual([modes.mention, modes.turn, modes.own], ['in_app', 'in_app', 'daily'])
  await giveTurn(colleague)
  assert.equal(await compose(colleague, 'at_once'), false)
  const forged = token.replace(/.$/, sign => (sign === 'A' ? 'B' : 'A'))
  for (const wrong of [forged, token.replace('at_once', 'daily'), 'x.at_once.y', '..'])
    assert.equal((await post(`/unsubscribe/${wrong}`)).statusCode, 404)
})

test('a choice of today does not bring the news of before', async () => {
  const colleague = await person('officer', home)
  const { modes } = await colleague.call(contract.getMailChoices)
  const choose = (turn: 'in_app' | 'at_once') =>
    colleague.call(contract.changeMailChoices, {
      body: { modes: { ...modes, turn }, timeZone: null, hour: 7, weekday: 1 },
    })
  await choose('in_app')
  await giveTurn(colleague)
  await choose('at_once')
  assert.equal(await compose(colleague, 'at_once'), false)
  await giveTurn(colleague)
  assert.equal(await compose(colleague, 'at_once'), true)
  const problem = await colleague.refused(contract.changeMailChoices, {
    body: { modes, timeZone: 'Mars/Olympus', hour: 7, weekday: 1 },
  })
  assert.equal(problem.fields?.[0]?.path, 'timeZone')
})
