// Tests of guests through the routes: what a link opens, what it never opens, and what becomes of answers and files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#core/ids.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import * as talk from '#modules/collaboration/comment.contract.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import { entryInput, makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { modules } from '#server/modules.ts'
import { createTestApp } from '#server/test-app.ts'
import * as contract from './guest.contract.ts'
import { browserOf, openDesk } from './testing/guest-desk.ts'

const testApp = await createTestApp()
const { app, services, person, anybody } = testApp
const { db } = services
const desk = await openDesk(testApp)
const { officer, agreementId, entryId, home, partner } = desk
const guests = (id = agreementId) => officer.call(contract.listRecordGuests, { params: { id } })
const day = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days }).toString()
const timeline = async (id = agreementId) =>
  (await officer.call(agreements.getAgreementTimeline, { params: { id } })).items.map(item => item.sentence)

async function visitor(more = {}, id = agreementId) {
  const link = await desk.invite(more, id)
  const browser = browserOf(app)
  const opened = await browser.open(link.id, link.token)
  assert.equal(opened.statusCode, 200, opened.body)
  return { ...link, browser }
}

test('a link opens the one record, made for people outside, and the office sees who opened it', async () => {
  const { id, browser } = await visitor({ message: 'Please look' })
  const response = await browser.read(id)
  assert.equal(response.statusCode, 200, response.body)
  const record = response.json()
  assert.deepEqual(
    [record.title, record.guest.name, record.guest.message, record.commitments.length, record.entries.length],
    ['Exchange of students', 'Gulnara Guest', 'Please look', 1, 1],
  )
  assert.doesNotMatch(response.body, /Internal|officer Example|pulse|owner/)
  const [guest] = (await guests()).items
  assert.deepEqual([guest!.state, guest!.opened, guest!.emailProof], ['opened', 1, false])
  assert.notEqual(guest!.firstOpenedAt, null)
  assert.deepEqual((await timeline()).slice(0, 1), ['Gulnara Guest (guest of Partner University) opened the link'])
  const [row] = await db.selectFrom('guest').select(['token_hash', 'last_used_at']).where('id', '=', id).execute()
  assert.match(row!.token_hash, /^[\da-f]{64}$/)
  assert.notEqual(row!.last_used_at, null)
})

test('the cookie belongs to the addresses of this guest and is kept from scripts', async () => {
  const link = await desk.invite()
  const answer = await browserOf(app).open(link.id, link.token)
  const cookie = String(answer.headers['set-cookie'])
  assert.match(cookie, new RegExp(`Path=/api/guest/${link.id}; HttpOnly; SameSite=Strict`))
  assert.ok(!answer.body.includes(link.token))
})

test('a guest’s cookie opens the routes of guests and no other', async () => {
  const { id, browser } = await visitor()
  const other = await visitor()
  for (const { contract: route } of modules.flatMap(module => module.routes ?? [])) {
    if (route.access === 'public') continue
    const own = route.path.startsWith('/api/guest/')
    const url = route.path.replace(/:(\w+)/g, () => (own ? other.id : newId()))
    const send = (cookie: string) =>
      app.inject({
        ...{ method: route.method, url, headers: { 'x-concord': '1', cookie } },
        ...(route.method !== 'GET' && route.transfer !== 'upload' && { payload: {} }),
      })
    const [asGuest, asStranger] = [await send(browser.cookie!), await send('')]
    const name = `${route.method} ${route.path}`
    assert.ok([400, 401].includes(asGuest.statusCode), `${name}: ${asGuest.statusCode}`)
    assert.deepEqual([asGuest.statusCode, asGuest.json().code], [asStranger.statusCode, asStranger.json().code], name)
  }
  assert.equal((await browser.read(id)).statusCode, 200)
})

test('nobody but a guest is known where guests are: neither a session nor a token', async () => {
  const { id } = await visitor()
  const response = await officer.inject({ url: `/api/guest/${id}` })
  assert.deepEqual([response.statusCode, response.json().code], [401, 'guest.link_needed'])
})

test('a link that is forged, over, revoked, or whose record is gone or confidential: one answer for all', async () => {
  const good = await desk.invite()
  const expired = await desk.invite()
  await db
    .updateTable('guest')
    .set({ expires_on: day(-1) })
    .where('id', '=', expired.id)
    .execute()
  const revoked = await desk.invite()
  await officer.call(contract.revokeGuest, { params: { id: revoked.id } })
  const gone = await desk.invite({}, await desk.record())
  await db
    .updateTable('agreement')
    .set({ removed_at: new Date().toISOString() })
    .where(
      'id',
      '=',
      (await db.selectFrom('guest').select('agreement_id').where('id', '=', gone.id).executeTakeFirstOrThrow())
        .agreement_id,
    )
    .execute()
  const closedId = await desk.record()
  const closed = await desk.invite({}, closedId)
  await db.updateTable('agreement').set({ confidentiality: 'confidential' }).where('id', '=', closedId).execute()
  const forged = { id: good.id, token: 'x'.repeat(43) }
  const nowhere = { id: newId(), token: good.token }
  const answers = []
  for (const link of [forged, nowhere, expired, revoked, gone, closed]) {
    const { statusCode, body } = await browserOf(app).open(link.id, link.token)
    const { requestId: _, ...said } = JSON.parse(body)
    answers.push(JSON.stringify([statusCode, said]))
  }
  assert.deepEqual([...new Set(answers)].length, 1, answers.join('\n'))
  assert.equal(JSON.parse(answers[0]!)[1].code, 'guest.link_not_valid')
  const inPersian = await browserOf(app, 'fa').open(forged.id, forged.token)
  assert.match(inPersian.json().title, /[\u0600-\u06ff]/)
})

test('revoking ends the visits that run; a new link replaces the former one', async () => {
  const { id, token, browser } = await visitor()
  await officer.call(contract.revokeGuest, { params: { id } })
  assert.equal((await browser.read(id)).json().code, 'guest.link_needed')
  const renewed = await officer.call(contract.renewGuest, { params: { id }, body: { expiresOn: day(7) } })
  assert.deepEqual([renewed.guest.state, renewed.guest.expiresOn], ['opened', day(7)])
  assert.equal((await browserOf(app).open(id, token)).statusCode, 404)
  assert.equal((await browserOf(app).open(id, new URL(renewed.link).hash.slice(1))).statusCode, 200)
})

test('a visit ends at once when the record becomes confidential or the partner leaves it', async () => {
  const recordId = await desk.record()
  const { id, browser } = await visitor({}, recordId)
  await db.updateTable('agreement').set({ confidentiality: 'confidential' }).where('id', '=', recordId).execute()
  assert.equal((await browser.read(id)).json().code, 'guest.link_not_valid')
  assert.equal((await officer.refused(contract.renewGuest, { params: { id }, body: {} })).status, 404)
  const named = { agreement_id: recordId, person_id: officer.id, since: new Date().toISOString() }
  await db.insertInto('agreement_reader').values(named).execute()
  await officer.call(contract.renewGuest, { params: { id }, body: {} })
  const other = await desk.record()
  const second = await visitor({}, other)
  await db.deleteFrom('agreement_party').where('agreement_id', '=', other).execute()
  assert.equal((await second.browser.read(second.id)).json().code, 'guest.link_not_valid')
})

test('what a partner confirms is evidence; a second yes changes nothing, and no yes is taken back', async () => {
  const { id, browser } = await visitor()
  const yes = await browser.answer(id, entryId, { happened: true })
  assert.equal(yes.statusCode, 200, yes.body)
  assert.equal(yes.json().entries[0].answer.happened, true)
  await Promise.all([1, 2].map(() => browser.answer(id, entryId, { happened: true })))
  assert.equal((await browser.answer(id, entryId, { happened: false, reason: 'No' })).statusCode, 409)
  const { items } = await officer.call(ledger.listEntries, { query: { agreementId } })
  const evidence = items.find(one => one.id === entryId)!.evidence
  assert.deepEqual(
    evidence.map(one => [one.kind, one.addedBy]),
    [['partner_confirmation', 'Gulnara Guest (guest of Partner University)']],
  )
  assert.ok((await timeline()).some(text => text.includes('confirmed that this happened')))
})

test('a no needs its reason, goes to the office, and may become a yes', async () => {
  const { id, browser } = await visitor()
  const entry = await desk.post()
  assert.equal((await browser.answer(id, entry, { happened: false })).json().code, 'guest.reason_needed')
  const no = await browser.answer(id, entry, { happened: false, reason: 'Nobody\u202e came' })
  assert.equal(no.statusCode, 200)
  const [answer] = (await guests()).answers
  assert.deepEqual([answer!.happened, answer!.reason, answer!.entryId], [false, 'Nobody came', entry])
  assert.ok((await timeline()).some(text => text.includes('did not happen as it is recorded')))
  await browser.answer(id, entry, { happened: true })
  assert.equal((await guests()).answers.find(one => one.entryId === entry)!.happened, true)
})

test('a correction leaves the partner’s confirmation behind, as it was of other words', async () => {
  const { id, browser } = await visitor()
  const entry = await desk.post()
  await browser.answer(id, entry, { happened: true })
  const { items } = await officer.call(ledger.listEntries, { query: { agreementId } })
  const { kind, unit, from, to, startsOn, status } = items.find(one => one.id === entry)!
  const side = ({ organisationId, unitId }: typeof from) => ({ organisationId, unitId })
  const corrected = await officer.call(ledger.correctEntry, {
    params: { id: entry },
    body: {
      kind,
      unit,
      from: side(from),
      to: side(to),
      startsOn,
      status,
      agreementId,
      quantity: '7',
      reason: 'Counted',
    },
  })
  assert.deepEqual(corrected.evidence, [])
})

test('deeds of other partners, of the future and of other agreements are not the guest’s', async () => {
  const { id, browser } = await visitor()
  const stranger = await makeOrganisation(db, 'Third University')
  const foreign = await desk.post({ to: { organisationId: stranger } })
  const future = await desk.post({ startsOn: { on: day(10), precision: 'day' }, status: 'planned' })
  const elsewhere = await desk.post({ agreementId: await desk.record() })
  const { entries } = (await browser.read(id)).json()
  const shown = entries.map((one: { id: string }) => one.id)
  assert.deepEqual([shown.includes(foreign), shown.includes(elsewhere), shown.includes(future)], [false, false, true])
  for (const entry of [foreign, future, elsewhere])
    assert.equal((await browser.answer(id, entry, { happened: true })).statusCode, 404)
})

test('a file waits for the office, which takes it among the documents or says why not', async () => {
  const { id, browser } = await visitor()
  assert.equal((await browser.upload(id, 'list.pdf', '%PDF-1.7 list')).statusCode, 200)
  assert.equal((await browser.upload(id, 'other.txt', 'Other')).statusCode, 200)
  assert.equal((await browser.upload(id, 'run.exe', 'MZ program')).statusCode, 415)
  assert.equal((await browser.upload(id, 'empty.txt', '')).statusCode, 422)
  const [other, list] = (await guests()).files
  assert.deepEqual(
    [list!.name, list!.state, list!.note, list!.guestName],
    ['list.pdf', 'waiting', 'For you', 'Gulnara Guest'],
  )
  const content = await officer.inject({ url: `/api/guest-files/${list!.id}` })
  assert.equal(content.body, '%PDF-1.7 list')
  await officer.call(contract.acceptSuppliedFile, { params: { id: list!.id }, body: { purpose: 'evidence' } })
  await officer.call(contract.refuseSuppliedFile, { params: { id: other!.id }, body: { reason: 'Not ours' } })
  const again = await officer.refused(contract.acceptSuppliedFile, {
    params: { id: other!.id },
    body: { purpose: 'draft' },
  })
  assert.equal(again.code, 'guest.file_decided')
  const { files } = await officer.call(agreements.getAgreement, { params: { id: agreementId } })
  assert.deepEqual(
    files.map(file => [file.name, file.note]),
    [['list.pdf', 'Supplied by Gulnara Guest (guest of Partner University) · For you']],
  )
  const seen = (await browser.read(id))
    .json()
    .files.map((file: { state: string; reason: string }) => [file.state, file.reason])
  assert.deepEqual(seen, [
    ['refused', 'Not ours'],
    ['accepted', null],
  ])
})

test('a comment stands in the discussion of the office under the guest’s name; the guest sees only own ones', async () => {
  const { id, browser } = await visitor({ rights: ['comment'] })
  const record = { subject: 'agreement', id: agreementId }
  await officer.call(talk.postComment, { params: record, body: { body: 'Between us' } })
  const written = await browser.send('POST', `/api/guest/${id}/comments`, { body: 'We look forward to it' })
  assert.equal(written.statusCode, 200, written.body)
  assert.deepEqual(
    written.json().comments.map((one: { body: string }) => one.body),
    ['We look forward to it'],
  )
  const { items } = await officer.call(talk.listComments, { params: record })
  assert.match(JSON.stringify(items), /Gulnara Guest \(guest of Partner University\)/)
  assert.equal((await browser.send('POST', `/api/guest/${id}/comments`, { body: '  ' })).statusCode, 422)
})

test('deeds of no agreement are confirmed where the link allows it, those of the guest’s organisation only', async () => {
  const loose = await desk.post({ agreementId: null, title: 'A visit by itself' })
  const stranger = await makeOrganisation(db, 'Stranger University')
  const foreign = { ...entryInput(home, stranger), note: null, title: 'Of others' }
  const { id: others } = await officer.call(ledger.postEntry, { body: foreign as never })
  const usual = await visitor()
  const seenBy = async ({ id, browser }: Awaited<ReturnType<typeof visitor>>) =>
    (await browser.read(id)).json().entries.map((one: { title: string }) => one.title)
  assert.equal((await seenBy(usual)).includes('A visit by itself'), false)
  assert.equal((await usual.browser.answer(usual.id, loose, { happened: true })).statusCode, 404)
  const wider = await visitor({ rights: ['read', 'other_deeds'] })
  assert.equal((await seenBy(wider)).includes('A visit by itself'), true)
  assert.equal((await seenBy(wider)).includes('Of others'), false)
  assert.equal((await wider.browser.answer(wider.id, others, { happened: true })).statusCode, 404)
  const answered = await wider.browser.answer(wider.id, loose, { happened: true })
  assert.equal(answered.statusCode, 200, answered.body)
  const { items } = await officer.call(ledger.listEntries, { query: {} })
  assert.deepEqual(
    items.find(one => one.id === loose)!.evidence.map(one => [one.kind, one.addedBy]),
    [['partner_confirmation', 'Gulnara Guest (guest of Partner University)']],
  )
  // What belongs to the agreement is not the business of this link.
  assert.equal((await wider.browser.answer(wider.id, entryId, { happened: true })).statusCode, 404)
})

test('rights that a link does not have are refused', async () => {
  const { id, browser } = await visitor({ rights: ['read'] })
  assert.equal((await browser.upload(id, 'a.txt', 'a')).statusCode, 403)
  assert.equal((await browser.answer(id, entryId, { happened: true })).json().code, 'guest.may_not')
  assert.equal((await browser.send('POST', `/api/guest/${id}/comments`, { body: 'a' })).json().code, 'guest.may_not')
  assert.equal((await browser.read(id)).json().entries[0].isAsked, false)
})

test('only who may change the agreement invites; readers see the list, strangers nothing', async () => {
  const observer = await person('observer', home)
  const body = { name: 'X', organisationId: partner, language: 'en' as const, rights: ['read' as const] }
  assert.equal((await observer.refused(contract.inviteGuest, { params: { id: agreementId }, body })).status, 403)
  const seen = await observer.call(contract.listRecordGuests, { params: { id: agreementId } })
  assert.notEqual(seen.abilities.invite, true)
  const stranger = await person('officer', await makeOrganisation(db, 'Elsewhere University', true))
  const { id } = await desk.invite()
  assert.equal((await stranger.refused(contract.listRecordGuests, { params: { id: agreementId } })).status, 404)
  assert.equal((await stranger.refused(contract.inviteGuest, { params: { id: agreementId }, body })).status, 404)
  assert.equal((await stranger.refused(contract.revokeGuest, { params: { id } })).status, 404)
  assert.equal((await observer.refused(contract.renewGuest, { params: { id }, body: {} })).status, 403)
  assert.equal((await anybody.refused(contract.listAllGuests)).status, 401)
  const administrator = await person('administrator')
  const all = await administrator.call(contract.listAllGuests, { query: { state: 'invited', q: 'gulnara' } })
  assert.ok(all.items.some(one => one.id === id && one.agreementTitle === 'Exchange of students'))
  await administrator.call(contract.revokeGuest, { params: { id } })
  assert.equal((await guests()).items.find(one => one.id === id)!.state, 'revoked')
})

test('a guest of a confidential agreement was let in by somebody who knew', async () => {
  const recordId = await desk.record({ confidentiality: 'confidential' })
  const { id, browser } = await visitor({}, recordId)
  assert.equal((await browser.read(id)).statusCode, 200)
})

test('a link works for a year at most and for somebody at a partner', async () => {
  const body = { name: 'X', organisationId: partner, language: 'en' as const, rights: ['read' as const] }
  const params = { id: agreementId }
  const tooLong = await officer.refused(contract.inviteGuest, { params, body: { ...body, expiresOn: day(400) } })
  assert.equal(tooLong.code, 'guest.time_wrong')
  const past = await officer.refused(contract.inviteGuest, { params, body: { ...body, expiresOn: day(-1) } })
  assert.equal(past.code, 'guest.time_wrong')
  const strange = await officer.refused(contract.inviteGuest, { params, body: { ...body, organisationId: home } })
  assert.deepEqual([strange.code, strange.fields![0]!.path], ['guest.organisation_strange', 'organisationId'])
  const proof = await officer.refused(contract.inviteGuest, { params, body: { ...body, emailProof: true } })
  assert.equal(proof.code, 'guest.proof_impossible')
  const { guest } = await officer.call(contract.inviteGuest, { params, body })
  assert.deepEqual([guest.expiresOn, guest.rights], [day(30), ['read']])
})
