// Tests of telling one organisation in a cell from several.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from './fold.ts'
import { splitPartners } from './split-partners.ts'

const SEVERAL: [string, string[]][] = [
  ['Aldora University; Institute of Brent', ['Aldora University', 'Institute of Brent']],
  ['Aldora University / Brent Academy', ['Aldora University', 'Brent Academy']],
  ['Aldora University and Brent Institute of Physics', ['Aldora University', 'Brent Institute of Physics']],
  ['Aldora University\nBrent Academy\r\nCorvan College', ['Aldora University', 'Brent Academy', 'Corvan College']],
  ['دانشگاه آلدورا؛ دانشگاه برنت', ['دانشگاه آلدورا', 'دانشگاه برنت']],
  ['دانشگاه آلدورا و دانشگاه برنت', ['دانشگاه آلدورا', 'دانشگاه برنت']],
  ['• Aldora University • Brent Academy', ['Aldora University', 'Brent Academy']],
  ['Альдорский университет и Брентский институт физики', ['Альдорский университет', 'Брентский институт физики']],
  [
    'Aldora University, Brent University, Corvan University',
    ['Aldora University', 'Brent University', 'Corvan University'],
  ],
  ['Aldora University; Testland', ['Aldora University', 'Testland']],
]
for (const [cell, parts] of SEVERAL) {
  test(`several: ${cell.replaceAll(/\s+/g, ' ')}`, () => {
    const split = splitPartners(cell)
    assert.deepEqual(split.parts, parts)
    assert.ok(split.sureness >= 0.5)
  })
}

const ONE = [
  'University of Aldora at Brent, France',
  'Corvan College Brent, The University of Brent',
  'Aldora University of Science and Technology',
  'Ministry of Science and Technology',
  'Institute of Physics, Aldora University',
  'College of Aldor and Brent',
  'دانشگاه علم و صنعت آلدورا',
  'وزارت علوم، تحقیقات و فناوری',
  'Институт физики и технологии Альдоры',
  'Aldora University; Iran',
  'A/B Testing Institute',
  'Aldora University\n+98 21 000 000',
]
for (const cell of ONE) {
  test(`one: ${cell.replaceAll(/\s+/g, ' ')}`, () => assert.equal(splitPartners(cell).parts.length, 1))
}

test('an empty cell has no parts', () => assert.deepEqual(splitPartners('  \n ').parts, []))

test('an undecided comma is offered as doubtful parts', () => {
  const split = splitPartners('Corvan College Brent, The University of Brent')
  assert.deepEqual(split.doubtfulParts, ['Corvan College Brent', 'The University of Brent'])
})

test('no letter or digit of a cell is lost, but for the joining words', () => {
  const piece = fc.constantFrom(
    'Aldora',
    'University',
    ' and ',
    '; ',
    '/',
    ' / ',
    '\n',
    ', ',
    ' • ',
    'Brent',
    'دانشگاه',
    ' و ',
    '؛',
    '7',
    ' | ',
    'институт',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
      const letters = (text: string): string =>
        fold(text)
          .replaceAll(/(?<= |^)(and|و)(?= |$)/g, '')
          .replaceAll(' ', '')
      const cell = pieces.join('')
      assert.equal(letters(splitPartners(cell).parts.join(' ; ')), letters(cell))
    }),
  )
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => Array.isArray(splitPartners(text).parts)),
  )
})
