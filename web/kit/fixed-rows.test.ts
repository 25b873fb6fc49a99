// Which rows of a long list the page holds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rowsInSight, rowsToRender } from './fixed-rows.ts'

test('the rows in sight of a scroller', () => {
  assert.deepEqual(rowsInSight(0, 576, 54, 100_000, 36), { first: 0, last: 10 })
  assert.deepEqual(rowsInSight(54 * 500, 576, 54, 100_000, 36), { first: 500, last: 510 })
  assert.deepEqual(rowsInSight(0, 576, 54, 3, 36), { first: 0, last: 2 })
})

test('rows are in order, exist, include those in sight and the one with the focus', () => {
  const numbers = fc.record({
    total: fc.integer({ min: 1, max: 200_000 }),
    scrolled: fc.integer({ min: 0, max: 11_000_000 }),
    height: fc.integer({ min: 0, max: 3000 }),
    focus: fc.nat(),
  })
  fc.assert(
    fc.property(numbers, ({ total, scrolled, height, focus }) => {
      const focused = focus % total
      const sight = rowsInSight(scrolled, height, 54, total, 36)
      const rows = rowsToRender(sight, total, focused)
      assert.deepEqual(
        rows,
        [...new Set(rows)].sort((a, b) => a - b),
      )
      assert.equal(
        rows.every(row => row >= 0 && row < total),
        true,
      )
      for (const row of [sight.first, sight.last, focused]) assert.equal(rows.includes(row), true)
    }),
  )
})
