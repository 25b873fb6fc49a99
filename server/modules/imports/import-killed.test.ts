// A process that is killed while it plans or writes leaves nothing half done; the next one goes on and writes once.
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { runAction } from '#core/actions.ts'
import { loadConfig } from '#core/config.ts'
import { systemActor } from '#core/identity/actor.ts'
import { silentLog } from '#core/log.ts'
import { createTestDatabase } from '#core/testing.ts'
import { makeHome } from '#modules/registry/testing/registry-factory.ts'
import { modules } from '../../modules.ts'
import { openServices } from '../../open-services.ts'
import { startImport } from './actions/start-import.ts'
import { requestWriting } from './actions/step-import.ts'
import { importJobs } from './import.jobs.ts'
import { findRun } from './import.store.ts'

const { connection } = await createTestDatabase()
const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-killed-'))
const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:1500' })
let minutesLater = 0
const clock = { now: () => Temporal.Now.instant().add({ minutes: minutesLater }) }
const { services, close } = await openServices({ config, log: silentLog(), modules, clock, connection })
const { db } = services
after(async () => {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
})
const home = await makeHome(db, { name: 'Nowruz University' })
const actor = systemActor()

async function startRun(rows: number): Promise<string> {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `K-${at},Institute of Place ${at % 400},Norway,MoU,2019-05-${10 + (at % 19)},2031-12-31,"exchange of 2 students"`,
  )
  const bytes = Buffer.from(`Ref,Partner,Country,Type,Signed,Expires,Scope\n${lines.join('\n')}`)
  const stored = await services.files.write(Readable.from([bytes]), { name: 'list.csv' })
  const file = { fileName: 'list.csv', sha256: stored.hash, bytes: stored.size, mediaType: stored.mediaType }
  return (await runAction(services, actor, startImport, { homeId: home, ...file })).id
}

const startWorker = async (): Promise<ChildProcess> => {
  const worker = fork(path.join(import.meta.dirname, 'testing', 'import-worker.ts'), {
    env: { ...process.env, IMPORT_WORKER: JSON.stringify({ connection, dataDir }) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(worker, 'message')
  return worker
}

async function killWhen(worker: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  while (!(await isTime())) await setTimeout(5)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}

/** What the process that starts afterwards does every minute; what is still not done a minute later has died. */
async function goOn(): Promise<void> {
  minutesLater += 1
  const resume = importJobs.find(job => job.name === 'imports.resume')!
  await resume.run({}, { services, signal: new AbortController().signal } as Parameters<typeof resume.run>[1])
  await services.jobs.drain()
}

const stateOf = async (id: string) => (await findRun(db, actor, id))!.state
const countAll = async () => {
  const { rows } = await sql<{ agreements: number; rows: number; partners: number }>`select
    (select count(*)::int from agreement) as agreements, (select count(*)::int from import_row) as rows,
    (select count(*)::int from organisation where status = 'unverified') as partners`.execute(db)
  return rows[0]!
}

test('killed while planning and while writing', { timeout: 120_000 }, async t => {
  const id = await startRun(1500)
  await t.test('killed while planning: nothing is kept, the next process plans anew', async () => {
    const phase = async () => (await findRun(db, actor, id))!.progress?.phase
    await killWhen(await startWorker(), async () =>
      ['understanding', 'partners', 'comparing'].includes((await phase()) ?? ''),
    )
    assert.deepEqual([await stateOf(id), await countAll()], ['reading', { agreements: 0, rows: 0, partners: 0 }])
    await goOn()
    assert.deepEqual([await stateOf(id), (await countAll()).rows], ['planned', 1500])
  })
  await t.test('killed while writing: nothing is written, the next process writes everything once', async () => {
    await runAction(services, actor, requestWriting, { id })
    const isInserting = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and query ilike 'insert into "agreement%'`.execute(db)
      return rows[0]!.n > 0
    }
    await killWhen(await startWorker(), isInserting)
    await setTimeout(200)
    assert.deepEqual([await stateOf(id), (await countAll()).agreements], ['writing', 0])
    await goOn()
    assert.deepEqual(
      [await stateOf(id), await countAll()],
      ['written', { agreements: 1500, rows: 1500, partners: 400 }],
    )
    await goOn()
    assert.equal((await countAll()).agreements, 1500)
  })
})
