// How fast a list of 100,000 invented entries is read, held and asked: node bench/screening.ts [--entries N] [--parties N]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ActionServices, runAction } from '../server/core/actions.ts'
import { openPool } from '../server/core/database/connect.ts'
import { startEmbedded } from '../server/core/database/embedded.ts'
import { migrateToLatest } from '../server/core/database/migrate.ts'
import { systemActor } from '../server/core/identity/actor.ts'
import { newId } from '../server/core/ids.ts'
import { systemClock } from '../server/core/time.ts'
import { seededChance } from '../server/demo/seeded-random.ts'
import { loadVersion } from '../server/modules/screening/actions/load-version.ts'
import { insertList, insertVersion } from '../server/modules/screening/list.store.ts'
import { loadLists } from '../server/modules/screening/matching/list-index.ts'

const { values } = parseArgs({ options: { entries: { type: 'string' }, parties: { type: 'string' } } })
const entries = Number(values.entries ?? 100_000)
const parties = Number(values.parties ?? 300)
const { next, pick } = seededChance(20_261_123)

const syllables = 'ka ro mi ten sol var del na pe lu shi gor ban tu os za rin mo ved ash kir bel'.split(' ')
const cyrillic = 'ка ро ми тен сол вар дел на пе лу ши гор бан ту ос за рин мо вед аш кир бел'.split(' ')
const wordOf = () => Array.from({ length: 2 + Math.floor(next() * 2) }, () => Math.floor(next() * syllables.length))
const latin = (word: number[]) => word.map(at => syllables[at]).join('')
const other = (word: number[]) => word.map(at => cyrillic[at]).join('')
// Family names are many, given names few, as in real lists.
const given = Array.from({ length: 400 }, wordOf)
const family = Array.from({ length: 30_000 }, wordOf)
const nameOf = () => [pick(given), pick(given), pick(family)]
const said = (name: number[][], spell: (word: number[]) => string) => name.map(spell).join(' ')

async function* file(changed: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset\n',
  )
  for (let at = 0; at < entries; at += 1) {
    const name = names[at]!
    const born = at < changed ? '1950-01-01' : '1960-01-01'
    yield Buffer.from(
      `N-${at},Person,${said(name, latin)},${said(name, other)};${said([...name].reverse(), latin)},${born},kz,,,,,,Bench\n`,
    )
  }
}
const names = Array.from({ length: entries }, nameOf)

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
const line = (what: string, result: string) => console.log(`${what.padEnd(60)} ${result}`)
const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
}

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded({ dataDir: join(folder, 'database') })
const db = openPool(embedded.connection)
try {
  await migrateToLatest(db)
  const services: ActionServices = {
    ...{ db, clock: systemClock, timeZone: 'UTC', enqueueAll: async () => {}, subscribersOf: () => [] },
  }
  const listId = newId()
  await insertList(db, listId, { name: 'Bench', publisher: null, format: 'opensanctions_csv', mapping: null })
  const load = async (changed: number) => {
    const versionId = newId()
    const at = new Date().toISOString()
    const one = { listId, fileName: 'bench.csv', sha256: String(changed), storedHash: 'none', loadedBy: null, at }
    await insertVersion(db, { id: versionId, ...one })
    const since = performance.now()
    await runAction(services, systemActor(), loadVersion, { versionId, open: async () => file(changed) })
    return seconds(since)
  }
  line(`reading ${entries} entries of three names`, await load(0))
  const before = heap()
  let since = performance.now()
  const [list] = await loadLists(db, db)
  line('the index from the database, once for each process', seconds(since))
  line('the index in memory', megabytes(heap() - before))

  const asked = Array.from({ length: parties }, (_, at) => {
    const name = at % 2 === 0 ? nameOf() : names[Math.floor(next() * entries)]!
    return at % 3 === 0 ? said(name, other) : at % 3 === 1 ? `${latin(name[0]!)} ${latin(name[2]!)}` : said(name, latin)
  })
  const exact = new Map(names.map((name, at) => [said(name, latin), at]))
  since = performance.now()
  let found = 0
  for (const name of asked) if (exact.has(name)) found += 1
  line(
    `baseline: ${parties} names looked up exactly`,
    `${((performance.now() - since) / parties).toFixed(4)} ms each, ${found} found`,
  )
  const times: number[] = []
  found = 0
  for (const name of asked) {
    const start = performance.now()
    if (list!.match(name).length > 0) found += 1
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => `${times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1)} ms`
  line(
    `${parties} names matched across scripts`,
    `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}; ${found} with candidates`,
  )
  line(`reading the next version, ${Math.min(1000, entries)} entries changed`, await load(1000))
  since = performance.now()
  await loadLists(db, db)
  line('the index brought in step with it', seconds(since))
} finally {
  await db.destroy()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
