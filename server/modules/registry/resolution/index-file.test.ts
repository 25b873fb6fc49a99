// Tests of an index that is kept in a file.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readIndexFile, writeIndexFile } from './index-file.ts'
import { OrganisationIndex } from './organisation-index.ts'
import type { OrganisationRecord } from './organisation-record.ts'
import { resolve } from './resolve.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-index-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'names.index')

const RECORDS: OrganisationRecord[] = [
  {
    id: 'aldora',
    rorId: 'https://ror.org/0aaaaaa11',
    names: [
      { text: 'Aldora University', kind: 'label' },
      { text: 'Альдорский университет', kind: 'label', lang: 'ru' },
      { text: 'دانشگاه آلدورا', kind: 'alias', lang: 'fa' },
    ],
    types: ['education'],
    country: 'IR',
    city: 'Shahrak',
    identifiers: [{ scheme: 'isni', value: '0000 0001 2345 6789' }],
  },
  { id: 'torun', names: [{ text: '東蘭大学', kind: 'label' }], country: 'JP', city: 'Toran' },
]
const TEXTS = [
  'Aldora University, Iran',
  'Aldorskij universitet',
  'دانشگاه آلدورا',
  '東欄大学',
  'Aldoar University',
  'nothing',
]

test('an index read from a file answers as the one it was written from, and can be changed', () => {
  const index = new OrganisationIndex(RECORDS)
  writeIndexFile(path, index, 'first')
  const read = readIndexFile(path, 'first')
  assert.ok(read !== undefined)
  assert.equal(read.size, 2)
  for (const text of TEXTS) assert.deepEqual(resolve(read, text), resolve(index, text))
  const added = { id: 'brenn', names: [{ text: 'University of Brenn', kind: 'label' as const }], country: 'CH' }
  for (const one of [index, read]) {
    one.add(added)
    one.remove('torun')
  }
  for (const text of [...TEXTS, 'Brenn University']) assert.deepEqual(resolve(read, text), resolve(index, text))
  assert.deepEqual([read.size, read.has('torun'), read.has('brenn')], [2, false, true])
})

test('a file of another source, a broken one and a missing one are not used', () => {
  writeIndexFile(path, new OrganisationIndex(RECORDS), 'first')
  assert.equal(readIndexFile(path, 'second'), undefined)
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.subarray(0, bytes.length - 200))
  assert.equal(readIndexFile(path, 'first'), undefined)
  writeFileSync(path, 'not an index')
  assert.equal(readIndexFile(path, 'first'), undefined)
  assert.equal(readIndexFile(join(folder, 'absent'), 'first'), undefined)
})
