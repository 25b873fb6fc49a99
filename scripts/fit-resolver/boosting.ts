// Gradient-boosted regression trees for probabilities: small, deterministic, on binned columns.
import type { Tree } from '../../server/modules/registry/resolution/judgement.ts'

/** Labelled examples: row-major values, 0/1 labels and weights. */
export interface Examples {
  /** Values of example i are `values[i * width .. (i + 1) * width)`. */
  values: Float32Array
  width: number
  labels: Uint8Array
  weights: Float32Array
}

export interface BoostOptions {
  trees: number
  /** Share of each tree's correction that is applied (0..1). */
  rate: number
  leaves: number
  /** Least sum of second derivatives in a leaf. */
  leastLeaf: number
  /** Ridge on leaf values. */
  ridge: number
  /** Share of examples and of features each tree sees (0..1). */
  exampleShare: number
  featureShare: number
  seed: number
}

const BINS = 64

/** Reproducible numbers 0..1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Binned {
  bins: Uint8Array
  /** Upper edges: a value is in the first bin whose edge is not below it. */
  edges: number[][]
}

function bin(examples: Examples): Binned {
  const { values, width } = examples
  const count = examples.labels.length
  const edges: number[][] = []
  const bins = new Uint8Array(count * width)
  const step = Math.max(1, Math.floor(count / 50_000))
  for (let f = 0; f < width; f++) {
    const seen: number[] = []
    for (let i = 0; i < count; i += step) seen.push(values[i * width + f] as number)
    const own = edgesOf(Float32Array.from(seen).sort())
    edges.push(own)
    for (let i = 0; i < count; i++) bins[i * width + f] = binOf(own, values[i * width + f] as number)
  }
  return { bins, edges }
}

function edgesOf(sorted: Float32Array): number[] {
  const distinct = [...new Set(sorted)]
  if (distinct.length <= BINS) {
    return distinct.slice(0, -1).map((value, i) => (value + (distinct[i + 1] as number)) / 2)
  }
  const edges = new Set<number>()
  for (let b = 1; b < BINS; b++) edges.add(sorted[Math.floor((b * sorted.length) / BINS)] as number)
  edges.delete(sorted.at(-1) as number)
  return [...edges].sort((a, b) => a - b)
}

function binOf(edges: number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (edges[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

interface Leaf {
  node: number
  from: number
  to: number
  sums: Float64Array
  gradient: number
  hessian: number
  gain: number
  feature: number
  bin: number
}

/** Trees whose values add up to the log odds of label 1; the first value is the starting log odds. */
export function boost(
  examples: Examples,
  options: BoostOptions,
  told?: (tree: number) => void,
): { start: number; trees: Tree[] } {
  const { labels, weights, width } = examples
  const count = labels.length
  const binned = bin(examples)
  const random = seeded(options.seed)
  let positive = 0
  let all = 0
  for (let i = 0; i < count; i++) {
    all += weights[i] as number
    positive += (weights[i] as number) * (labels[i] as number)
  }
  const start = Math.log(positive / (all - positive))
  const sums = new Float64Array(count).fill(start)
  const gradients = new Float64Array(count)
  const hessians = new Float64Array(count)
  const trees: Tree[] = []
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(sums[i] as number)))
      gradients[i] = (weights[i] as number) * ((labels[i] as number) - p)
      hessians[i] = (weights[i] as number) * Math.max(p * (1 - p), 1e-6)
    }
    const order = new Int32Array(count)
    let taken = 0
    for (let i = 0; i < count; i++) if (random() < options.exampleShare) order[taken++] = i
    const features: number[] = []
    for (let f = 0; f < width; f++) {
      if ((binned.edges[f] as number[]).length > 0 && random() < options.featureShare) features.push(f)
    }
    const tree = grow(binned, width, order.subarray(0, taken), features, gradients, hessians, options)
    trees.push(tree)
    for (let i = 0; i < count; i++) sums[i] = (sums[i] as number) + leafValue(tree, binned, width, i)
    told?.(t)
  }
  return { start, trees: trees.map(tree => toThresholds(tree, binned)) }
}

/** During growth `threshold` holds the bin; the thresholds follow at the end. */
function leafValue(tree: Tree, binned: Binned, width: number, example: number): number {
  let node = 0
  while ((tree.feature[node] as number) >= 0) {
    const value = binned.bins[example * width + (tree.feature[node] as number)] as number
    node = (value <= (tree.threshold[node] as number) ? tree.left[node] : tree.right[node]) as number
  }
  return tree.value[node] as number
}

function toThresholds(tree: Tree, binned: Binned): Tree {
  const threshold = tree.threshold.map((bin, node) => {
    const feature = tree.feature[node] as number
    return feature < 0 ? 0 : ((binned.edges[feature] as number[])[bin] as number)
  })
  return { ...tree, threshold }
}

function grow(
  binned: Binned,
  width: number,
  order: Int32Array,
  features: number[],
  gradients: Float64Array,
  hessians: Float64Array,
  options: BoostOptions,
): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] }
  const sumUp = (from: number, to: number): Float64Array => {
    const sums = new Float64Array(features.length * BINS * 2)
    const { bins } = binned
    for (let at = from; at < to; at++) {
      const i = order[at] as number
      const g = gradients[i] as number
      const h = hessians[i] as number
      const base = i * width
      for (let k = 0; k < features.length; k++) {
        const slot = (k * BINS + (bins[base + (features[k] as number)] as number)) * 2
        sums[slot] = (sums[slot] as number) + g
        sums[slot + 1] = (sums[slot + 1] as number) + h
      }
    }
    return sums
  }
  const makeLeaf = (from: number, to: number, sums: Float64Array): Leaf => {
    const node = tree.feature.push(-1) - 1
    tree.threshold.push(0)
    tree.left.push(-1)
    tree.right.push(-1)
    let gradient = 0
    let hessian = 0
    for (let b = 0; b < BINS; b++) {
      gradient += sums[b * 2] as number
      hessian += sums[b * 2 + 1] as number
    }
    tree.value.push((options.rate * gradient) / (hessian + options.ridge))
    const leaf = { node, from, to, sums, gradient, hessian, gain: 0, feature: -1, bin: 0 }
    findSplit(leaf, features, options)
    return leaf
  }
  const leaves = features.length === 0 ? [] : [makeLeaf(0, order.length, sumUp(0, order.length))]
  if (leaves.length === 0) return { feature: [-1], threshold: [0], left: [-1], right: [-1], value: [0] }
  while (leaves.length < options.leaves) {
    let best: Leaf | undefined
    for (const leaf of leaves) if (leaf.gain > 1e-6 && (best === undefined || leaf.gain > best.gain)) best = leaf
    if (best === undefined) break
    const feature = features[best.feature] as number
    const middle = partition(binned, width, order, best, feature)
    const isLeftSmaller = middle - best.from < best.to - middle
    const smaller = isLeftSmaller ? sumUp(best.from, middle) : sumUp(middle, best.to)
    const larger = best.sums
    for (let s = 0; s < larger.length; s++) larger[s] = (larger[s] as number) - (smaller[s] as number)
    const left = makeLeaf(best.from, middle, isLeftSmaller ? smaller : larger)
    const right = makeLeaf(middle, best.to, isLeftSmaller ? larger : smaller)
    tree.feature[best.node] = feature
    tree.threshold[best.node] = best.bin
    tree.left[best.node] = left.node
    tree.right[best.node] = right.node
    leaves.splice(leaves.indexOf(best), 1, left, right)
  }
  return tree
}

function findSplit(leaf: Leaf, features: number[], options: BoostOptions): void {
  const { ridge, leastLeaf } = options
  const whole = (leaf.gradient * leaf.gradient) / (leaf.hessian + ridge)
  for (let k = 0; k < features.length; k++) {
    let g = 0
    let h = 0
    for (let b = 0; b < BINS - 1; b++) {
      const slot = (k * BINS + b) * 2
      g += leaf.sums[slot] as number
      h += leaf.sums[slot + 1] as number
      if (h < leastLeaf) continue
      const otherH = leaf.hessian - h
      if (otherH < leastLeaf) break
      const otherG = leaf.gradient - g
      const gain = (g * g) / (h + ridge) + (otherG * otherG) / (otherH + ridge) - whole
      if (gain > leaf.gain) {
        leaf.gain = gain
        leaf.feature = k
        leaf.bin = b
      }
    }
  }
}

/** Moves the examples of the left child to the front of the leaf's range; where the right child begins. */
function partition(binned: Binned, width: number, order: Int32Array, leaf: Leaf, feature: number): number {
  const kept: number[] = []
  let at = leaf.from
  for (let k = leaf.from; k < leaf.to; k++) {
    const i = order[k] as number
    if ((binned.bins[i * width + feature] as number) <= leaf.bin) order[at++] = i
    else kept.push(i)
  }
  order.set(kept, at)
  return at
}
