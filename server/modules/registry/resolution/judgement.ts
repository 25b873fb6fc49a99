// The second judgement: boosted trees over the values of context.ts, read from the file that scripts/fit-resolver.ts writes.
import model from './model.json' with { type: 'json' }

/** A tree as columns over its nodes; a leaf has feature -1. */
export interface Tree {
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
  value: number[]
}

/** Fitted trees: the names of their values, the log odds they start from, all nodes of all trees behind each other. */
export interface Model {
  values: string[]
  start: number
  roots: number[]
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
  value: number[]
}

/** Evaluates a model; its columns are kept as typed arrays. */
export class Forest {
  private readonly start: number
  private readonly roots: Int32Array
  private readonly feature: Int16Array
  private readonly threshold: Float32Array
  private readonly left: Int32Array
  private readonly right: Int32Array
  private readonly value: Float64Array

  constructor(source: Model) {
    this.start = source.start
    this.roots = Int32Array.from(source.roots)
    this.feature = Int16Array.from(source.feature)
    this.threshold = Float32Array.from(source.threshold)
    this.left = Int32Array.from(source.left)
    this.right = Int32Array.from(source.right)
    this.value = Float64Array.from(source.value)
  }

  /** Log odds for one list of values. */
  judge(values: Float32Array): number {
    let sum = this.start
    for (let t = 0; t < this.roots.length; t++) {
      let node = this.roots[t] as number
      for (;;) {
        const feature = this.feature[node] as number
        if (feature < 0) break
        node = (
          (values[feature] as number) <= (this.threshold[node] as number) ? this.left[node] : this.right[node]
        ) as number
      }
      sum += this.value[node] as number
    }
    return sum
  }
}

/** Trees packed for the file, numbers shortened. */
export function packTrees(values: readonly string[], start: number, trees: readonly Tree[]): Model {
  const packed: Model = {
    values: [...values],
    start: rounded(start, 5),
    roots: [],
    feature: [],
    threshold: [],
    left: [],
    right: [],
    value: [],
  }
  for (const tree of trees) {
    const offset = packed.feature.length
    packed.roots.push(offset)
    for (let node = 0; node < tree.feature.length; node++) {
      const isLeaf = (tree.feature[node] as number) < 0
      packed.feature.push(tree.feature[node] as number)
      packed.threshold.push(isLeaf ? 0 : rounded(tree.threshold[node] as number, 5))
      packed.left.push(isLeaf ? 0 : (tree.left[node] as number) + offset)
      packed.right.push(isLeaf ? 0 : (tree.right[node] as number) + offset)
      packed.value.push(isLeaf ? rounded(tree.value[node] as number, 5) : 0)
    }
  }
  return packed
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

const FOREST = new Forest(model)

/** Probability (0..1) of the values of one candidate; `more` is evidence of another kind, in log odds. Another forest than the shipped one is for cross-validation. */
export function judged(values: Float32Array, more: number, forest: Forest = FOREST): number {
  return 1 / (1 + Math.exp(-forest.judge(values) - more))
}
