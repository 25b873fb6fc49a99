// Tests of guests where mail is sent: the invitation in the guest's language, and the code that a forwarded link lacks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestMail } from '#core/mail/mail.ts'
import { createTestApp } from '#server/test-app.ts'
import * as contract from './guest.contract.ts'
import { browserOf, openDesk } from './testing/guest-desk.ts'

const testApp = await createTestApp()
const { app, services } = testApp
const mail = createTestMail()
services.mail = mail
const desk = await openDesk(testApp)

const linkIn = (text: string) => new URL(/http\S+/.exec(text)![0])
const codeIn = (text: string) => /^\d{6}$/m.exec(text)![0]

test('the invitation comes in the language of the guest and carries the whole link', async () => {
  await desk.invite({
    language: 'ru',
    email: 'one@partner.example',
    emailProof: true,
    message: 'Пишите, если что',
    name: 'Анна *** {x} $&',
  })
  await services.jobs.drain()
  const [letter] = mail.sent.splice(0)
  assert.equal(letter!.to, 'one@partner.example')
  assert.match(letter!.text, /[а-я]{5}[\s\S]*Пишите, если что/)
  assert.ok(letter!.text.includes('Анна *** {x} $&'))
  const link = linkIn(letter!.text)
  assert.deepEqual([link.pathname.split('/')[1], link.searchParams.get('language')], ['guest', 'ru'])
  const opened = await browserOf(app).open(link.pathname.split('/')[2]!, link.hash.slice(1))
  assert.deepEqual(opened.json(), { state: 'code', sentTo: 'o…@partner.example', language: 'ru' })
})

test('a forwarded link opens nothing without the code that went to the guest', async () => {
  const { id, token } = await desk.invite({ emailProof: true })
  await services.jobs.drain()
  mail.sent.splice(0)
  const [own, other] = [browserOf(app), browserOf(app)]
  assert.equal((await own.open(id, token)).json().state, 'code')
  assert.equal(own.cookie, undefined)
  await own.send('POST', `/api/guest/${id}/code`, { token })
  await services.jobs.drain()
  const code = codeIn(mail.sent.splice(0)[0]!.text)
  const wrong = await other.send('POST', `/api/guest/${id}/proof`, { token, code: code === '000000' ? '1' : '000000' })
  assert.deepEqual([wrong.statusCode, wrong.json().code], [422, 'guest.code_wrong'])
  const persian = [...code].map(digit => String.fromCharCode(0x6f0 + Number(digit))).join('')
  const proved = await own.send('POST', `/api/guest/${id}/proof`, { token, code: ` ${persian} ` })
  assert.equal(proved.json().state, 'open')
  assert.equal((await own.read(id)).statusCode, 200)
  assert.equal((await other.send('POST', `/api/guest/${id}/proof`, { token, code })).statusCode, 422)
  await own.answer(id, desk.entryId, { happened: true })
  const { proved: kept } = await services.db.selectFrom('guest_answer').select('proved').executeTakeFirstOrThrow()
  assert.equal(kept, true)
})

test('a code is forgotten after five wrong ones, and five are sent in an hour', async () => {
  const { id, token } = await desk.invite({ emailProof: true })
  const browser = browserOf(app)
  const ask = () => browser.send('POST', `/api/guest/${id}/code`, { token })
  await ask()
  await services.jobs.drain()
  const code = codeIn(mail.sent.splice(0).at(-1)!.text)
  const other = code === '123456' ? '654321' : '123456'
  for (let n = 0; n < 5; n += 1) await browser.send('POST', `/api/guest/${id}/proof`, { token, code: other })
  assert.equal((await browser.send('POST', `/api/guest/${id}/proof`, { token, code })).statusCode, 422)
  for (let n = 0; n < 4; n += 1) assert.equal((await ask()).statusCode, 200)
  assert.equal((await ask()).statusCode, 429)
})

test('no message goes out for a link that was revoked or renewed meanwhile, and none twice', async () => {
  await services.jobs.drain()
  mail.sent.splice(0)
  const { id } = await desk.invite({ emailProof: true })
  await desk.officer.call(contract.renewGuest, { params: { id }, body: {} })
  const revoked = await desk.invite({ emailProof: true })
  await desk.officer.call(contract.revokeGuest, { params: { id: revoked.id } })
  await services.jobs.drain()
  assert.equal(mail.sent.splice(0).length, 1)
  const listed = await desk.officer.call(contract.listRecordGuests, { params: { id: desk.agreementId } })
  assert.notEqual(listed.items.find(one => one.id === id)!.mailedAt, null)
  assert.equal(listed.sendsMail, true)
})
