// Tests of the words of comments: nothing hidden is kept, mentions are found, the beginning fits in one line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanText, excerptLength, excerptOf, mentionsIn } from './comment-text.ts'

test('line breaks stay, controls of direction and hidden signs do not', () => {
  assert.equal(cleanText('  a\r\nb\rc\u0000\u0007 \u202Ed\u2069\te \n'), 'a\nb\nc d\te')
  assert.equal(cleanText('می\u200Cرود'), 'می\u200Cرود')
})

test('people are mentioned by ids, each once', () => {
  assert.deepEqual(mentionsIn('@[a1] and @[b-2], @[a1]; a@[b c] @[]'), ['a1', 'b-2'])
})

test('the excerpt names people and is one line', () => {
  const names = new Map([['a1', 'Нина Ярцева']])
  assert.equal(excerptOf('Ask\n\n@[a1] or @[b2]', names), 'Ask @Нина Ярцева or @…')
  assert.equal([...excerptOf('😀'.repeat(300), names)].length, excerptLength)
})

test('any text is cleaned once and for all, and its excerpt is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), text => {
      const clean = cleanText(text)
      assert.equal(cleanText(clean), clean)
      assert.ok([...excerptOf(clean, new Map())].length <= excerptLength)
    }),
  )
})
