// Tests that the table of security is complete, and that every file and test it names is there.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './source-files.ts'

const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const rows = page
  .split('\n')
  .filter(line => /^\| \d+\.\d+\.\d+ /.test(line))
  .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
/** Items of levels 1 and 2 in each chapter of ASVS 5.0.0. */
const items = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
const states = ['met', 'partly', 'not met', 'operator', '–']

test('every item of levels 1 and 2 has one row, in order, with a state and a reason', () => {
  const numbers = rows.map(([, item = '']) => item.split('.').map(Number))
  const counted = items.map((_, at) => numbers.filter(([chapter]) => chapter === at + 1).length)
  assert.deepEqual(counted, items)
  const rank = ([chapter = 0, section = 0, item = 0]: number[]) => chapter * 10_000 + section * 100 + item
  const ranks = numbers.map(rank)
  assert.deepEqual(
    ranks,
    [...new Set(ranks)].sort((one, other) => one - other),
  )
  for (const [, item, , state = '', how = ''] of rows) {
    assert.ok(states.includes(state), `${item}: ${state}`)
    assert.ok(how.length > 2, `${item} says how`)
  }
})

test('the sums at the top are those of the table', () => {
  const sum = (state: string) => rows.filter(row => row[3] === state).length
  const said = page.replace(/\s+/g, ' ')
  const words = `Of its ${rows.length} items ${sum('met')} are met, ${sum('operator')} are up to who runs it, ${sum('–')} are about things that Concord does not have, ${sum('partly')} are met in part and ${sum('not met')} are not:`
  assert.ok(said.includes(words), words)
})

test('every file that is named exists', () => {
  const files = [...page.matchAll(/`([\w.@-]+(?:\/[\w.@*-]+)+|[\w.-]+\.(?:md|json))`/g)].map(([, file = '']) => file)
  const plain = files.filter(file => !file.includes('*') && !/^(application)\//.test(file))
  assert.ok(plain.length > 200)
  assert.deepEqual(
    [...new Set(plain)].filter(file => !existsSync(join(root, file))),
    [],
  )
})

test('every test that is named is in its file', () => {
  const named = [...page.matchAll(/`([^`]+\.(?:test|spec)\.ts)`: “([^”]+)”/g)]
  assert.ok(named.length > 150)
  const missing = named.filter(([, file = '', name = '']) => {
    const text = readFileSync(join(root, file), 'utf8')
    return !text.includes(`'${name}'`) && !text.includes(`"${name}"`)
  })
  assert.deepEqual(
    missing.map(([, file, name]) => `${file}: ${name}`),
    [],
  )
})
