// A backup brings everything back, byte for byte, in another database, and never half of it.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runAction } from '#core/actions.ts'
import { loadConfig } from '#core/config.ts'
import type { Connection } from '#core/database/connect.ts'
import { checkInvariants } from '#core/doctor.ts'
import { createS3Storage } from '#core/files/s3-storage.ts'
import { startS3Server } from '#core/files/testing/s3-server.ts'
import { invitePerson } from '#core/identity/actions/invite-person.ts'
import { systemActor } from '#core/identity/actor.ts'
import { silentLog } from '#core/log.ts'
import { openFileSink } from '#core/operation/archive/byte-sink.ts'
import { memberText, readTar } from '#core/operation/archive/tar-reader.ts'
import { createTar } from '#core/operation/archive/tar-writer.ts'
import { writeBackup } from '#core/operation/backup.ts'
import { archiveIsSealed, checkArchive, refuseUnfitTarget, restoreArchive } from '#core/operation/restore.ts'
import { createTestDatabase } from '#core/testing.ts'
import { fixedClock } from '#core/time.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { modules } from '../modules.ts'
import { openServices } from '../open-services.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-backup-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const passphrase = 'four quiet words here'

const opened: { close(): Promise<void> }[] = []
after(async () => {
  for (const place of opened) await place.close()
})

/** An installation of its own: database, files, secret. */
async function install(name: string, connection?: Connection) {
  const dataDir = join(folder, name)
  const place = connection ?? (await createTestDatabase()).connection
  const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC' })
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection: place })
  let closed = false
  const closeOnce = async () => {
    if (!closed) await close()
    closed = true
  }
  opened.push({ close: closeOnce })
  return { dataDir, connection: place, config, services, close: closeOnce }
}
type Installation = Awaited<ReturnType<typeof install>>

const backUp = ({ connection, services, dataDir, config }: Installation, path: string, sealed?: string) =>
  writeBackup({
    target: connection,
    files: services.files,
    dataDir,
    secret: config.secret,
    path,
    passphrase: sealed,
    now,
  })

async function restoreInto(place: Installation, path: string, sealed?: string, secrets: string[] = []) {
  const archive = await checkArchive(path, sealed)
  const { connection: target, services, dataDir } = place
  const keepSecret = async (secret: string) => void secrets.push(secret)
  return restoreArchive({ archive, target, files: services.files, dataDir, keepSecret })
}

/** The hash of everything in an archive but what tells of the place it was written at. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const content: Record<string, string> = {}
  for await (const member of readTar(bytesOf(path))) {
    const whole = Buffer.concat(await Array.fromAsync(member.content()))
    if (!['manifest.json', 'end.json'].includes(member.name)) content[member.name] = hash('sha256', whole)
  }
  return content
}

const brokenTruths = async (place: Installation) =>
  (await checkInvariants(place.services.db, modules)).filter(result => result.problems.length > 0)

const invite = (place: Installation, number: number) =>
  runAction(place.services, systemActor(), invitePerson, {
    name: `Person ${number}`,
    email: `person.${number}@example.org`,
    language: 'en',
    grants: [{ role: 'viewer', scopeId: null }],
  })

const office = await install('office')
await seedDemo({ db: office.services.db, clock: fixedClock(now.toString()), timeZone: 'UTC' })
async function* text(value: string) {
  yield Buffer.from(value)
}
const document = await office.services.files.write(text('the signed text'))
await office.services.db.transaction().execute(async db => {
  await office.services.jobs.enqueue(db, 'imports.resume', { kept: 'یادداشت' })
})
mkdirSync(join(office.dataDir, 'outbox'))
writeFileSync(join(office.dataDir, 'outbox', '2026-11-23-kept.eml'), 'Subject: kept\r\n')
const open = join(folder, 'open.backup')
const report = await backUp(office, open)

test('what was backed up comes back byte for byte: rows, files, jobs, messages, sequences', async () => {
  assert.ok(report.rows > 5000 && report.files === 1)
  const other = await install('other')
  const restored = await restoreInto(other, open)
  assert.deepEqual([restored.rows, restored.files, restored.migrated], [report.rows, 1, []])
  assert.deepEqual(await brokenTruths(other), [])
  assert.equal(await other.services.files.size(document.hash), document.size)
  const again = join(folder, 'again.backup')
  await backUp(other, again)
  assert.deepEqual(await contentOf(again), await contentOf(open))
  assert.deepEqual(readdirSync(join(other.dataDir, 'outbox')), ['2026-11-23-kept.eml'])
  // The keys, triggers and indexes are there again, and the work goes on where it stopped.
  await invite(other, 1)
  await assert.rejects(other.services.db.deleteFrom('event').execute(), /never changed or deleted/)
  // The job of the backup, and the one that makes the invited person findable.
  assert.equal(await other.services.jobs.drain(), 2)
  await other.close()
})

test('a backup while people write is one moment of the installation', async () => {
  const path = join(folder, 'busy.backup')
  let writing = true
  let written = 0
  const writer = (async () => {
    while (writing) await invite(office, 1000 + written++)
  })()
  await backUp(office, path, passphrase)
  writing = false
  await writer
  assert.ok(written > 3)
  assert.ok(await archiveIsSealed(path))
  const other = await install('busy')
  const secrets: string[] = []
  await restoreInto(other, path, passphrase, secrets)
  assert.deepEqual(await brokenTruths(other), [])
  assert.deepEqual(secrets, [office.config.secret])
  await other.close()
})

test('files move from a folder to a bucket and back', async () => {
  const server = await startS3Server(join(folder, 's3'), 'concord')
  const place = { endpoint: server.endpoint, bucket: 'concord', prefix: 'files', region: 'us-east-1', ...server.keys }
  const bucket = createS3Storage(place, join(folder, 'scratch'))
  const other = await install('bucket')
  const path = join(folder, 'bucket.backup')
  try {
    const inBucket = { ...other, services: { ...other.services, files: bucket } }
    await restoreInto(inBucket, open)
    assert.deepEqual(await Array.fromAsync(bucket.list()), [document.hash])
    await backUp(inBucket, path)
  } finally {
    server.stop()
  }
  await restoreInto(other, path)
  assert.deepEqual(await Array.fromAsync(other.services.files.list()), [document.hash])
  await other.close()
})

test('a damaged, cut or foreign archive is refused before anything is touched', async () => {
  const bytes = readFileSync(open)
  const path = join(folder, 'damaged.backup')
  const refused = async (content: Buffer, reason: RegExp) => {
    writeFileSync(path, content)
    await assert.rejects(checkArchive(path), reason)
  }
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)]! ^= 1
  await refused(flipped, /damaged/)
  await refused(bytes.subarray(0, bytes.length - 2000), /not whole|damaged/)
  await refused(bytes.subarray(0, 300), /not whole/)
  await refused(Buffer.from('an office document'.repeat(100)), /not an archive of Concord/)
  await refused(Buffer.alloc(0), /not whole/)
  await assert.rejects(checkArchive(join(folder, 'nowhere')), /ENOENT/)
})

test('an archive of a newer Concord is refused', async () => {
  const path = join(folder, 'newer.backup')
  const tar = createTar(await openFileSink(path), now)
  for await (const member of readTar(bytesOf(open))) {
    if (!member.name.endsWith('.json')) continue
    const content = await memberText(member)
    if (member.name === 'database/counts.json') await tar.add(member.name, content)
    if (member.name !== 'manifest.json') continue
    const manifest = JSON.parse(content) as { migrations: string[] }
    await tar.add(member.name, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '29990101T0000-x'] }))
  }
  await tar.end()
  await assert.rejects(checkArchive(path), /newer than this one/)
})

async function* bytesOf(path: string) {
  yield readFileSync(path)
}

test('an installation is not replaced by accident, nor while it runs, and wholly when asked', async () => {
  const other = await install('used')
  await invite(other, 5)
  await other.close()
  const closed = async (replace: boolean) => refuseUnfitTarget(other.connection, replace)
  await untilNobody(() => closed(true))
  await assert.rejects(closed(false), /add --replace/)
  const running = await install('used', other.connection)
  await assert.rejects(closed(true), /is running on this database/)
  await restoreInto(running, open)
  assert.deepEqual(await brokenTruths(running), [])
  const people = await running.services.db.selectFrom('auth_user').select('email').execute()
  assert.equal(
    people.some(person => person.email === 'person.5@example.org'),
    false,
  )
  await running.close()
})

// The server forgets a closed connection a moment later.
async function untilNobody(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const problem = await check().then(
      () => undefined,
      (error: Error) => error,
    )
    if (!problem || !/is running/.test(problem.message)) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('a database of others is left alone', async () => {
  const { connection, db } = await createTestDatabase()
  await db.schema.dropTable('kysely_migration').execute()
  await assert.rejects(refuseUnfitTarget(connection, true), /not Concord’s/)
})

test('a restore that fails in the middle leaves the database as it was', async () => {
  const other = await install('kept')
  await invite(other, 7)
  const archive = await checkArchive(open)
  archive.counts.rows['public.turn'] = -1
  const { connection: target, services, dataDir } = other
  const restoring = restoreArchive({ archive, target, files: services.files, dataDir, keepSecret: assert.fail })
  await assert.rejects(restoring, /rows of public.turn/)
  const people = await services.db.selectFrom('auth_user').select('email').execute()
  assert.deepEqual(people, [{ email: 'person.7@example.org' }])
  assert.deepEqual(await brokenTruths(other), [])
  await other.close()
})

test('a backup that fails leaves no file', async () => {
  const broken = { ...office.services.files, read: () => Promise.reject(new Error('the storage is away')) }
  const path = join(folder, 'failed.backup')
  const place = { ...office, services: { ...office.services, files: broken } }
  await assert.rejects(backUp(place, path), /the storage is away/)
  assert.deepEqual(
    readdirSync(folder).filter(name => name.startsWith('failed')),
    [],
  )
})
