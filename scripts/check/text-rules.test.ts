// The rules about the text of files catch what they are for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLockfile, checkText } from './text-rules.ts'

test('a good file has nothing against it', () => {
  assert.deepEqual(checkText('server/core/time.ts', '// Days and instants.\nexport const day = 1\n'), [])
})

test('sizes, first lines and names', () => {
  const long = `// Long.\n${'x()\n'.repeat(400)}`
  assert.deepEqual(checkText('server/core/long.ts', long), ['has 401 lines, more than 360'])
  assert.deepEqual(checkText('server/core/words.terms.ts', long), [])
  assert.deepEqual(checkText('web/kit/utils.ts', 'export {}\n'), [
    'does not begin with a comment that says what it is for',
    'has a name that says nothing: utils',
  ])
  assert.deepEqual(checkText('web/kit/DateField.tsx', '// A field.\n'), ['is not named in kebab-case'])
})

test('words that must not be committed', () => {
  assert.deepEqual(checkText('README.md', 'a\nsee /home/anna/x\n'), ['line 2 names a folder of one machine: /home/a'])
  assert.deepEqual(checkText('README.md', 'TODO: more'), ['line 1 has an unfinished place: TODO'])
  assert.deepEqual(checkText('README.md', 'https://example.org/work/a and notes/TODOS'), [])
  assert.equal(checkText('README.md', 'a\u202eb').length, 1)
})

test('the lockfile fits package.json, pins everything and names no registry', () => {
  const good = { packages: { '': {}, 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-x' } } }
  assert.deepEqual(checkLockfile({ dependencies: { pg: '8.0.0' } }, good, '`pg`'), [])
  const bad = { packages: { 'node_modules/pg': { version: '8.0.1', resolved: 'https://r/pg.tgz' } } }
  assert.deepEqual(checkLockfile({ dependencies: { pg: '^8.0.0' } }, bad, ''), [
    'package-lock.json: node_modules/pg names where it came from',
    'package-lock.json: node_modules/pg has no integrity',
    'package.json: pg is not pinned to one version',
    'package-lock.json: pg is 8.0.1, package.json asks for ^8.0.0',
    'docs/adr/dependencies.md: pg has no line',
  ])
})
