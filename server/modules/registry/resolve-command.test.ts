// Tests of the resolve command on files of its own.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { resolveCommand } from './resolve-command.ts'

const directory = mkdtempSync(join(tmpdir(), 'resolve-command-'))
after(() => rmSync(directory, { recursive: true }))

function file(name: string, lines: unknown[]): string {
  const path = join(directory, name)
  writeFileSync(path, lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

const record = (id: string, name: string, country: string): unknown => ({
  id,
  names: [{ value: name, types: ['label'], lang: null }],
  status: 'active',
  locations: [{ geonames_details: { country_code: country, name: null } }],
})
const ALDORA = 'https://ror.org/0aaaaaa11'
const BRENN_CH = 'https://ror.org/0bbbbbb22'
const BRENN_US = 'https://ror.org/0bbbbbb33'
const first = file('first.jsonl', [
  record(ALDORA, 'Aldora University', 'IR'),
  record(BRENN_CH, 'University of Brenn', 'CH'),
])
const second = file('second.jsonl', [
  record(ALDORA, 'Overwritten', 'FR'),
  record(BRENN_US, 'University of Brenn', 'US'),
])

test('lines are answered, offered or left empty; of two registries the first wins', async () => {
  const input = file('in.jsonl', [
    { id: 1, input: 'Aldora Univ.' },
    { id: 2, input: 'University of Brenn', country: 'US' },
    { id: 3, input: 'University of Brenn' },
    '',
    { id: 4, input: 'Grunewald Botanical Trust' },
  ])
  const output = join(directory, 'out.jsonl')
  assert.equal(await resolveCommand(['--registry', first, '--registry', second, '--in', input, '--out', output]), 0)
  const rows = readFileSync(output, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.deepEqual(
    rows.map(row => [row.id, row.ror_ids]),
    [
      [1, [ALDORA]],
      [2, [BRENN_US]],
      [3, []],
      [4, []],
    ],
  )
  assert.deepEqual(
    rows[2].candidates.map((one: { ror_id: string }) => one.ror_id),
    [BRENN_CH, BRENN_US],
  )
  assert.equal(rows[0].candidates[0].ror_id, ALDORA)
  assert.equal(typeof rows[0].evidence[0].code, 'string')
})

test('broken lines are left out, the rest goes on, and the exit code says so', async () => {
  const input = file('broken.jsonl', ['{"id": 1', { id: 2 }, { id: 3, input: 'Aldora University' }])
  const output = join(directory, 'out-broken.jsonl')
  assert.equal(await resolveCommand(['--registry', first, '--in', input, '--out', output]), 1)
  assert.deepEqual(JSON.parse(readFileSync(output, 'utf8')).ror_ids, [ALDORA])
})

test('a kept index answers like a built one, and is built again when the registry file changed', async () => {
  const input = file('kept.jsonl', [{ id: 1, input: 'Aldora University' }])
  const registry = join(directory, 'kept-registry')
  const kept = join(directory, 'names.index')
  const answers = async (name: string): Promise<string> => {
    const output = join(directory, name)
    assert.equal(await resolveCommand(['--registry', registry, '--index', kept, '--in', input, '--out', output]), 0)
    return readFileSync(output, 'utf8')
  }
  copyFileSync(first, registry)
  const built = await answers('built.jsonl')
  const written = statSync(kept).mtimeMs
  assert.equal(await answers('read.jsonl'), built)
  assert.equal(statSync(kept).mtimeMs, written)
  copyFileSync(second, registry)
  assert.notEqual(await answers('other.jsonl'), built)
})

test('wrong usage is 2, missing files are 1, help is 0', async () => {
  const input = file('one.jsonl', [{ id: 1, input: 'x' }])
  const output = join(directory, 'unused.jsonl')
  assert.equal(await resolveCommand(['--in', input, '--out', output]), 2)
  assert.equal(await resolveCommand(['--registry', first, '--unknown']), 2)
  assert.equal(await resolveCommand(['--registry', join(directory, 'absent'), '--in', input, '--out', output]), 1)
  assert.equal(await resolveCommand(['--registry', first, '--in', join(directory, 'absent'), '--out', output]), 1)
  assert.equal(await resolveCommand(['--registry', first, '--in', input, '--out', join(directory, 'no', 'out')]), 1)
  assert.equal(await resolveCommand(['--help']), 0)
})
