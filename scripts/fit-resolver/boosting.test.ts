// Tests of the trees and the weights that the resolver is fitted with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Forest, packTrees } from '../../server/modules/registry/resolution/judgement.ts'
import { type BoostOptions, boost, type Examples, seeded } from './boosting.ts'
import { fitLogistic } from './logistic.ts'

const OPTIONS: BoostOptions = {
  trees: 40,
  rate: 0.3,
  leaves: 6,
  leastLeaf: 1,
  ridge: 1,
  exampleShare: 0.8,
  featureShare: 1,
  seed: 3,
}

/** Right when exactly one of two values is above a half: no straight line divides them. */
function crossed(count: number): Examples {
  const random = seeded(5)
  const values = Float32Array.from({ length: count * 2 }, () => random())
  const labels = Uint8Array.from({ length: count }, (_, i) =>
    values[i * 2]! > 0.5 !== values[i * 2 + 1]! > 0.5 ? 1 : 0,
  )
  return { values, width: 2, labels, weights: new Float32Array(count).fill(1) }
}

test('trees learn what no straight line divides', () => {
  const examples = crossed(2000)
  const { start, trees } = boost(examples, OPTIONS)
  const forest = new Forest(packTrees(['a', 'b'], start, trees))
  const right = (a: number, b: number) => 1 / (1 + Math.exp(-forest.judge(Float32Array.from([a, b]))))
  assert.ok(right(0.2, 0.8) > 0.9 && right(0.8, 0.2) > 0.9)
  assert.ok(right(0.2, 0.2) < 0.1 && right(0.8, 0.8) < 0.1)
})

test('the same examples and seed give the same trees', () => {
  assert.deepEqual(boost(crossed(300), OPTIONS), boost(crossed(300), OPTIONS))
})

test('a column that never changes is not asked about', () => {
  const { labels, weights } = crossed(200)
  const { trees } = boost({ values: new Float32Array(200), width: 1, labels, weights }, OPTIONS)
  assert.deepEqual([...new Set(trees.flatMap(tree => tree.feature))], [-1])
})

test('the logistic fit finds the weights that made the labels, and keeps what it is held near', () => {
  const random = seeded(9)
  const count = 20_000
  const values = Float32Array.from({ length: count * 3 }, (_, i) => (i % 3 === 2 ? 0 : i % 3 === 0 ? 1 : random() * 4))
  const labels = Uint8Array.from({ length: count }, (_, i) =>
    random() < 1 / (1 + Math.exp(-(-2 + 1.5 * values[i * 3 + 1]!))) ? 1 : 0,
  )
  const priors = [0, 0, 2.5].map(mean => ({ mean, strength: 1 }))
  const weights = fitLogistic({ values, width: 3, labels, weights: new Float32Array(count).fill(1) }, priors)
  for (const [k, wanted] of [-2, 1.5, 2.5].entries())
    assert.ok(Math.abs(weights[k]! - wanted) < 0.15, `weight ${k}: ${weights[k]}`)
})
