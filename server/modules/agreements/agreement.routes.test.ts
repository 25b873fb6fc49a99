// Tests of the routes of agreements, files, views and feeds, as people of different reach.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createTestDatabase } from '#core/testing.ts'
import * as contract from './agreement.contract.ts'
import * as portfolio from './portfolio.contract.ts'
import { openAgreementApp } from './testing/agreement-app.ts'
import { agreementInput, makeOrganisation, makePerson, makeWorld } from './testing/agreement-factory.ts'

const { db } = await createTestDatabase()
const { home, partner, officer, record } = await makeWorld(db)
const app = await openAgreementApp(db)
const reader = await makePerson(db, new Set(), new Set([home]))
const stranger = await makePerson(db, new Set([await makeOrganisation(db, { home: true, name: 'Other home' })]))

test('an agreement is recorded, read in three languages, changed and moved through the API', async () => {
  const made = await app.call(officer, contract.createAgreement, {
    body: agreementInput(home, partner, {
      ...{ title: { en: 'Cooperation', fa: 'همکاری' }, fields: ['053'], number: 'C-1', mayEnd: 'either' },
    }),
  })
  assert.equal(made.mayEnd, 'either')
  assert.deepEqual(
    [made.displayTitle, made.state, made.version, made.abilities],
    [
      'Cooperation',
      'in_force',
      1,
      { edit: true, step: true, begin_renewal: true, add_file: true, record_entry: true, name_readers: true },
    ],
  )
  const persian = await app.call(reader, contract.getAgreement, { params: { id: made.id }, language: 'fa' })
  const named = persian.parties.find(party => party.side === 'partner')!.organisation
  assert.deepEqual(
    [persian.displayTitle, named.name, named.originalName],
    ['همکاری', 'دانشگاه آلتامیرا', 'University of Altamira'],
  )
  assert.equal(typeof persian.abilities.edit, 'object')
  const russian = await app.call(reader, contract.getAgreement, { params: { id: made.id }, language: 'ru' })
  assert.deepEqual(
    [russian.displayTitle, russian.parties[1]!.organisation.name],
    ['Cooperation', 'Университет Альтамиры'],
  )
  const moved = await app.call(officer, contract.beginRenewal, { params: { id: made.id }, body: { version: 1 } })
  assert.deepEqual([moved.state, moved.renewalBegunOn, moved.turn], ['renewal_in_progress', '2026-11-23', 'home'])
  const timeline = await app.call(reader, contract.getAgreementTimeline, { params: { id: made.id } })
  assert.deepEqual(
    timeline.items.map(item => item.type),
    ['agreement.moved', 'agreement.recorded'],
  )
  assert.ok(timeline.items[0]!.sentence.includes('“In force” to “Renewal in progress”'))
})

test('a page says what may be recorded, and why not', async () => {
  const id = await record()
  const { abilities } = await app.call(officer, portfolio.getPartner, { params: { organisationId: partner } })
  assert.deepEqual(abilities, { new_agreement: true, record_entry: true })
  const seen = await app.call(reader, portfolio.getPartner, { params: { organisationId: partner }, language: 'ru' })
  assert.deepEqual(Object.values(seen.abilities), [
    { reason: 'Ваша роль не позволяет записывать соглашения.' },
    { reason: 'Ваша роль не позволяет записывать, что произошло.' },
  ])
  const agreement = await app.call(reader, contract.getAgreement, { params: { id } })
  assert.equal(typeof agreement.abilities.record_entry, 'object')
})

test('bad bodies are refused with all their fields', async () => {
  const problem = await app.refused(officer, contract.createAgreement, {
    body: { homeId: 'x', kinds: [], title: {}, parties: [], extra: 1 } as never,
  })
  assert.equal(problem.status, 400)
  assert.ok((problem.fields?.length ?? 0) >= 3)
})

test('what a person may not see does not exist, on any route', async () => {
  const secret = 'Zyxwvut'
  const id = await record({
    title: { en: `${secret} pact` },
    number: secret,
    confidentiality: 'confidential',
    contacts: [{ side: 'partner', name: secret }],
  })
  const added = await app.upload(
    officer,
    `/api/agreements/${id}/files?purpose=signed_text`,
    `${secret}.txt`,
    `${secret} text`,
  )
  assert.equal(added.statusCode, 200)
  const fileId = added.json().id as string
  const mayNot = [reader, stranger]
  for (const actor of mayNot) {
    const gets = [
      app.send(actor, contract.getAgreement, { params: { id } }),
      app.send(actor, contract.getAgreementTimeline, { params: { id } }),
      app.send(actor, contract.downloadFile, { params: { id: fileId } }),
      app.send(actor, contract.takeAgreementStep, {
        params: { id },
        body: { step: 'suspend', reason: 'r', version: 1 },
      }),
      app.send(actor, contract.removeAgreementFile, { params: { id, fileId }, query: { reason: 'r' } }),
    ]
    for (const response of await Promise.all(gets)) assert.equal(response.statusCode, 404)
    const lists = await Promise.all([
      app.send(actor, portfolio.listPortfolio, { query: { text: secret } }),
      app.send(actor, portfolio.listPortfolio),
      app.send(actor, portfolio.getPortfolioCounts),
      app.send(actor, portfolio.getPortfolioTimeline),
      app.send(actor, portfolio.listPartners),
      app.send(actor, portfolio.getPartner, { params: { organisationId: partner } }),
      app.send(actor, portfolio.getCountry, { params: { code: 'AZ' } }),
      app.send(actor, portfolio.exportPortfolio, { query: { format: 'json' } }),
      app.send(actor, contract.listSimilarAgreements, { query: { homeId: home, partner: [partner] } }),
    ])
    for (const response of lists) {
      assert.equal(response.statusCode, 200, response.body)
      assert.equal(response.body.includes(secret), false)
      assert.equal(response.body.includes(id), false)
    }
  }
  const seen = await app.send(officer, portfolio.listPortfolio, { query: { text: secret } })
  assert.ok(seen.body.includes(id))
  assert.equal((await app.send(null, contract.getAgreement, { params: { id } })).statusCode, 401)
})

test('files are kept by what they are, given out as they came, and taken off with a reason', async () => {
  const id = await record()
  const url = `/api/agreements/${id}/files?purpose=minutes&language=en`
  assert.equal((await app.upload(officer, url, 'empty.pdf', '')).json().code, 'file.empty')
  assert.equal(
    (await app.upload(officer, url, 'run.pdf', Buffer.from('7f454c4600', 'hex'))).json().code,
    'file.not_accepted',
  )
  assert.equal(
    (await app.upload(officer, url, 'big.bin', Buffer.alloc(1024 * 1024 + 1, 65))).json().code,
    'request.too_large',
  )
  assert.equal((await app.upload(reader, url, 'a.txt', 'text')).json().code, 'record.forbidden')
  const file = (await app.upload(officer, url, '..\\..\\протокол <1>.pdf', '%PDF-1.7 content')).json()
  assert.deepEqual(
    [file.name, file.mediaType, file.purpose, file.addedBy],
    ['протокол _1_.pdf', 'application/pdf', 'minutes', officer.name],
  )
  const download = await app.send(reader, contract.downloadFile, { params: { id: file.id } })
  assert.equal(download.body, '%PDF-1.7 content')
  assert.ok(String(download.headers['content-disposition']).startsWith('attachment;'))
  assert.equal((await app.call(reader, contract.getAgreement, { params: { id } })).files.length, 1)
  await app.call(officer, contract.removeAgreementFile, {
    params: { id, fileId: file.id },
    query: { reason: 'wrong meeting' },
  })
  assert.equal((await app.send(reader, contract.downloadFile, { params: { id: file.id } })).statusCode, 404)
  assert.deepEqual((await app.call(reader, contract.getAgreement, { params: { id } })).files, [])
})

test('a newer version takes the place of a file, the earlier one stays within reach', async () => {
  const id = await record()
  const url = `/api/agreements/${id}/files`
  const send = async (query: string, name: string, body: string) =>
    (await app.upload(officer, `${url}?${query}`, name, body)).json()
  const first = await send('purpose=minutes&language=fa', 'minutes.txt', 'one')
  const second = await send(`replaces=${first.id}`, 'minutes-2.txt', 'two')
  assert.deepEqual(
    [first.replacesId, second.replacesId, second.purpose, second.language],
    [null, first.id, 'minutes', 'fa'],
  )
  assert.equal((await send(`replaces=${first.id}`, 'late.txt', 'three')).code, 'file.replaced')
  assert.equal((await send(`replaces=${id}`, 'stray.txt', 'four')).code, 'record.not_found')
  assert.equal((await app.send(reader, contract.downloadFile, { params: { id: first.id } })).body, 'one')
  const { items } = await app.call(reader, contract.getAgreementTimeline, { params: { id } })
  assert.equal(items[0]?.sentence, `${officer.name} added minutes-2.txt as a newer version of minutes.txt`)
  await app.call(officer, contract.removeAgreementFile, {
    params: { id, fileId: second.id },
    query: { reason: 'not agreed' },
  })
  const third = await send(`replaces=${first.id}`, 'minutes-3.txt', 'five')
  assert.equal(third.replacesId, first.id)
})

test('an uploaded file belongs to its uploader until a record uses it', async () => {
  const file = (await app.upload(officer, '/api/files', 'note.txt', 'hello')).json()
  assert.equal((await app.send(officer, contract.downloadFile, { params: { id: file.id } })).body, 'hello')
  assert.equal((await app.send(reader, contract.downloadFile, { params: { id: file.id } })).statusCode, 404)
})

test('the duplicate check finds the same partner, kind and time, and says why', async () => {
  const other = await makeOrganisation(db, { name: 'Only here' })
  const parties = [{ organisationId: other, side: 'partner' as const }]
  const id = await record({ parties, number: 'D-9' })
  const ask = async (more: object) =>
    (
      await app.call(reader, contract.listSimilarAgreements, { query: { homeId: home, partner: [other], ...more } })
    ).items.map(item => [item.agreement.id, item.reasons])
  assert.deepEqual(await ask({ kind: ['memorandum'], from: '2024-11-01' }), [
    [id, ['Same partners', 'Same kind', 'Same first day', 'Terms overlap']],
  ])
  assert.deepEqual(await ask({ kind: ['memorandum'], from: '2030-01-01' }), [])
  assert.deepEqual(await ask({ kind: ['treaty'], number: 'd-9', from: '2030-01-01' }), [
    [id, ['Same number', 'Same partners']],
  ])
  assert.deepEqual(await ask({ kind: ['memorandum'] }), [[id, ['Same partners', 'Same kind']]])
  assert.deepEqual(await ask({ kind: ['memorandum'], except: id }), [])
})

test('the duplicate check knows a partner that was merged under its name in another script', async () => {
  const kept = await makeOrganisation(db, { name: 'University of Bukhtarma' })
  const doubled = await makeOrganisation(db, { name: 'دانشگاه بختارما' })
  const id = await record({ parties: [{ organisationId: doubled, side: 'partner' }] })
  await db
    .updateTable('organisation')
    .set({ status: 'merged', merged_into: kept, canonical_id: kept })
    .where('id', '=', doubled)
    .execute()
  for (const partner of [kept, doubled]) {
    const query = { homeId: home, partner: [partner], kind: ['memorandum' as const] }
    const { items } = await app.call(reader, contract.listSimilarAgreements, { query })
    assert.deepEqual(
      items.map(item => [item.agreement.id, item.reasons]),
      [[id, ['Same partners', 'Same kind']]],
    )
  }
})

test('views are saved, shared by officers, and changed by their owner only', async () => {
  const view = await app.call(officer, contract.createSavedView, {
    body: { page: 'portfolio', name: 'Sleeping', query: { pulse: ['dormant'] }, shared: true },
  })
  assert.deepEqual([view.mine, view.shared], [true, true])
  assert.equal(
    (await app.refused(officer, contract.createSavedView, { body: { page: 'portfolio', name: 'Sleeping', query: {} } }))
      .code,
    'saved_view.name_taken',
  )
  assert.deepEqual(
    (await app.call(reader, contract.listSavedViews, { query: { page: 'portfolio' } })).items.map(one => [
      one.name,
      one.mine,
    ]),
    [['Sleeping', false]],
  )
  assert.equal((await app.refused(reader, contract.deleteSavedView, { params: { id: view.id } })).status, 403)
  assert.equal(
    (
      await app.refused(reader, contract.createSavedView, {
        body: { page: 'portfolio', name: 'x', query: {}, shared: true },
      })
    ).status,
    403,
  )
  await app.call(officer, contract.updateSavedView, {
    params: { id: view.id },
    body: { page: 'portfolio', name: 'Asleep', query: {}, shared: false },
  })
  assert.deepEqual((await app.call(reader, contract.listSavedViews)).items, [])
  await app.call(officer, contract.deleteSavedView, { params: { id: view.id } })
  assert.deepEqual((await app.call(officer, contract.listSavedViews)).items, [])
})

test('a calendar feed shows what its owner may see, until it is revoked', async () => {
  await sql`insert into role_grant (id, user_id, role, scope_id) values (gen_random_uuid(), ${reader.id}, 'observer', ${home})`.execute(
    db,
  )
  const id = await record({
    title: { en: 'Feed, me; now' },
    expiresOn: { on: '2027-06-30', precision: 'day' },
    notice: { amount: 30, unit: 'day' },
  })
  const hidden = await record({ title: { en: 'Hidden' }, confidentiality: 'confidential' })
  const { url, feed } = await app.call(reader, portfolio.createFeed, {
    body: { language: 'en', filter: { kind: ['memorandum'] } },
  })
  const path = new URL(url).pathname
  const answer = await app.app.inject({ url: path })
  assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
  const text = answer.body.replaceAll('\r\n ', '')
  for (const line of [
    `UID:${id}.end@concord`,
    `UID:${id}.review@concord`,
    `UID:${id}.notice@concord`,
    'DTSTART;VALUE=DATE:20270531',
    'SUMMARY:Ends: Feed\\, me\\; now (University of Altamira)',
  ])
    assert.ok(text.includes(line), line)
  assert.equal(text.includes(hidden), false)
  const stored = await db.selectFrom('private_feed').select('token_hash').execute()
  assert.equal(
    stored.some(row => path.includes(row.token_hash)),
    false,
  )
  assert.equal((await app.refused(officer, portfolio.revokeFeed, { params: { id: feed.id } })).status, 404)
  await app.call(reader, portfolio.revokeFeed, { params: { id: feed.id } })
  assert.equal((await app.app.inject({ url: path })).statusCode, 404)
  assert.equal((await app.app.inject({ url: `${path.slice(0, -8)}XXXX.ics` })).statusCode, 404)
})
