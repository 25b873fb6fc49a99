// Tests of words: how questions are read, texts cut up, slips recognised, and places marked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vectorOf } from './document-vector.ts'
import { foldedWords } from './folded-words.ts'
import { excerpt, mark, markerOf } from './marking.ts'
import { readQuestion } from './question.ts'
import { isSlip, slipsOf } from './slips.ts'

const asked = (text: string) => readQuestion(text).words.map(({ word, isCutOff }) => (isCutOff ? `${word}…` : word))
const groupsFor = (text: string) => readQuestion(text).words.map(one => ({ asked: one, others: [], documents: 0 }))
const shown = (pieces: readonly { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('a question is words, the last one perhaps cut off, and phrases', () => {
  assert.deepEqual(asked('Joint Labor'), ['joint', 'labor…'])
  assert.deepEqual(asked('Joint labor '), ['joint', 'labor'])
  assert.deepEqual(asked('یادداشت‌های تفاهم'), ['یادداشت', 'های', 'تفاهم…'])
  assert.deepEqual(asked('a'), ['a'])
  assert.deepEqual(asked('中国科学'), ['中国', '国科', '科学…'])
  assert.deepEqual(readQuestion('«взаимное признание» дипломов').phrases, [['взаимное', 'признание']])
  assert.deepEqual(asked('"one two" one three "'), ['one', 'three'])
  assert.deepEqual(asked('one one one'), ['one'])
})

const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщыэюя', 'ابپتجچحخدرزسشعفقکگلمنوهی']
const words = fc
  .constantFrom(...alphabets)
  .chain(alphabet => fc.array(fc.constantFrom(...alphabet), { minLength: 4, maxLength: 14 }))
  .map(letters => letters.join(''))

test('every single slip is recognised, from either side, and short words are left alone', () => {
  fc.assert(
    fc.property(words, fc.nat(), (word, n) => {
      const slips = slipsOf(word)
      const slip = slips[n % slips.length]!
      assert.equal(isSlip(word, slip), true)
      if (slip.length >= 4) assert.equal(isSlip(slip, word), true)
      assert.equal(isSlip(word, word), false)
    }),
  )
  assert.deepEqual(
    [isSlip('cat', 'cut'), isSlip('vilnius', 'kaunas'), isSlip('astrometry', 'astrnmoetry')],
    [false, false, true],
  )
})

test('any text becomes words of bounded length, the same ones when it is cut elsewhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      const found = [...foldedWords(text)]
      for (const word of found) assert.equal(word.length > 0 && Array.from(word).length <= 60 && !/\s/.test(word), true)
      const { words: distinct } = vectorOf([{ text, weight: 'D' }])
      assert.deepEqual([...distinct].toSorted(), [...new Set(found)].toSorted())
    }),
  )
  const long = 'peace treaty '.repeat(5000)
  assert.deepEqual([...new Set(foldedWords(long))], ['peace', 'treaty'])
})

test('marking never changes a text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Договор о дружбе', "L'université d'été", 'یادداشت‌های تفاهم'),
  )
  fc.assert(
    fc.property(texts, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text, question) => {
      const marker = markerOf(groupsFor(question), [])
      assert.equal(
        mark(text, marker)
          .marked.map(piece => piece.text)
          .join(''),
        text,
      )
      const cut = excerpt(text, marker)?.marked.map(piece => piece.text) ?? []
      const inside = cut.filter(piece => piece !== '… ' && piece !== ' …').join('')
      assert.equal(text.replace(/\s+/g, ' ').includes(inside), true)
    }),
  )
})

test('the place where most of the question stands is cut out, whole words around it', () => {
  const text = `${'Preamble of no importance. '.repeat(20)}The lake survey costs nothing. ${'More of it. '.repeat(30)}A survey of the northern lake begins in May.`
  const found = excerpt(text, markerOf(groupsFor('lake survey may'), []))!
  assert.equal(shown(found.marked).includes('A [survey] of the northern [lake] begins in [May].'), true)
  assert.equal(shown(found.marked).startsWith('… '), true)
  assert.deepEqual([...found.shown].toSorted(), [0, 1, 2])
  assert.equal(excerpt(text, markerOf(groupsFor('glacier'), [])), null)
})
