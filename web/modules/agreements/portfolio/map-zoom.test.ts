// Moving the window over the map.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { heldInside, windowFor, zoomedAround } from './map-zoom.ts'

describe('the window over the map', () => {
  it('never leaves the drawing', () => {
    assert.deepEqual(heldInside({ scale: 0.2, x: -50, y: 900 }, 960, 460), { scale: 1, x: 0, y: 0 })
    assert.deepEqual(heldInside({ scale: 2, x: 900, y: -1 }, 960, 460), { scale: 2, x: 480, y: 0 })
  })
  it('keeps the point under the pointer in place', () => {
    const next = zoomedAround({ scale: 2, x: 100, y: 100 }, 2, 300, 200, 960, 460)
    assert.deepEqual(next, { scale: 4, x: 200, y: 150 })
  })
  it('shows a box with room around it', () => {
    const { scale, x, y } = windowFor(
      [
        [400, 200],
        [496, 246],
      ],
      960,
      460,
    )
    assert.equal(Math.round(scale * 1000), 7000)
    assert.ok(x < 400 && x + 960 / scale > 496 && y < 200 && y + 460 / scale > 246)
  })
})
