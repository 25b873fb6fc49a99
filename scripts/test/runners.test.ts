// The sums of a test run are read as its runner wrote them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTap } from './runners.ts'

test('the sums of a report are read; cancelled tests count as failed', () => {
  const report = 'ok 1 - a\n# tests 9\n# suites 0\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1\n'
  assert.deepEqual(countTap(report), { passed: 4, failed: 3, skipped: 2 })
})

test('no report is no test', () => {
  assert.deepEqual(countTap(''), { passed: 0, failed: 0, skipped: 0 })
})
