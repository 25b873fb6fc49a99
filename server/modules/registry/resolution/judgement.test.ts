// Tests of the fitted trees: that the file fits the values, and that packing keeps what was fitted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JUDGED } from './context.ts'
import { Forest, judged, packTrees, type Tree } from './judgement.ts'
import model from './model.json' with { type: 'json' }

test('the model was fitted on the values that are collected, in the same order', () => {
  assert.deepEqual(model.values, [...JUDGED])
})

test('a packed tree decides as the tree does', () => {
  const tree: Tree = {
    feature: [1, -1, 0, -1, -1],
    threshold: [0.5, 0, 2, 0, 0],
    left: [1, -1, 3, -1, -1],
    right: [2, -1, 4, -1, -1],
    value: [0, -1, 0, 0.25, 2],
  }
  const forest = new Forest(packTrees(['a', 'b'], 0.5, [tree, tree]))
  const cases: [number, number, number][] = [
    [9, 0.5, -1.5],
    [2, 0.6, 1],
    [3, 0.6, 4.5],
  ]
  for (const [a, b, sum] of cases) assert.equal(forest.judge(Float32Array.from([a, b])), sum)
})

test('evidence of another kind moves the probability', () => {
  const values = new Float32Array(JUDGED.length)
  assert.ok(judged(values, 3) > judged(values, 0))
  assert.ok(judged(values, -3) < judged(values, 0))
})
