// Tests of Word templates over HTTP: who adds, sees, downloads, tries and removes them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import * as contract from './word-template.contract.ts'

const { services, person } = await createTestApp()
const home = await makeOrganisation(services.db, 'Home University', true)
const other = await makeOrganisation(services.db, 'Other University', true)
const officer = await person('officer', home)
const observer = await person('observer', home)
const stranger = await person('officer', other)

const word = async (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map(line => new Paragraph(line)) }] }))

async function add(by: TestPerson, content: Buffer, name = 'house.docx') {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return by.inject({
    ...{ method: 'POST', url: `/api/word-templates?homeId=${home}` },
    headers: { 'x-concord': '1', 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
  })
}

test('an officer adds a template, the house sees and tries it, others do not know of it', async () => {
  const content = await word('{title_ru}', '{#clauses}', '{label_fa}', '{/clauses}')
  const added = await add(officer, content)
  assert.equal(added.statusCode, 200, added.body)
  const { id } = added.json() as { id: string }
  const { items, homes } = await observer.call(contract.listWordTemplates)
  assert.deepEqual(
    [items.map(one => [one.name, one.tags, typeof one.abilities.remove]), homes],
    [[['house.docx', ['title_ru', 'clauses', 'label_fa'], 'object']], []],
  )
  const file = await observer.inject({ url: `/api/word-templates/${id}/file` })
  assert.deepEqual(file.rawPayload, content)
  const sample = await observer.inject({ url: `/api/word-templates/${id}/sample` })
  const body = strFromU8(unzipSync(sample.rawPayload)['word/document.xml']!)
  assert.match(body, /مادهٔ ۲/)
  assert.deepEqual((await stranger.call(contract.listWordTemplates)).items, [])
  assert.equal((await stranger.inject({ url: `/api/word-templates/${id}/file` })).statusCode, 404)
  assert.equal((await stranger.refused(contract.removeWordTemplate, { params: { id } })).status, 404)
  assert.equal((await observer.refused(contract.removeWordTemplate, { params: { id } })).status, 403)
  await officer.call(contract.removeWordTemplate, { params: { id } })
  assert.deepEqual((await officer.call(contract.listWordTemplates)).items, [])
})

test('everything that is wrong with a template is said at once, and nothing of it is kept', async () => {
  const before = (await Array.fromAsync(services.files.list())).length
  const refused = await add(officer, await word('{titel}', '{/clauses}'))
  assert.equal(refused.statusCode, 422)
  const { code, fields } = refused.json() as { code: string; fields: { message: string }[] }
  assert.equal(code, 'word_template.refused')
  assert.deepEqual(
    fields.map(one => one.message.replace(/[\u2066-\u2069]/g, '')),
    [
      'Nothing is known here that could fill titel. Did you mean title?',
      'A tag begins and does not end, or ends where none began: clauses',
    ],
  )
  assert.equal((await add(officer, Buffer.from('no Word'))).statusCode, 422)
  assert.equal((await add(observer, await word('{title}'))).statusCode, 403)
  assert.equal((await Array.fromAsync(services.files.list())).length, before)
})
