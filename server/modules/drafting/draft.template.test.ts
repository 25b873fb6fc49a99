// A draft that begins from a template of the library: the parties' names stand in it, and what its clauses promise is proposed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import * as library from '#modules/documents/library/library.contract.ts'
import { listCommitments } from '#modules/ledger/ledger.contract.ts'
import { createTestApp } from '../../test-app.ts'
import { makeTalkWorld } from '../collaboration/testing/talk-world.ts'
import * as contract from './draft.contract.ts'

const app = await createTestApp()
const { administrator, officer, stranger, home, elsewhere, partner, record } = await makeTalkWorld(app)
await administrator.call(library.adoptStartSet, { body: { homeId: home } })

async function templateOf(word: string): Promise<string> {
  const { items } = await administrator.call(library.listTemplates, { query: { limit: 50 } })
  return items.find(item => item.title.en?.includes(word))!.id
}

test('the text names the parties in each language; promises are proposed in their clauses', async () => {
  const templateId = await templateOf('exchange')
  const { id } = await record({ state: 'drafting' })
  await officer.call(contract.beginDraft, { params: { id }, body: { languages: ['en', 'ru'], templateId } })
  const { draft } = await officer.call(contract.getDraft, { params: { id } })
  assert.ok(draft && draft.text.clauses.length > 5)
  const words = JSON.stringify(draft.text)
  assert.match(words, /Home University/)
  assert.match(words, /Partner University/)
  assert.ok(draft.text.clauses.every(clause => clause.versions.en && clause.versions.ru))
  const { items } = await officer.call(listCommitments, { query: { agreementId: id, limit: 100 } })
  assert.ok(items.length > 0)
  assert.deepEqual(new Set(items.map(item => item.state)), new Set(['proposed']))
  assert.deepEqual(new Set(draft.promises.map(promise => promise.commitmentId)), new Set(items.map(item => item.id)))
  const clauseIds = new Set(draft.text.clauses.map(clause => clause.id))
  assert.ok(draft.promises.every(promise => clauseIds.has(promise.clauseId)))
  const both = items.filter(item => item.kind === 'student_mobility' && item.pairId !== null)
  assert.equal(both.length % 2, 0)
})

test('a template of another house, or none, begins nothing', async () => {
  const templateId = await templateOf('exchange')
  const body = agreementInput(elsewhere, partner, { state: 'drafting' })
  const { id } = await stranger.call(agreements.createAgreement, { body })
  for (const wrong of [templateId, '01900000-0000-7000-8000-00000000dead']) {
    const asked = { params: { id }, body: { languages: ['en'], templateId: wrong } }
    const refusal = await stranger.refused(contract.beginDraft, asked)
    assert.deepEqual([refusal.status, refusal.code], [422, 'draft.template_missing'])
  }
  assert.equal((await stranger.call(contract.getDraft, { params: { id } })).draft, null)
})
