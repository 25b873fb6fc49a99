// Tests of days as people write them: with commas of any script, with any digits; nothing else is taken for a number.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDays } from './reminder-days.ts'

test('days are read from what people write', () => {
  assert.deepEqual(readDays('30, 180 90'), [180, 90, 30])
  assert.deepEqual(readDays('۹۰، ۳۰، ۰'), [90, 30, 0])
  assert.deepEqual(readDays(' '), [])
  assert.deepEqual(readDays('7, 7'), [7])
})

test('anything else is not', () => {
  for (const text of ['ten', '-3', '1.5', '731', '1,2,3,4,5,6,7,8,9']) assert.equal(readDays(text), null)
})
