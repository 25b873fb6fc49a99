// Tests of what is taken out of requests before anything looks at them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../errors.ts'
import { storable } from './storable.ts'

test('NUL and halves of characters go, everything else stays as it came', () => {
  const clean = { title: { fa: 'دانشگاه' }, list: ['𝕏', 1, null, true] }
  assert.equal(storable(clean), clean)
  assert.deepEqual(storable({ 'a\0b': ['x\0', '\ud800y', { deep: '\udfff' }] }), {
    ab: ['x', '\ufffdy', { deep: '\ufffd' }],
  })
  assert.equal(storable(undefined), undefined)
})

test('what is nested without end is refused, not fatal', () => {
  const nested = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  assert.throws(() => storable(nested), Refusal)
})
