// Tests of which candidates are sure.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BARS, barFor, chooseSure } from './decision.ts'

interface One {
  id: string
  probability: number
  bar: number
  words: number[]
}
const one = (id: string, probability: number, words: number[], weak = false): One => ({
  id,
  probability,
  bar: weak ? BARS.weak : BARS.sure,
  words,
})
const chosen = (...candidates: One[]) => {
  const { sure, tie } = chooseSure(candidates, (a, b) => a.words.some(word => b.words.includes(word)))
  return [sure.map(each => each.id), tie?.map(each => each.id)]
}

test('an answer reaches the bar of its evidence', () => {
  assert.deepEqual(chosen(one('a', BARS.sure, [1])), [['a'], undefined])
  assert.deepEqual(chosen(one('a', BARS.sure, [1], true)), [[], undefined])
  assert.deepEqual(chosen(one('a', BARS.weak, [1], true)), [['a'], undefined])
})

test('acronyms and half names in Latin letters need more, names that lack what kind they are most', () => {
  const bar = (kind: string, missingWeight: number, lacksNarrowing = false, isLatin = true) =>
    barFor({ kind, missingWeight, lacksNarrowing, isLatin })
  assert.deepEqual(
    [bar('acronym', 0), bar('label', 0.3), bar('label', 0.05), bar('alias', 0), bar('label', 0.1, true)],
    [BARS.weak, BARS.weak, BARS.sure, BARS.sure, BARS.narrower],
  )
  assert.deepEqual(
    [bar('acronym', 0, false, false), bar('label', 0.3, false, false), bar('label', 0.3, true, false)],
    [BARS.weak, BARS.sure, BARS.narrower],
  )
})

test('a second organisation must be surer', () => {
  assert.deepEqual(chosen(one('a', 0.95, [1]), one('b', 0.92, [2])), [['a', 'b'], undefined])
  assert.deepEqual(chosen(one('a', 0.95, [1]), one('b', 0.85, [2])), [['a'], undefined])
})

test('two for the same words are a tie, and what stands beside a tie must be surer', () => {
  const pair = [one('a', 0.78, [1]), one('b', 0.75, [1])]
  assert.deepEqual(chosen(...pair, one('c', 0.7, [2])), [[], ['a', 'b']])
  assert.deepEqual(chosen(one('c', 0.9, [2]), ...pair), [['c'], undefined])
})

test('a weak one that is not answered is not replaced by a less probable one for the same words', () => {
  assert.deepEqual(chosen(one('a', 0.7, [1], true), one('b', 0.65, [1])), [[], ['b', 'a']])
})
