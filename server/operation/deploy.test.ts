// The files for operators speak of files and settings that exist.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { configTable, projectFolder } from '#core/config.ts'

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8')
const settings = new Set(configTable.map(setting => setting.name))
/** Not settings of Concord: of Node, of the system, of the database's own image, of the backup command. */
const others = new Set([
  'CONCORD_PASSPHRASE',
  'DATABASE_PASSWORD',
  'NODE_COMPILE_CACHE',
  'NODE_ENV',
  'PATH',
  'POSTGRES_DB',
  'POSTGRES_INITDB_ARGS',
  'POSTGRES_PASSWORD',
  'POSTGRES_USER',
])

test('the container file copies what is there and what is not kept out of the build', () => {
  const kept = new Set(
    read('.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1)),
  )
  const copied = [...read('deploy/Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(match =>
    match[1]!.split(' '),
  )
  assert.ok(copied.length > 10)
  for (const path of copied) {
    assert.ok(existsSync(join(projectFolder, path)), `${path} does not exist`)
    assert.ok(kept.has(path.split('/')[0]!), `${path} is kept out by .dockerignore`)
  }
})

test('every setting that they give is one', () => {
  const given = [
    ...read('deploy/concord.env.example').matchAll(/^#?([A-Z][A-Z\d_]+)=/gm),
    ...read('deploy/compose.yaml').matchAll(/^ +([A-Z][A-Z\d_]+):/gm),
    ...read('deploy/compose.yaml').matchAll(/\$\{([A-Z\d_]+)/g),
    ...['deploy/concord.service', 'deploy/concord-backup.service', 'deploy/Containerfile'].flatMap(file => [
      ...read(file).matchAll(/(?<=[ \t=]|^)([A-Z][A-Z\d_]+)=(?!yes)/gm),
    ]),
  ].map(match => match[1]!)
  assert.ok(given.length > 15)
  assert.deepEqual(
    [...new Set(given)].filter(name => !settings.has(name) && !others.has(name)),
    [],
  )
})

test('the guide for operators names every command, and no setting that is none', () => {
  const guide = read('docs/guides/operators.md')
  for (const command of ['backup', 'restore', 'doctor', 'user', 'export organisation', 'migrate'])
    assert.ok(guide.includes(`concord ${command}`), command)
  const named = [...guide.matchAll(/`([A-Z][A-Z\d]*_[A-Z\d_]+)`/g)].map(match => match[1]!)
  assert.deepEqual(
    [...new Set(named)].filter(name => !settings.has(name) && !others.has(name)),
    [],
  )
})
