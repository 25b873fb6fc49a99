// Everything of one organisation is in its archive, nothing of another, and it can be read without Concord.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { runAction } from '#core/actions.ts'
import { createFolderStorage } from '#core/files/folder-storage.ts'
import { invitePerson } from '#core/identity/actions/invite-person.ts'
import { systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { memberText, readTar } from '#core/operation/archive/tar-reader.ts'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { writeOrganisationArchive } from './organisation-archive.ts'
import { leftOut, parts } from './organisation-parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-organisation-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const { db, connection } = await createTestDatabase()
const files = createFolderStorage(join(folder, 'files'))
const services = actionServices(db)
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')

/** A home with a unit, a partner, a person, an officer and an imported list; every text carries its mark. */
async function makeHome(mark: string) {
  const [id, unit, partner, file] = [newId(), newId(), newId(), newId()]
  const organisations = [
    { id, name: `Home ${mark}`, home: true },
    { id: unit, name: `Unit ${mark}`, unit_of: id },
    { id: partner, name: `Partner ${mark}` },
  ]
  for (const organisation of organisations) await db.insertInto('organisation').values(organisation).execute()
  const person = { id: newId(), home_id: id, organisation_id: partner, name: `Person ${mark}`, folded: mark }
  await db.insertInto('person').values(person).execute()
  const stored = await files.write(Readable.from([Buffer.from(`content ${mark}`)]))
  await db
    .insertInto('file')
    .values({ id: file, sha256: stored.hash, name: `${mark}.txt`, media_type: 'text/plain', bytes: stored.size })
    .execute()
  await db
    .insertInto('import_run')
    .values({
      id: newId(),
      home_id: id,
      state: 'planned',
      file_id: file,
      file_name: `list ${mark}`,
      sha256: stored.hash,
    })
    .execute()
  const grants = [{ role: 'officer', scopeId: unit } as const]
  const input = { name: `Officer ${mark}`, email: `${mark}@example.org`, language: 'en', grants }
  const { id: account } = await runAction(services, systemActor(), invitePerson, input)
  return { id, unit, partner, account, hash: stored.hash, name: `Home ${mark}` }
}

const first = await makeHome('first')
const second = await makeHome('second')

async function archiveOf(home: { id: string; name: string }, name: string) {
  const path = join(folder, name)
  const report = await writeOrganisationArchive({ target: connection, files, home, path, now })
  const members = new Map<string, string>()
  const source = async function* () {
    yield readFileSync(path)
  }
  for await (const member of readTar(source())) members.set(member.name, await memberText(member))
  return { report, members, path }
}
const rowsOf = (members: Map<string, string>, part: string): Record<string, unknown>[] =>
  members
    .get(`${part}.jsonl`)!
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>)

test('an organisation gets everything of its own and nothing of another', async () => {
  const { members, report } = await archiveOf(first, 'first.tar')
  const ids = (part: string) => rowsOf(members, part).map(row => row.id)
  assert.deepEqual(ids('organisations').sort(), [first.id, first.unit, first.partner].sort())
  assert.deepEqual(ids('accounts'), [first.account])
  assert.equal(members.get(`files/${first.hash}`), 'content first')
  assert.deepEqual(report.rows.imports, 1)
  for (const [name, text] of members) assert.equal(/second/.test(text), false, name)
  assert.equal(/first/.test((await archiveOf(second, 'second.tar')).members.get('persons.jsonl')!), false)
})

test('passwords are not in it', async () => {
  await db
    .insertInto('auth_account')
    .values({
      id: newId(),
      account_id: first.account,
      provider_id: 'credential',
      user_id: first.account,
      password: 'hash!',
    })
    .execute()
  const { members } = await archiveOf(first, 'secrets.tar')
  for (const text of members.values()) assert.equal(text.includes('hash!'), false)
  assert.deepEqual(Object.keys(rowsOf(members, 'accounts')[0]!).sort(), [
    'created_at',
    'disabled_at',
    'email',
    'id',
    'language',
    'name',
  ])
})

test('the archive explains itself, and is the same when nothing changed', async () => {
  const one = await archiveOf(first, 'one.tar')
  const two = await archiveOf(first, 'two.tar')
  assert.deepEqual(readFileSync(one.path), readFileSync(two.path))
  const readme = one.members.get('README.md')!
  for (const part of parts) assert.ok(readme.includes(`| ${part.name}.jsonl | `))
  assert.deepEqual(JSON.parse(one.members.get('manifest.json')!).rows, one.report.rows)
})

test('a file that is gone is named, and the rest is given', async () => {
  const gone = await makeHome('third')
  await files.remove(gone.hash)
  const { report, members } = await archiveOf(gone, 'third.tar')
  assert.deepEqual([report.files, report.missing], [0, [gone.hash]])
  assert.equal(rowsOf(members, 'files').length, 1)
})

test('every table with records of a home is in the archive, or is left out for a reason', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'home_id'`.execute(db)
  const known = new Set([...parts.map(part => part.table), ...Object.keys(leftOut)])
  assert.deepEqual(
    rows.map(row => row.name).filter(name => !known.has(name)),
    [],
  )
})
