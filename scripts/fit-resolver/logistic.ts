// Weights of a logistic sum, by Newton's method with ridges: the first judgement.
import type { Examples } from './boosting.ts'

/** What a weight is held near, and how strongly. */
export interface Prior {
  mean: number
  strength: number
}

const MOST_STEPS = 15
const SETTLED = 1e-3

/** One weight for each column of `examples`, in order; `priors` says what is held near what. */
export function fitLogistic(examples: Examples, priors: readonly Prior[]): number[] {
  const { width } = examples
  let weights = priors.map(prior => prior.mean)
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = derivatives(examples, weights, priors)
    const change = solve(curvature, gradient)
    weights = weights.map((weight, k) => weight + (change[k] as number))
    if (Math.max(...change.map(Math.abs)) < SETTLED) break
  }
  return weights.slice(0, width)
}

function derivatives(examples: Examples, weights: readonly number[], priors: readonly Prior[]) {
  const { values, width, labels } = examples
  const gradient = priors.map((prior, k) => -prior.strength * ((weights[k] as number) - prior.mean))
  const curvature = priors.map((prior, k) =>
    Float64Array.from({ length: width }, (_, j) => (j === k ? prior.strength : 0)),
  )
  for (let i = 0; i < labels.length; i++) {
    const base = i * width
    let sum = 0
    for (let k = 0; k < width; k++) sum += (weights[k] as number) * (values[base + k] as number)
    const p = 1 / (1 + Math.exp(-sum))
    const slope = (examples.weights[i] as number) * ((labels[i] as number) - p)
    const bend = (examples.weights[i] as number) * Math.max(p * (1 - p), 1e-5)
    for (let k = 0; k < width; k++) {
      const value = values[base + k] as number
      if (value === 0) continue
      gradient[k] = (gradient[k] as number) + slope * value
      const row = curvature[k] as Float64Array
      for (let j = 0; j < width; j++) row[j] = (row[j] as number) + bend * value * (values[base + j] as number)
    }
  }
  return { gradient, curvature }
}

/** Solution of a square system by elimination with pivots. */
function solve(matrix: readonly Float64Array[], right: readonly number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i] as number]))
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let i = column + 1; i < size; i++)
      if (Math.abs(rows[i]![column] as number) > Math.abs(rows[pivot]![column] as number)) pivot = i
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const lead = rows[column]!
    for (let i = column + 1; i < size; i++) {
      const factor = (rows[i]![column] as number) / (lead[column] as number)
      if (factor === 0) continue
      for (let j = column; j <= size; j++) rows[i]![j] = (rows[i]![j] as number) - factor * (lead[j] as number)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size] as number
    for (let j = i + 1; j < size; j++) sum -= (rows[i]![j] as number) * (solution[j] as number)
    solution[i] = sum / (rows[i]![i] as number)
  }
  return solution
}
