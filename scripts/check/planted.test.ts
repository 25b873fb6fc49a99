// Each import rule catches its planted violation and nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkImports } from './import-rules.ts'
import { cleanTree, planted } from './planted.ts'

test('a clean tree has no violation, and was looked at', () => {
  const { violations, graph } = checkImports(cleanTree)
  assert.deepEqual(violations, [])
  assert.equal(graph.imports.length, 6)
})

for (const { rule, title, files } of planted) {
  test(`rule ${rule}: ${title}`, () => {
    const { violations } = checkImports(files)
    assert.deepEqual([...new Set(violations.map(one => one.rule))], [rule])
  })
}

test('every rule has a planted violation', () => {
  assert.deepEqual([...new Set(planted.map(one => one.rule))], [1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a file that cannot be parsed is reported', () => {
  assert.equal(checkImports(new Map([['web/a.ts', 'import {']])).violations[0]?.rule, 0)
})
