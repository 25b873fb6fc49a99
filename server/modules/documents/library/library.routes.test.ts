// The library over HTTP: writing, approving, finding in any script, the start set, files; who may and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import { instantiateTemplate } from './instantiate.ts'
import * as contract from './library.contract.ts'
import { findTemplates, openTemplate } from './open-template.ts'
import { previewTemplate } from './template-text.contract.ts'
import { clauseContent, templateContent } from './testing/library-desk.ts'
import { writeDocx } from './testing/write-docx.ts'

const app = await createTestApp()
const { db } = app.services
const homeId = await makeOrganisation(db, 'Home University', true)
const otherId = await makeOrganisation(db, 'Other University', true)
const unitId = await makeOrganisation(db, 'Faculty of Physics')
await db.updateTable('organisation').set({ unit_of: homeId }).where('id', '=', unitId).execute()

const officer = await app.person('agreements_manager', homeId)
const coordinator = await app.person('coordinator', homeId)
const physicist = await app.person('coordinator', unitId)
const stranger = await app.person('officer', otherId)
const administrator = await app.person('administrator')

const newClause = async (person: TestPerson = officer, more = {}) =>
  (await person.call(contract.createClause, { body: { homeId, content: clauseContent(more) } })).id

test('a clause is drafted, approved, rewritten; the approved version stays in use and every version is kept', async () => {
  const id = await newClause(coordinator)
  const refused = await coordinator.refused(contract.approveItem, {
    params: { kind: 'clause', id },
    body: { version: 1 },
  })
  assert.equal(refused.status, 403)
  await officer.call(contract.approveItem, { params: { kind: 'clause', id }, body: { version: 1 } })
  const first = await officer.call(contract.getClause, { params: { id } })
  const content = clauseContent({ title: { en: 'Places, new' } })
  await coordinator.call(contract.changeClause, { params: { id }, body: { version: 1, content, note: 'Shorter' } })
  const stale = await officer.refused(contract.changeClause, { params: { id }, body: { version: 1, content } })
  assert.equal(stale.code, 'record.stale_version')
  const now = await officer.call(contract.getClause, { params: { id } })
  assert.deepEqual([now.version, now.approvedVersion, now.state], [2, 1, 'approved'])
  assert.deepEqual(
    now.versions.map(one => [one.version, one.note, one.approvedBy !== null]),
    [
      [2, 'Shorter', false],
      [1, null, true],
    ],
  )
  const old = await officer.call(contract.getClause, { params: { id }, query: { version: 1 } })
  assert.deepEqual([old.shown, old.content], [1, first.content])
  assert.deepEqual(first.content, clauseContent())
})

test('the house reads, its units too; others do not know that it exists', async () => {
  const id = await newClause()
  await physicist.call(contract.getClause, { params: { id } })
  assert.equal((await stranger.refused(contract.getClause, { params: { id } })).status, 404)
  const body = { version: 1, content: clauseContent() }
  assert.equal((await physicist.refused(contract.changeClause, { params: { id }, body })).status, 403)
  assert.equal((await stranger.refused(contract.changeClause, { params: { id }, body })).status, 404)
  const everywhere = { body: { homeId: null, content: clauseContent() } }
  assert.equal((await officer.refused(contract.createClause, everywhere)).status, 403)
  const common = (await administrator.call(contract.createClause, everywhere)).id
  await stranger.call(contract.getClause, { params: { id: common } })
  const unknown = { body: { homeId: unitId, content: clauseContent() } }
  assert.equal((await administrator.refused(contract.createClause, unknown)).code, 'library.place_unknown')
})

test('clauses are found by words in any script', async () => {
  const id = await newClause(officer, { title: { en: 'Zebra clause', ru: 'Статья о зебре' } })
  const find = async (q: string) =>
    (await officer.call(contract.listClauses, { query: { q } })).items.map(one => one.id)
  assert.deepEqual(await find('ZEBRA'), [id])
  assert.deepEqual(await find('зебре статья'), [id])
  assert.deepEqual(await find('zebra nowhere'), [])
})

test('a clause that does not hold together is refused with the place of the fault', async () => {
  const code = async (more: object) => {
    const body = { homeId, content: clauseContent(more) }
    return (await officer.refused(contract.createClause, { body })).code
  }
  assert.equal(await code({ title: { en: '  ' } }), 'library.clause_not_written')
  assert.equal(await code({ variables: [] }), 'library.variable_unknown')
  const [variable] = clauseContent().variables
  assert.equal(await code({ variables: [variable, variable] }), 'library.variable_twice')
  assert.equal(await code({ variables: [{ ...variable, kind: 'text' }] }), 'library.promise_variable_wrong')
  const [way] = clauseContent().alternatives
  const costly = { ...way!.promises[0]!, unit: 'money', quantityVariable: null, quantity: '5' }
  assert.equal(await code({ alternatives: [{ ...way, promises: [costly] }] }), 'library.promise_incomplete')
  assert.equal(await code({ alternatives: [{ ...way, versions: {} }] }), 'library.clause_not_written')
})

test('a template is approved when its clauses are, and becomes a text for drafting', async () => {
  const clauseId = await newClause()
  const content = templateContent([clauseId])
  const { id } = await officer.call(contract.createTemplate, { body: { homeId, content } })
  const approval = { params: { kind: 'template' as const, id }, body: { version: 1 } }
  assert.equal((await officer.refused(contract.approveItem, approval)).code, 'library.template_not_approvable')
  await officer.call(contract.approveItem, { params: { kind: 'clause', id: clauseId }, body: { version: 1 } })
  await officer.call(contract.approveItem, approval)

  const offered = await findTemplates(db, physicist.actor, { agreementKind: 'exchange_agreement', homeId })
  assert.deepEqual(
    offered.map(one => [one.id, one.version, one.clauses]),
    [[id, 1, 1]],
  )
  assert.deepEqual(await findTemplates(db, physicist.actor, { agreementKind: 'memorandum', homeId }), [])
  assert.equal(await openTemplate(db, stranger.actor, id), undefined)

  // A later draft of the clause does not reach texts before it is approved.
  const later = clauseContent({ title: { en: 'Later' } })
  await officer.call(contract.changeClause, { params: { id: clauseId }, body: { version: 1, content: later } })
  const source = await openTemplate(db, officer.actor, id)
  const { text, origins, promises } = instantiateTemplate(source!, ['fa', 'en'], { values: { places: '5' } })
  assert.deepEqual(
    origins.map(one => [one.itemId, one.version, one.title.en]),
    [[clauseId, 1, 'Places for students']],
  )
  assert.deepEqual(text.clauses[0]!.versions.fa!.blocks[0]!.runs[1], { text: '۵', variable: 'places' })
  assert.deepEqual([promises[0]!.quantity, promises[0]!.clauseId], ['5', text.clauses[0]!.id])

  const used = await officer.call(contract.getClause, { params: { id: clauseId } })
  assert.deepEqual(used.usedIn, [{ id, title: { en: 'Agreement on places' } }])
  await officer.call(contract.retireItem, { params: { kind: 'clause', id: clauseId }, body: { reason: 'Replaced' } })
  const preview = await officer.call(previewTemplate, { params: { id }, body: { languages: ['en'] } })
  assert.deepEqual(
    preview.notices.map(one => one.kind),
    ['retired'],
  )
  assert.equal(
    (await officer.refused(contract.changeClause, { params: { id: clauseId }, body: { version: 2, content: later } }))
      .code,
    'library.item_retired',
  )
  await officer.call(contract.restoreItem, { params: { kind: 'clause', id: clauseId } })
})

test('a template names only clauses of its own library and of the installation', async () => {
  const elsewhere = (
    await administrator.call(contract.createClause, { body: { homeId: otherId, content: clauseContent() } })
  ).id
  const body = { homeId, content: templateContent([elsewhere]) }
  assert.equal((await administrator.refused(contract.createTemplate, { body })).code, 'library.template_clause_unknown')
})

test('values that do not fit are named', async () => {
  const clauseId = await newClause()
  const { id } = await officer.call(contract.createTemplate, { body: { homeId, content: templateContent([clauseId]) } })
  const refused = await officer.refused(previewTemplate, {
    params: { id },
    body: { languages: ['en'], values: { places: 'many' } },
  })
  assert.deepEqual([refused.code, refused.fields?.[0]?.path], ['library.value_unfit', 'values.places'])
})

test('the start set is taken over once, by administrators, into one library', async () => {
  const body = { homeId }
  assert.equal((await officer.refused(contract.adoptStartSet, { body })).status, 403)
  const taken = await administrator.call(contract.adoptStartSet, { body })
  assert.equal(taken.templates, 3)
  assert.deepEqual(await administrator.call(contract.adoptStartSet, { body }), { clauses: 0, templates: 0 })
  const { places, startSet } = await officer.call(contract.getLibrary)
  assert.equal(startSet.clauses, taken.clauses)
  assert.equal(places.find(place => place.homeId === homeId)?.missing, 0)
  const offered = await findTemplates(db, officer.actor, { agreementKind: 'memorandum', homeId })
  assert.deepEqual(
    offered.map(one => one.languages),
    [['en', 'fa', 'ru']],
  )
  assert.equal((await findTemplates(db, stranger.actor, {})).length, 0)
})

function upload(person: TestPerson, bytes: Uint8Array, name = 'memorandum.docx') {
  const boundary = 'boundary-of-the-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return person.inject({
    ...{ method: 'POST', url: '/api/library/uploads' },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

test('a Word file is read into clauses, corrected, and kept as drafts', async () => {
  const bytes = writeDocx([
    { text: 'Exchange agreement', style: 'Title1' },
    { text: 'Article 1. Places', bold: true },
    'Each side keeps {{places}} places.',
    { text: 'Article 2. Term', bold: true },
    'It lasts a year.\u202e',
  ])
  const answer = await upload(officer, bytes)
  assert.equal(answer.statusCode, 200, answer.body)
  const { name, clauses, title, languages } = answer.json()
  assert.deepEqual(
    [name, title, languages, clauses.length],
    ['memorandum.docx', { en: 'Exchange agreement' }, ['en'], 2],
  )
  assert.equal(clauses[1].versions.en.body, 'It lasts a year.')
  const template = { title, description: {}, kinds: [], languages, prevailing: null }
  const { id } = await officer.call(contract.createFromClauses, { body: { homeId, template, clauses } })
  const made = await officer.call(contract.getTemplate, { params: { id } })
  assert.deepEqual(made.clauses.map(one => [one.title.en, one.state, one.variables]).sort(), [
    ['Places', 'draft', 1],
    ['Term', 'draft', 0],
  ])
  const codes = [Buffer.from('no file at all'), writeDocx([]), writeDocx([], `<a>${' '.repeat(2 ** 25)}</a>`)]
  for (const [at, code] of ['library.file_unreadable', 'library.file_empty', 'library.file_too_much'].entries())
    assert.equal((await upload(officer, codes[at]!)).json().code, code)
  assert.equal((await upload(await app.person('observer', homeId), bytes)).statusCode, 403)
})
