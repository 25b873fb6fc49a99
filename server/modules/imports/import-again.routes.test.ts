// Tests of bringing a list again: what it changed is taken back whole, and an export brought back changes nothing.
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { checkInvariants } from '#core/doctor.ts'
import { translator } from '#core/i18n.ts'
import { systemActor } from '#core/identity/actor.ts'
import { fixedClock } from '#core/time.ts'
import { createAgreement, getAgreement, takeAgreementStep } from '#modules/agreements/agreement.contract.ts'
import { makeHome, makeOrganisation } from '#modules/registry/testing/registry-factory.ts'
import { modules } from '../../modules.ts'
import { createTestApp } from '../../test-app.ts'
import * as contract from './import.contract.ts'
import { exportList } from './writing/export-list.ts'

const { services, person } = await createTestApp(fixedClock('2026-11-23T09:00:00Z'))
const { db } = services
const place = (country: string, city: string) => ({ country, city, region: null, latitude: null, longitude: null })
const home = await makeHome(db, { name: 'Nowruz University', place: place('IR', 'Isfahan') })
const volga = await makeOrganisation(db, { name: 'Volga Institute of Physics', place: place('RU', 'Kazan') })
await makeOrganisation(db, { name: 'Andes Technical University', place: place('CL', 'Valdivia') })
const officer = await person('officer', home)

async function planned(id: string): Promise<contract.ImportRun> {
  await services.jobs.drain()
  return officer.call(contract.getImport, { params: { id } })
}

const bring = async (text: string) =>
  planned((await officer.call(contract.pasteImport, { body: { homeId: home, text } })).id)

async function upload(name: string, bytes: Uint8Array): Promise<contract.ImportRun> {
  const boundary = 'y'.repeat(24)
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const sent = await officer.inject({
    method: 'POST',
    url: `/api/imports?homeId=${home}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return planned(sent.json().id)
}

async function write(run: contract.ImportRun): Promise<contract.ImportRun> {
  await officer.call(contract.writeImport, { params: { id: run.id }, body: { version: run.version } })
  return planned(run.id)
}

const rowsOf = async (run: contract.ImportRun) =>
  (await officer.call(contract.listRows, { params: { id: run.id }, query: { limit: 500 } })).items

test('what an import changed is brought back whole, unless somebody changed it since', async () => {
  const text = (status: string, end: string, note: string) =>
    `Ref\tPartner\tCountry\tType\tSigned\tValid until\tStatus\tRemarks
R-1\tVolga Institute of Physics\tRussia\tMoU\t2017-02-03\t${end}\t${status}\t${note}`
  const first = await write(await bring(text('Active', '2031-02-02', 'in the safe')))
  const id = (await rowsOf(first))[0]!.agreementId!
  const seen = async () => {
    const one = await officer.call(getAgreement, { params: { id } })
    return [one.state, one.expiresOn?.on, one.remarks, one.original?.cells.at(-1)?.value]
  }
  const before = await seen()
  assert.deepEqual(before, ['in_force', '2031-02-02', 'in the safe', 'in the safe'])
  const second = await bring(text('Terminated', '2033-02-02', 'scan lost'))
  assert.deepEqual((await rowsOf(second))[0]!.differences, [
    { label: 'Expires on', from: '2 February 2031', to: '2 February 2033' },
    { label: 'Remarks', from: 'in the safe', to: 'scan lost' },
    { label: 'State', from: 'In force', to: 'Terminated' },
  ])
  await write(second)
  assert.deepEqual(await seen(), ['terminated', '2033-02-02', 'scan lost', 'scan lost'])
  await officer.call(contract.undoImport, { params: { id: second.id }, body: {} })
  assert.deepEqual(await seen(), before)
  const third = await write(await bring(text('Suspended', '2033-02-02', 'scan lost')))
  const now = await officer.call(getAgreement, { params: { id } })
  await officer.call(takeAgreementStep, {
    params: { id },
    body: { step: 'resume', reason: 'talks again', version: now.version },
  })
  const problem = await officer.refused(contract.undoImport, { params: { id: third.id }, body: {} })
  assert.equal(problem.code, 'imports.built_on')
  assert.match(problem.title, /1 record was/)
})

const exported = async (format: 'csv' | 'xlsx' | 'json', language: string, importId?: string): Promise<Uint8Array> => {
  const reader = { db, actor: systemActor(), t: translator(language), today: Temporal.PlainDate.from('2026-11-23') }
  return buffer((await exportList(reader, { format, importId })).body)
}

test('an export in any format and language, brought back, changes nothing but what was edited in it', async t => {
  const list = `Ref\tPartner\tLand\tType\tSigned\tEnds\tRemarks
X-1\tVolga Institute of Physics\tRussia\tMoU\t2018-02-03\t2031\t=SUM(1;2)
X-2\tNever Heard Academy\tPeru\tProtocol\t03.04.2019\tno end date\t"quoted", with comma
X-2\tNever Heard Academy\tPeru\tProtocol\t03.04.2019\tno end date\tthe same again`
  const first = await write(await bring(list))
  assert.equal(first.state, 'written')
  const text = Buffer.from(await exported('csv', 'en', first.id)).toString('utf8')
  assert.equal(text.startsWith('\ufeffRef,Partner,Land,Type,Signed,Ends,Remarks,Concord ID,'), true)
  await officer.call(createAgreement, {
    body: {
      homeId: home,
      kinds: ['protocol'],
      title: { en: 'Typed in by hand' },
      parties: [
        { organisationId: home, side: 'home' },
        { organisationId: volga, side: 'partner' },
      ],
      end: 'unknown',
      renewal: 'unknown',
    },
  })
  for (const [format, language] of [
    ['csv', 'en'],
    ['xlsx', 'fa'],
    ['json', 'ru'],
    ['csv', 'ru'],
  ] as const)
    await t.test(`${format} in ${language}`, async () => {
      const run = await upload(`back.${format}`, await exported(format, language))
      assert.equal(run.failure, null)
      assert.equal(
        run.notices.some(notice => notice.code === 'own_columns_left'),
        true,
      )
      const { create, update, error } = run.totals
      assert.deepEqual({ create, update, error }, { create: 0, update: 0, error: 0 })
    })
  await t.test('an edited cell is the only difference', async () => {
    const text = Buffer.from(await exported('csv', 'en')).toString('utf8')
    const run = await upload('edited.csv', Buffer.from(text.replace('the same again', 'another remark')))
    const changed = (await rowsOf(run)).filter(row => row.outcome !== 'same' && row.outcome !== 'skip')
    assert.deepEqual(
      changed.map(row => row.differences),
      [[{ label: 'Remarks', from: 'the same again', to: 'another remark' }]],
    )
  })
  const broken = (await checkInvariants(db, modules)).filter(result => result.problems.length > 0)
  assert.deepEqual(broken, [])
})
