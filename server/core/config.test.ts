// Settings: defaults, every bad one named at once, secrets kept and never shown.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError, configTable, loadConfig } from './config.ts'

const place = mkdtempSync(join(tmpdir(), 'concord-config-'))
const DATA_DIR = join(place, 'data')
after(() => rmSync(place, { recursive: true, force: true }))

test('an empty environment gives a working installation', () => {
  const config = loadConfig({ DATA_DIR })
  assert.equal(config.port, 3000)
  assert.equal(config.publicUrl, 'http://localhost:3000')
  assert.equal(config.storageFolder, join(DATA_DIR, 'files'))
  assert.deepEqual(config.roles, ['web', 'worker'])
  assert.equal(Object.isFrozen(config), true)
})

test('the secret is made once, kept closed, and the same for the next process', () => {
  const { secret } = loadConfig({ DATA_DIR })
  assert.equal(secret, loadConfig({ DATA_DIR }).secret)
  assert.equal(readFileSync(join(DATA_DIR, 'secret'), 'utf8').trim(), secret)
  assert.equal(statSync(join(DATA_DIR, 'secret')).mode & 0o777, 0o600)
  assert.match(secret, /^[\w-]{43}$/)
})

test('every bad setting is named at once, without its value where that may be secret', () => {
  const read = () =>
    loadConfig({ DATA_DIR, PORT: '99999', ROLES: 'web,cook', SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h' })
  assert.throws(read, (error: ConfigError) => {
    assert.deepEqual(error.problems, [
      'PORT must be a whole number from 0 to 65535, not "99999".',
      'DATABASE_URL must be an address that begins with postgres:// or postgresql://.',
      'SECRET must be at least 32 characters long, or empty.',
      'ROLES must be a list of web, worker, separated by commas, not "web,cook".',
    ])
    return true
  })
})

test('files go to a folder or to a bucket, and the bucket needs its keys', () => {
  const read = (STORAGE_URL: string, keys = {}) => loadConfig({ DATA_DIR, STORAGE_URL, ...keys })
  assert.deepEqual(
    [read('file:///srv/files').storageFolder, read('file:///srv/files').storageBucket],
    ['/srv/files', null],
  )
  const keys = { S3_ACCESS_KEY: 'office', S3_SECRET_KEY: 'not shown' }
  assert.deepEqual(read('s3+https://s3.example.org:9000/concord/a/b', keys).storageBucket, {
    endpoint: 'https://s3.example.org:9000',
    bucket: 'concord',
    prefix: 'a/b',
  })
  assert.throws(() => read('s3+https://s3.example.org/concord'), /S3_ACCESS_KEY and S3_SECRET_KEY must be set/)
  for (const wrong of ['s3://bucket', 's3+https://s3.example.org', 's3+https://key:secret@host/bucket', '/srv/files'])
    assert.throws(() => read(wrong, keys), /STORAGE_URL must be a folder such as .* or a bucket such as/)
})

for (const [given, read] of [
  ['true', true],
  ['2', 2],
  ['10.0.0.1, loopback', ['10.0.0.1', 'loopback']],
] as const) {
  test(`TRUST_PROXY ${given}`, () => assert.deepEqual(loadConfig({ DATA_DIR, TRUST_PROXY: given }).trustProxy, read))
}

test('a folder that cannot be made is a sentence', () => {
  const file = join(DATA_DIR, 'secret')
  assert.throws(() => loadConfig({ DATA_DIR: join(file, 'below') }), ConfigError)
})

test('every setting has a name and a text for operators', () => {
  for (const { name, text } of configTable) {
    assert.match(name, /^[A-Z][A-Z\d_]+$/)
    assert.match(text, /\.$/)
  }
})
