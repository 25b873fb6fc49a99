// Tests of editing together: over real web sockets, as several people, with rights that change and edits that may not pass.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createTestApp, type TestPerson } from '../../test-app.ts'
import { makeTalkWorld } from '../collaboration/testing/talk-world.ts'
import * as contract from './draft.contract.ts'
import { cellTree, listClauses, mostCharacters, readCell } from './draft-form.states.ts'
import { newSuggestionId } from './suggestions.states.ts'

const app = await createTestApp()
const world = await makeTalkWorld(app)
const { officer, observer, administrator, stranger } = world
await app.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.app.server.address() as { port: number }
const signatory = await app.person('signatory', world.home)

interface Client {
  doc: Y.Doc
  words: { type: string; [key: string]: unknown }[]
  socket: WebSocket
  until(type: string): Promise<Record<string, unknown>>
  edit(change: (doc: Y.Doc) => void): Promise<Record<string, unknown>>
  closed: Promise<number>
}

const sockets = new Set<WebSocket>()
after(() => {
  for (const socket of sockets) socket.terminate()
})

async function begun(person: TestPerson = administrator): Promise<string> {
  const { id } = await world.record({ state: 'drafting' })
  await person.call(contract.beginDraft, {
    params: { id },
    body: { languages: ['fa', 'ru'], texts: { fa: 'ماده ۱ هدف\nمتن نخست', ru: 'Статья 1. Цель\nПервый текст' } },
  })
  return id
}

async function cookieOf(person: TestPerson): Promise<string> {
  const answer = await person.inject({ method: 'GET', url: '/api/session' })
  return (answer.raw.req.headers.cookie as string) ?? ''
}

async function connect(person: TestPerson, id: string, headers: Record<string, string> = {}): Promise<Client> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/agreements/${id}/draft/live`, {
    headers: { cookie: await cookieOf(person), origin: 'http://localhost:3000', ...headers },
  })
  sockets.add(socket)
  const [doc, words] = [new Y.Doc(), [] as Client['words']]
  const heard = new Set<() => void>()
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) Y.applyUpdate(doc, new Uint8Array(data), 'server')
    else words.push(JSON.parse(data.toString()))
    for (const wake of heard) wake()
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
    socket.on('error', reject)
  })
  let edits = 0
  const hear = async (isIt: (word: Client['words'][number]) => boolean) => {
    for (;;) {
      const word = words.find(isIt)
      if (word) return word
      await new Promise<void>(resolve => {
        const wake = () => {
          heard.delete(wake)
          resolve()
        }
        heard.add(wake)
      })
    }
  }
  const client: Client = {
    ...{ doc, words, socket },
    closed: new Promise(resolve => socket.on('close', resolve)),
    until: type => hear(word => word.type === type),
    async edit(change) {
      const updates: Uint8Array[] = []
      const keep = (update: Uint8Array) => updates.push(update)
      doc.on('update', keep)
      doc.transact(() => change(doc))
      doc.off('update', keep)
      edits += 1
      const head = Buffer.alloc(4)
      head.writeUInt32BE(edits)
      socket.send(Buffer.concat([head, Y.mergeUpdates(updates)]))
      return hear(word => (word.type === 'kept' || word.type === 'refused') && word.edit === edits)
    },
  }
  socket.send(JSON.stringify({ type: 'hello', has: Buffer.from(Y.encodeStateVector(doc)).toString('base64') }))
  await client.until('welcome')
  while (listClauses(doc).length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  return client
}

const textIn = (doc: Y.Doc, language: string, at = 0): Y.XmlText => {
  const tree = cellTree(doc, listClauses(doc)[at]!.id, language)
  return (tree.get(1) as Y.XmlElement).get(0) as Y.XmlText
}
const says = (doc: Y.Doc, language: string): string => textIn(doc, language).toString()
async function eventually(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !check(); tries += 1) await new Promise(resolve => setTimeout(resolve, 10))
  assert.ok(check())
}

test('two people write in two languages at once, and what was acknowledged is in the database', async () => {
  const id = await begun()
  const [one, two] = [await connect(officer, id), await connect(administrator, id)]
  const [first, second] = await Promise.all([
    one.edit(doc => textIn(doc, 'fa').insert(0, 'سلام ')),
    two.edit(doc => textIn(doc, 'ru').insert(0, 'Да, ')),
  ])
  assert.deepEqual([first.type, second.type], ['kept', 'kept'])
  await eventually(() => says(one.doc, 'ru') === 'Да, Первый текст' && says(two.doc, 'fa') === 'سلام متن نخست')
  const { draft } = await observer.call(contract.getDraft, { params: { id } })
  const clause = draft!.text.clauses[0]!
  assert.equal(clause.versions.fa!.blocks[0]!.runs[0]!.text, 'سلام متن نخست')
  assert.deepEqual(clause.versions.ru!.heading, [{ text: 'Цель' }])
})

test('who suggests may suggest, and nothing else; who reads changes nothing', async () => {
  const id = await begun()
  const one = await connect(signatory, id)
  assert.equal(one.words[0]!.right, 'suggest')
  const refused = await one.edit(doc => textIn(doc, 'ru').insert(0, 'Иначе '))
  assert.deepEqual([refused.type, refused.code], ['refused', 'draft.only_suggestions'])
  const again = await connect(signatory, id)
  const mine = newSuggestionId(signatory.id, 1)
  const kept = await again.edit(doc => textIn(doc, 'ru').insert(0, 'Иначе ', { insertion: { id: mine } }))
  assert.equal(kept.type, 'kept')
  const forged = newSuggestionId(officer.id, 1)
  const other = await again.edit(doc => textIn(doc, 'fa').insert(0, 'X', { insertion: { id: forged } }))
  assert.equal(other.type, 'refused')
  const reader = await connect(observer, id)
  assert.equal((await reader.edit(doc => textIn(doc, 'ru').delete(0, 2))).code, 'draft.only_reading')
  const view = await officer.call(contract.getDraft, { params: { id } })
  assert.deepEqual([view.draft!.openSuggestions, view.right], [1, 'edit'])
  assert.equal(view.draft!.text.clauses[0]!.versions.ru!.blocks[0]!.runs[0]!.text, 'Первый текст')
})

test('a suggestion of another is not touched by who suggests, and officers decide on it', async () => {
  const id = await begun()
  const theirs = await connect(officer, id)
  const suggestion = newSuggestionId(officer.id, 2)
  await theirs.edit(doc => textIn(doc, 'ru').format(0, 6, { deletion: { id: suggestion } }))
  const mine = await connect(signatory, id)
  assert.equal(
    (await mine.edit(doc => textIn(doc, 'ru').format(0, 6, { deletion: null }))).code,
    'draft.only_suggestions',
  )
  const decision = { params: { id }, body: { decision: 'take_in' as const, ids: [suggestion] } }
  assert.equal((await signatory.refused(contract.decideSuggestions, decision)).status, 403)
  assert.deepEqual(await officer.call(contract.decideSuggestions, decision), { decided: 1 })
  assert.deepEqual(await officer.call(contract.decideSuggestions, decision), { decided: 0 })
  await eventually(() => says(theirs.doc, 'ru') === ' текст')
})

test('limits are told in words, and the draft stays as it was', async () => {
  const id = await begun()
  const one = await connect(officer, id)
  const long = await one.edit(doc => textIn(doc, 'ru').insert(0, 'я'.repeat(mostCharacters)))
  assert.equal(long.code, 'draft.clause_too_long')
  assert.match(String(long.sentence), /50,000 characters/)
  const two = await connect(officer, id)
  assert.equal(says(two.doc, 'ru'), 'Первый текст')
  two.socket.send(Buffer.from([0, 0, 0, 99, 1, 2, 3, 250]))
  assert.equal((await two.until('refused')).code, 'draft.edit_unreadable')
  assert.equal((await two.edit(doc => textIn(doc, 'ru').insert(0, 'И '))).type, 'kept')
})

test('strangers, foreign pages and tokens get no connection', async () => {
  const id = await begun()
  await assert.rejects(connect(stranger, id), /404/)
  await assert.rejects(connect(officer, id, { origin: 'https://elsewhere.example' }), /403/)
  await assert.rejects(connect(officer, id, { cookie: '' }), /401/)
  assert.equal((await officer.refused(contract.editDraftLive, { params: { id } })).code, 'draft.upgrade_needed')
})

test('an approved text is read only, also for who is in it already; a closed session ends the connection', async () => {
  const id = await begun()
  const one = await connect(officer, id)
  await app.services.db.updateTable('agreement').set({ state: 'approved_to_sign' }).where('id', '=', id).execute()
  assert.equal((await one.until('right')).right, 'read')
  assert.equal((await one.edit(doc => textIn(doc, 'ru').insert(0, 'X'))).code, 'draft.only_reading')
  await app.services.db.deleteFrom('auth_session').where('user_id', '=', officer.id).execute()
  assert.equal(await one.closed, 4401)
})

test('edits of another process come within a moment', async () => {
  const id = await begun()
  const one = await connect(administrator, id)
  const { loadState, changeOf } = await import('./draft-state.ts')
  const { keepEdits } = await import('./draft.store.ts')
  const { doc } = await loadState(app.services.db, id)
  const content = changeOf(doc, () => textIn(doc, 'ru').insert(0, 'Оттуда: '))!
  const at = new Date().toISOString()
  const { id: personId } = administrator
  await keepEdits(app.services.db, id, [{ content, personId, guestId: null, clauseIds: [] }], at)
  await eventually(() => says(one.doc, 'ru') === 'Оттуда: Первый текст')
  assert.equal((await one.edit(mine => textIn(mine, 'ru').insert(0, 'Здесь. '))).type, 'kept')
  assert.equal(
    readCell(cellTree(one.doc, listClauses(one.doc)[0]!.id, 'ru'))[1]!.runs[0]!.text,
    'Здесь. Оттуда: Первый текст',
  )
})
