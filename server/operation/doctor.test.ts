// The doctor finds what is broken, says which file and which job, and its exit code is for programs.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { loadConfig } from '#core/config.ts'
import { newId } from '#core/ids.ts'
import { silentLog } from '#core/log.ts'
import { checkHealth } from '#core/operation/health/health.ts'
import { createTestDatabase } from '#core/testing.ts'
import { modules } from '../modules.ts'
import { openServices } from '../open-services.ts'
import { jsonOf } from './doctor-command.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'concord-doctor-'))
const { connection } = await createTestDatabase()
const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC' })
const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
after(async () => {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
})

const store = (text: string) => services.files.write(Readable.from([Buffer.from(text)]))
const record = (sha256: string, name: string, bytes: number) =>
  services.db.insertInto('file').values({ id: newId(), sha256, name, media_type: 'text/plain', bytes }).execute()

async function codesOf(name: 'files' | 'queue' | 'mail' | 'storage' | 'database' | 'truths', deep = false) {
  const [check] = jsonOf(await checkHealth(services, modules, { deep }, [name])).checks
  return [check!.state, ...check!.findings.map(finding => finding.code)]
}

test('a fresh installation has nothing broken', async () => {
  const { checks } = jsonOf(await checkHealth(services, modules))
  assert.deepEqual(
    checks.filter(check => check.name !== 'disk').map(check => [check.name, check.state]),
    [
      ['truths', 'ok'],
      ['database', 'ok'],
      ['files', 'ok'],
      ['storage', 'ok'],
      ['queue', 'ok'],
      ['mail', 'warning'],
      ['backup', 'ok'],
    ],
  )
})

test('missing, damaged and unnamed files are told apart', async () => {
  const kept = await store('kept')
  await record(kept.hash, 'kept.txt', kept.size)
  assert.deepEqual(await codesOf('files'), ['ok', 'files_fine'])
  await store('nobody names me')
  assert.deepEqual(await codesOf('files'), ['warning', 'files_fine', 'files_unnamed'])
  const changed = await store('changed')
  await record(changed.hash, 'changed.txt', changed.size)
  writeFileSync(join(config.storageFolder, changed.hash.slice(0, 2), changed.hash.slice(2, 4), changed.hash), 'CHANGED')
  assert.deepEqual(await codesOf('files'), ['warning', 'files_fine', 'files_unnamed'])
  assert.deepEqual(await codesOf('files', true), ['problem', 'file_damaged', 'files_unnamed'])
  await services.files.remove(kept.hash)
  assert.deepEqual(await codesOf('files'), ['problem', 'file_missing', 'files_unnamed'])
  await services.db.deleteFrom('file').execute()
})

test('a job that nobody takes and a parked one are seen', async () => {
  const enqueue = (job: string, payload: object, at?: string) =>
    services.db
      .transaction()
      .execute(db => services.jobs.enqueue(db, job, payload, at === undefined ? {} : { after: at }))
  await enqueue('imports.resume', {}, '2026-01-01T00:00:00Z')
  assert.deepEqual(await codesOf('queue'), ['problem', 'queue_fine', 'queue_late'])
  await services.jobs.drain()
  await enqueue('parked', { of: 'a test' })
  assert.deepEqual(await codesOf('queue'), ['warning', 'queue_fine', 'queue_parked'])
})

test('a storage and a mail server that fail are problems with their reason', async () => {
  const away = () => Promise.reject(new Error('the share is not mounted'))
  const broken = {
    ...services,
    files: { ...services.files, write: away },
    mail: { ...services.mail, delivers: true, check: () => Promise.reject(new Error('535 not let in')) },
  }
  const { state, checks } = jsonOf(await checkHealth(broken, modules, {}, ['storage', 'mail']))
  assert.equal(state, 'problem')
  assert.deepEqual(
    checks.flatMap(check => check.findings.map(finding => finding.text)),
    [
      'Files cannot be written and read: the share is not mounted',
      'The mail server does not take our messages: 535 not let in',
    ],
  )
})

test('a check that cannot run is a problem, not a crash', async () => {
  const broken = {
    ...services,
    files: {
      ...services.files,
      list: () => {
        throw new Error('no such bucket')
      },
    },
  }
  const { checks } = jsonOf(await checkHealth(broken, modules, {}, ['files']))
  assert.deepEqual(checks[0]!.findings[0]!.text, 'This could not be checked: no such bucket')
})
