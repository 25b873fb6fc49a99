// Measures fifty people who write one draft over web sockets: how soon an edit is kept and seen by another, beside a bare INSERT; memory; and comparing.
// Usage: node bench/drafting.ts [people] [clauses] [seconds]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { loadConfig } from '#core/config.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { createAccount, setGrants } from '#core/identity/accounts.ts'
import { hashPassword } from '#core/identity/authentication.ts'
import { newId } from '#core/ids.ts'
import { silentLog } from '#core/log.ts'
import type { DraftText } from '#modules/drafting/draft.contract.ts'
import { cellTree, listClauses } from '#modules/drafting/draft-form.states.ts'
import { compareTexts } from '#modules/drafting/text/compare-texts.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createApp } from '#server/app.ts'
import { modules } from '#server/modules.ts'
import { openServices } from '#server/open-services.ts'

const [people = 50, clauses = 40, seconds = 10] = process.argv.slice(2).map(Number)
const editEveryMs = 500

const server = await startEmbeddedForTests()
const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-drafting-'))
const settings = { DATA_DIR: folder, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000', REQUEST_LIMIT: '0' }
const config = loadConfig(settings)
const { services, close } = await openServices({ config, log: silentLog(), modules, connection: server.connection })
const app = await createApp(services)
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as { port: number }

const [email, password] = ['bench@example.org', 'correct horse battery']
const passwordHash = await hashPassword(password)
const id = await createAccount(services.db, { name: 'Bench Person', email, language: 'en', passwordHash })
await setGrants(services.db, id, [{ role: 'administrator', scopeId: null }])
const headers: Record<string, string> = { 'x-concord': '1' }
const signedIn = await app.inject({ method: 'POST', url: '/api/session', headers, payload: { email, password } })
headers.cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
const post = async (url: string, payload: object) =>
  (await app.inject({ method: 'POST', url, headers, payload })).json() as Record<string, string>
const home = await makeOrganisation(services.db, 'Home University', true)
const partner = await makeOrganisation(services.db, 'Partner University')
const parties = [{ organisationId: partner, side: 'partner' }]
const body = { homeId: home, kinds: ['memorandum'], title: { en: 'Bench' }, state: 'drafting', parties }
const agreement = (await post('/api/agreements', body)).id!
const lines = (word: string, text: string) =>
  Array.from({ length: clauses }, (_, at) => `${word} ${at + 1} ${text}\n${`${text} `.repeat(40)}`).join('\n')
const texts = { fa: lines('ماده', 'طرفین همکاری می‌کنند'), ru: lines('Статья', 'Стороны сотрудничают') }
await post(`/api/agreements/${agreement}/draft`, { languages: ['fa', 'ru'], texts })

const [kept, seen]: number[][] = [[], []]
const sentAt = new Map<string, number>()

async function join(nth: number): Promise<{ stop(): void }> {
  const doc = new Y.Doc()
  const address = `ws://127.0.0.1:${port}/api/agreements/${agreement}/draft/live`
  const socket = new WebSocket(address, { headers: { ...headers, origin: 'http://localhost:3000' } })
  let edits = 0
  let writing: NodeJS.Timeout | undefined
  const write = () => {
    const clause = listClauses(doc)[nth % clauses]
    if (!clause) return
    const element = cellTree(doc, clause.id, nth % 2 ? 'fa' : 'ru').get(1) as Y.XmlElement
    const before = Y.encodeStateVector(doc)
    ;(element.get(0) as Y.XmlText).insert(0, 'a')
    edits += 1
    const head = Buffer.alloc(4)
    head.writeUInt32BE(edits)
    sentAt.set(`${doc.clientID}`, performance.now())
    socket.send(Buffer.concat([head, Y.encodeStateAsUpdate(doc, before)]))
  }
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const now = performance.now()
    if (isBinary) {
      // One of them reads everything as a browser would; fifty documents in one process would measure themselves.
      if (nth === 0 || listClauses(doc).length === 0) Y.applyUpdate(doc, new Uint8Array(data))
      const authors = nth === 0 ? Y.parseUpdateMeta(new Uint8Array(data)).to.keys() : []
      for (const author of authors) {
        const sent = sentAt.get(`${author}`)
        if (sent && author !== doc.clientID) seen!.push(now - sent)
      }
    } else if (JSON.parse(data.toString()).type === 'kept') kept!.push(now - sentAt.get(`${doc.clientID}`)!)
  })
  await new Promise(resolve => socket.on('open', resolve))
  socket.send(JSON.stringify({ type: 'hello', has: Buffer.from(Y.encodeStateVector(doc)).toString('base64') }))
  setTimeout(
    () => {
      writing = setInterval(write, editEveryMs)
    },
    1000 + nth * 10,
  )
  return {
    stop() {
      clearInterval(writing)
      socket.close()
    },
  }
}

const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
const tell = (title: string, times: number[]) =>
  console.log(
    `${title}: median ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms, ${times.length} times`,
  )

const bare: number[] = []
await sql`create table bench_bare (seq bigint, content bytea)`.execute(services.db)
for (let round = 0; round < 200; round += 1) {
  const began = performance.now()
  await sql`insert into bench_bare values (${round}, ${Buffer.alloc(60)})`.execute(services.db)
  bare.push(performance.now() - began)
}
tell('bare INSERT', bare)
const before = process.memoryUsage().rss
const members = await Promise.all(Array.from({ length: people }, (_, nth) => join(nth)))
await new Promise(resolve => setTimeout(resolve, seconds * 1000))
console.log(
  `${people} people in one draft of ${clauses} clauses, each an edit every ${editEveryMs} ms (server and people in one process)`,
)
tell('edit kept', kept!)
tell('edit seen by another', seen!)
console.log(`kept against a bare INSERT: ${(at(kept!, 0.5) / at(bare, 0.5)).toFixed(1)} times`)
console.log(`memory: ${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MB`)
for (const member of members) member.stop()

const words = (nth: number) => `Clause ${nth} of the parties who exchange students every year. `.repeat(30)
const textWith = (change: (nth: number) => string): DraftText => ({
  ...{ languages: ['en'], prevailing: null, title: {} },
  clauses: ids.map((clauseId, nth) => ({
    ...{ id: clauseId, role: 'article' as const },
    versions: { en: { heading: [], blocks: [{ kind: 'paragraph' as const, runs: [{ text: change(nth) }] }] } },
  })),
})
const ids = Array.from({ length: 200 }, newId)
const compared: number[] = []
for (let round = 0; round < 7; round += 1) {
  const began = performance.now()
  compareTexts(
    textWith(words),
    textWith(nth => (nth % 5 === 0 ? words(nth).replaceAll('year', 'second year') : words(nth))),
  )
  compared.push(performance.now() - began)
}
tell('comparing 200 clauses, 40 of them changed', compared)
await app.close()
await close()
await server.stop()
rmSync(folder, { recursive: true, force: true })
