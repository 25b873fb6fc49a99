// Tests of the main job through the routes: a messy list in, decisions, writing, the same again, differences, undo.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '#core/doctor.ts'
import { listEvents } from '#core/events.ts'
import { translator } from '#core/i18n.ts'
import { newId } from '#core/ids.ts'
import { fixedClock } from '#core/time.ts'
import { presentTimeline } from '#core/timeline.ts'
import { getAgreement, updateAgreement } from '#modules/agreements/agreement.contract.ts'
import { listCommitments } from '#modules/ledger/ledger.contract.ts'
import { makeHome, makeOrganisation } from '#modules/registry/testing/registry-factory.ts'
import { modules } from '../../modules.ts'
import { createTestApp, type TestPerson } from '../../test-app.ts'
import * as contract from './import.contract.ts'

const { services, person, anybody } = await createTestApp(fixedClock('2026-11-23T09:00:00Z'))
const { db } = services
const place = (country: string, city: string) => ({ country, city, region: null, latitude: null, longitude: null })
const home = await makeHome(db, { name: 'Nowruz University', place: place('IR', 'Isfahan') })
const volga = await makeOrganisation(db, { name: 'Volga Institute of Physics', place: place('RU', 'Kazan') })
await makeOrganisation(db, { name: 'Andes Technical University', place: place('CL', 'Valdivia') })
const officer = await person('officer', home)

const list = [
  'List of agreements of our office',
  '',
  'No\tPartner\tCountry\tType\tSigned\tExpires\tScope\tRemarks',
  '1\tVolga Institute of Physics\tRussia\tMoU\t13.05.2019\t12.05.2029\tExchange of 5 students each year; joint research\tpaper original in the archive',
  '2\tAndes Technical University\tChile\tExchange agreement\t01.09.2021\tno end date\t\t',
  '3\tUnknown Polar Academy\tNorway\tMoU\t31.02.2020\t2025\t\t',
  '4\tVolga Institute of Physics / Andes Technical University\t\tMoU\t17.03.2015\t16.03.2020\t\t',
].join('\n')

async function bring(text: string, who: TestPerson = officer): Promise<contract.ImportRun> {
  const run = await who.call(contract.pasteImport, { body: { homeId: home, text } })
  await services.jobs.drain()
  return who.call(contract.getImport, { params: { id: run.id } })
}

async function write(run: contract.ImportRun): Promise<contract.ImportRun> {
  await officer.call(contract.writeImport, { params: { id: run.id }, body: { version: run.version } })
  await services.jobs.drain()
  return officer.call(contract.getImport, { params: { id: run.id } })
}

const rowsOf = async (run: contract.ImportRun) =>
  (await officer.call(contract.listRows, { params: { id: run.id }, query: { limit: 500 } })).items

async function countAgreements(): Promise<number> {
  const rows = await db.selectFrom('agreement').select('id').where('removed_at', 'is', null).execute()
  return rows.length
}

test('a messy list is planned, decided, written, recognised again, changed and taken back', async t => {
  let run = await bring(list)
  await t.test('the plan shows columns, dates, partners and doubts', async () => {
    assert.equal(run.failure, null)
    assert.deepEqual([run.state, run.headerRow, run.listKind], ['planned', 3, 'agreements'])
    assert.deepEqual(
      run.columns.map(column => [column.source, column.meaning]),
      [
        ['No', 'number'],
        ['Partner', 'partner'],
        ['Country', 'partner_country'],
        ['Type', 'kind'],
        ['Signed', 'signed_on'],
        ['Expires', 'expires_on'],
        ['Scope', 'scope'],
        ['Remarks', 'remarks'],
      ].map(([source, meaning]) => [source, source === 'No' ? run.columns[0]!.meaning : meaning]),
    )
    const rows = await rowsOf(run)
    assert.deepEqual(
      rows.map(row => row.row),
      [4, 5, 6, 7],
    )
    assert.deepEqual(
      rows[0]!.partners.map(partner => partner.organisationId),
      [volga],
    )
    assert.deepEqual(
      [rows[0]!.signed?.on, rows[0]!.expires?.on, rows[0]!.kind],
      ['2019-05-13', '2029-05-12', 'memorandum'],
    )
    assert.deepEqual([rows[1]!.endKind, rows[1]!.expires], ['none', null])
    assert.equal(rows[2]!.status, 'error')
    assert.equal(rows[3]!.partners[0]!.outcome, 'several')
    assert.equal(rows[3]!.status, 'doubtful')
    assert.equal(
      rows[0]!.commitments.some(one => one.kind === 'student_mobility' && one.quantity === '5'),
      true,
    )
  })
  await t.test('decisions change the plan at once', async () => {
    const partners = await officer.call(contract.listPartners, { params: { id: run.id }, query: {} })
    const several = partners.items.find(partner => partner.outcome === 'several')!
    const parts = ['Volga Institute of Physics', 'Andes Technical University']
    const split = await officer.call(contract.decidePartner, {
      params: { id: run.id },
      body: { key: several.key, decision: 'split', parts },
    })
    assert.equal(split.partner.decided, true)
    const fixed = await officer.call(contract.decideRow, {
      params: { id: run.id, row: 6 },
      body: { signed: { on: '2020-02-29', precision: 'day' }, accepted: true },
    })
    assert.deepEqual([fixed.status, fixed.signed?.on], ['ready', '2020-02-29'])
    const [first] = (await rowsOf(run))[0]!.commitments
    await officer.call(contract.decideRow, {
      params: { id: run.id, row: 4 },
      body: { commitments: [{ key: first!.key, accepted: true }] },
    })
  })
  await t.test('writing makes agreements, partners and the chosen commitments', async () => {
    run = await write(await officer.call(contract.getImport, { params: { id: run.id } }))
    assert.deepEqual([run.state, run.failure], ['written', null])
    assert.equal(await countAgreements(), 4)
    const rows = await rowsOf(run)
    const agreement = await officer.call(getAgreement, { params: { id: rows[0]!.agreementId! } })
    assert.equal(agreement.original?.row, 4)
    assert.deepEqual(agreement.original?.cells.at(-1), { header: 'Remarks', value: 'paper original in the archive' })
    const { total } = await officer.call(listCommitments, { query: { agreementId: agreement.id } })
    assert.equal(total >= 1, true)
    const split = await officer.call(getAgreement, { params: { id: rows[3]!.agreementId! } })
    assert.equal(split.parties.filter(party => party.side === 'partner').length, 2)
  })
  await t.test('the same list again changes nothing', async () => {
    const again = await bring(list)
    assert.equal(again.previous?.sameFile, true)
    assert.deepEqual(
      (await rowsOf(again)).map(row => row.outcome),
      ['same', 'same', 'skip', 'same'],
    )
    const problem = await officer.refused(contract.writeImport, { params: { id: again.id }, body: {} })
    assert.equal(problem.code, 'imports.nothing_to_write')
  })
  await t.test(
    'a later version shows and writes only the differences, and keeps what people changed here',
    async () => {
      const rows = await rowsOf(run)
      const id = rows[0]!.agreementId!
      const before = await officer.call(getAgreement, { params: { id } })
      await officer.call(updateAgreement, {
        params: { id },
        body: {
          homeId: home,
          kinds: before.kinds,
          title: { en: 'Physics memorandum' },
          parties: before.parties.map(party => ({ organisationId: party.organisation.id, side: party.side })),
          signedOn: before.signedOn,
          expiresOn: before.expiresOn,
          end: before.end,
          renewal: before.renewal,
          remarks: before.remarks,
          number: before.number,
          version: before.version,
        },
      })
      const later = await bring(
        list
          .replace('12.05.2029', '12.05.2034')
          .concat('\n5\tAndes Technical University\tChile\tProtocol\t05.06.2026\t04.06.2030\t\t'),
      )
      const plan = await rowsOf(later)
      assert.deepEqual(
        plan.map(row => row.outcome),
        ['update', 'same', 'skip', 'same', 'create'],
      )
      assert.deepEqual(plan[0]!.differences, [{ label: 'Expires on', from: '12 May 2029', to: '12 May 2034' }])
      assert.equal((await write(later)).state, 'written')
      const after = await officer.call(getAgreement, { params: { id } })
      assert.deepEqual([after.expiresOn?.on, after.title.en], ['2034-05-12', 'Physics memorandum'])
      assert.equal(await countAgreements(), 5)
      const undone = await officer.call(contract.undoImport, {
        params: { id: later.id },
        body: { reason: 'wrong file' },
      })
      assert.equal(undone.state, 'undone')
      assert.equal(await countAgreements(), 4)
      const restored = await officer.call(getAgreement, { params: { id } })
      assert.deepEqual([restored.expiresOn?.on, restored.title.en], ['2029-05-12', 'Physics memorandum'])
    },
  )
  await t.test('an import on which somebody built cannot be taken back as a whole', async () => {
    const problem = await officer.refused(contract.undoImport, { params: { id: run.id }, body: {} })
    assert.equal(problem.code, 'imports.built_on')
  })
  const broken = (await checkInvariants(db, modules)).filter(result => result.problems.length > 0)
  assert.deepEqual(broken, [])
})

test('an import that nobody built on is taken back with its unverified partners', async () => {
  const name = `Fresh Partner ${newId()}`
  const run = await write(
    await bring(
      `Partner\tCountry\tType\tSigned\n${name}\tBrazil\tMoU\t2019-04-17\n${name}\tBrazil\tProtocol\t2021-07-25`,
    ),
  )
  assert.equal(run.state, 'written')
  const partners = async () =>
    (await db.selectFrom('organisation').select('status').where('name', '=', name).execute()).map(one => one.status)
  assert.deepEqual(await partners(), ['unverified'])
  await officer.call(contract.undoImport, { params: { id: run.id }, body: {} })
  assert.deepEqual(await partners(), ['withdrawn'])
})

test('what is not possible now and what was decided is said in words', async () => {
  const run = await bring('Partner\tCountry\tType\tSigned\nVolga Institute of Physics\tRussia\tMoU\t2016-08-09')
  await officer.call(contract.decideRow, { params: { id: run.id, row: 2 }, body: { skip: true } })
  await officer.call(contract.cancelImport, { params: { id: run.id }, body: {} })
  const problem = await officer.refused(contract.decideRow, { params: { id: run.id, row: 2 }, body: { skip: false } })
  assert.equal(problem.code, 'imports.wrong_state')
  assert.match(problem.title, /it was cancelled/)
  const events = await listEvents(db, [{ type: 'import', ids: [run.id] }], { limit: 10 })
  const sentences = ['en', 'fa', 'ru'].map(language =>
    presentTimeline(events, translator(language)).map(item => item.sentence),
  )
  assert.equal(
    sentences[0]!.some(sentence => sentence.includes('is left out')),
    true,
  )
  assert.equal(
    sentences.flat().some(sentence => /left_out|write\b|commitments$/.test(sentence)),
    false,
  )
})

test('the home organisation is never the other side', async () => {
  const run = await bring(
    'Organisation\tCountry\tType\tSigned\nNowruz University\tIran\tMoU\t2016-08-09\nVolga Institute of Physics\tRussia\tLetter of intent\t2016-08-10',
  )
  const rows = await rowsOf(run)
  assert.deepEqual(
    rows.map(row => [row.status, row.doubts.map(one => one.code)]),
    [
      ['doubtful', ['partner_is_home']],
      ['ready', []],
    ],
  )
})

test('a decision about a name wins in the next import', async () => {
  const first = await bring('Partner\tCountry\tType\tSigned\nVIoP Kazan section\tRussia\tMoU\t2018-04-17')
  const { items } = await officer.call(contract.listPartners, { params: { id: first.id }, query: {} })
  await officer.call(contract.decidePartner, {
    params: { id: first.id },
    body: { key: items[0]!.key, decision: 'matched', organisationId: volga },
  })
  const second = await bring('Partner\tCountry\tType\tSigned\nVIoP Kazan section\tRussia\tProtocol\t2022-11-30')
  assert.deepEqual(
    (await rowsOf(second))[0]!.partners.map(partner => [partner.outcome, partner.organisationId]),
    [['matched', volga]],
  )
})

test('two people who write the same list at the same time write it once', async () => {
  const text =
    'Partner\tCountry\tType\tSigned\nVolga Institute of Physics\tRussia\tTreaty\t1999-12-31\nAndes Technical University\tChile\tTreaty\t2003-10-14'
  const before = await countAgreements()
  const [one, two] = [await bring(text), await bring(text, await person('officer', home))]
  await Promise.all([one, two].map(run => officer.call(contract.writeImport, { params: { id: run.id }, body: {} })))
  await services.jobs.drain()
  assert.equal(await countAgreements(), before + 2)
  const states = await Promise.all([one, two].map(run => officer.call(contract.getImport, { params: { id: run.id } })))
  assert.deepEqual(states.map(run => run.state).sort(), ['planned', 'written'])
})

test('a correction of a column shows its effect and is remembered for the next list of this shape', async () => {
  const text =
    'Partner\tLand\tArt\tDatum\nVolga Institute of Physics\tRussia\tMoU\t03/04/2019\nAndes Technical University\tChile\tMoU\t05/06/2020'
  const run = await bring(text)
  const date = run.columns.find(column => column.source === 'Datum')!
  assert.notEqual(date.question, null)
  await officer.call(contract.changeMapping, {
    params: { id: run.id },
    body: {
      columns: [{ index: date.index, meaning: 'signed_on', options: { dateOrder: 'mdy' } }],
      version: run.version,
    },
  })
  await services.jobs.drain()
  assert.deepEqual(
    (await rowsOf(run)).map(row => row.signed?.on),
    ['2019-03-04', '2020-05-06'],
  )
  const next = await bring(`${text}\nVolga Institute of Physics\tRussia\tProtocol\t07/08/2021`)
  assert.equal(next.mappingRemembered, true)
  assert.equal((await rowsOf(next)).at(-1)!.signed?.on, '2021-07-08')
})

test('what is no list is refused in a sentence, and nothing is left half done', async () => {
  const boundary = 'x'.repeat(20)
  const picture = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000', 'hex')
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.xlsx"\r\n\r\n`
  const sent = await officer.inject({
    method: 'POST',
    url: `/api/imports?homeId=${home}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  assert.equal(sent.statusCode, 200)
  await services.jobs.drain()
  const run = await officer.call(contract.getImport, { params: { id: sent.json().id } })
  assert.deepEqual([run.state, run.fileName, run.totals.rows], ['failed', 'list.xlsx', 0])
  assert.match(run.failure ?? '', /picture|image/i)
  const problem = await officer.refused(contract.pasteImport, { body: { homeId: volga, text: 'a\tb' } })
  assert.equal(problem.status, 403)
})

test('only people who work for the home see and do imports', async () => {
  const run = await bring('Partner\tType\nVolga Institute of Physics\tMoU')
  const viewer = await person('viewer', home)
  const stranger = await person('officer', await makeHome(db, { name: 'Other Home' }))
  for (const one of [viewer, stranger]) {
    assert.equal((await one.refused(contract.getImport, { params: { id: run.id } })).status, 404)
    assert.equal((await one.refused(contract.listRows, { params: { id: run.id }, query: {} })).status, 404)
    assert.equal((await one.refused(contract.writeImport, { params: { id: run.id }, body: {} })).status, 404)
    assert.deepEqual((await one.call(contract.listImports, { query: {} })).items, [])
  }
  assert.equal((await anybody.refused(contract.listImports, { query: {} })).status, 401)
})
