// Tests of mentions while one types: what is shown and what is kept say the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedAt, matching, piecesOf, putPerson, toKept, toWords } from './mention-text.ts'

const ann = { id: 'u1', name: 'Ann' }
const annaLee = { id: 'u2', name: 'Anna Lee' }
const nina = { id: 'u3', name: 'Нина (отдел)' }
const people = [ann, annaLee, nina]

test('names become ids and ids become names', () => {
  const text = '@Anna Lee and @Ann, @Annabel; @Нина (отдел)!'
  const kept = '@[u2] and @[u1], @Annabel; @[u3]!'
  assert.equal(toKept({ text, people }), kept)
  assert.deepEqual(toWords(kept, people), { text, people })
  assert.equal(toKept({ text: '@Ann', people: [] }), '@Ann')
})

test('a line falls into text and people', () => {
  assert.deepEqual(piecesOf('To @[u1]: @[u9]', people), ['To ', ann, ': ', '@u9', ''])
})

test('a mention is asked for after a gap, with at most two words', () => {
  assert.deepEqual(askedAt('Hello @an', 9), { start: 6, wanted: 'an' })
  assert.deepEqual(askedAt('@', 1), { start: 0, wanted: '' })
  assert.deepEqual(askedAt('«@Anna L', 8), { start: 1, wanted: 'Anna L' })
  assert.deepEqual(askedAt('سلام، @نی', 9), { start: 6, wanted: 'نی' })
  assert.equal(askedAt('me@work', 7), null)
  assert.equal(askedAt('@Anna Lee will', 14), null)
  assert.equal(askedAt('Hello @an and', 5), null)
})

test('who is chosen takes the place of what was typed', () => {
  const { words, caret } = putPerson({ text: 'Ask @an now', people: [] }, { start: 4, wanted: 'an' }, annaLee)
  assert.deepEqual(words, { text: 'Ask @Anna Lee now', people: [annaLee] })
  assert.equal(words.text.slice(0, caret), 'Ask @Anna Lee ')
  const atEnd = putPerson({ text: '@', people: [] }, { start: 0, wanted: '' }, ann)
  assert.deepEqual([atEnd.words.text, atEnd.caret], ['@Ann ', 5])
  assert.deepEqual(matching(people, 'lee'), [annaLee])
})
