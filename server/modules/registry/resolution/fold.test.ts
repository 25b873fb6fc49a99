// Tests of folding: one comparable form for spelling variants of any script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, foldCompact, MAX_FOLDED_LENGTH } from './fold.ts'

const EXAMPLES: [string, string, string][] = [
  ['case and marks', 'ÉCOLE Supérieure', 'ecole superieure'],
  ['letters without decomposition', 'Łódź Straße Ærø İstanbul ıslak', 'lodz strasse aero istanbul islak'],
  ['full width', 'ＡＢＣ　１２３', 'abc 123'],
  ['Arabic and Persian letters', 'كلية الأدب في إيران', 'کلیه الادب فی ایران'],
  ['harakat and tatweel', 'جَامِعَـــة', 'جامعه'],
  ['zero width non-joiner', 'پژوهش\u200cهای', 'پژوهش های'],
  ['Persian and Arabic digits', 'منطقه ۱۲ و ٣', 'منطقه 12 و 3'],
  ['Devanagari digits', 'केंद्र ४२', 'केंद्र 42'],
  ['Cyrillic ё', 'Королёв', 'королев'],
  ['Latin look-alikes in a Cyrillic word', 'Кaзань', 'казань'],
  ['Cyrillic look-alikes in a Latin word', 'Bоston', 'boston'],
  ['bidi controls', '\u202eabc\u202c \u2066x\u2069', 'abc x'],
  ['punctuation', '"A-B", (C) & D/E', 'a b c and d e'],
  ['dotted initials', 'U.S.A. and Z.Y. Corp.', 'usa and zy corp'],
  ['elision and apostrophe', "l'Université d'Ombre, Xi'an, People’s", 'l universite d ombre xian peoples'],
  ['Han variants', '國立學院', '国立学院'],
  ['Greek final sigma', 'ΙΔΡΥΜΑ Λόγος', 'ιδρυμα λογοσ'],
  ['soft hyphen', 'uni\u00adversity', 'university'],
  ['nothing to keep', ' —…! ', ''],
]

for (const [what, text, folded] of EXAMPLES) {
  test(`fold: ${what}`, () => assert.equal(fold(text), folded))
}

test('foldCompact ignores spacing', () => {
  assert.equal(foldCompact('Nord West-Institut'), foldCompact('NordWest Institut'))
})

test('fold never throws, is bounded and leaves no spaces at the ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const folded = fold(text)
      assert.ok(folded.length <= MAX_FOLDED_LENGTH)
      assert.equal(folded, folded.trim())
      assert.equal(folded.includes('  '), false)
    }),
    { numRuns: 500 },
  )
})

test('folding folded words changes nothing', () => {
  const letters = fc.constantFrom(...'abzéüßçñłабвёіїқاآبيىكکةهگچ0۵٣学國ガ대학 -\u200c')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), parts => {
      const once = fold(parts.join(''))
      assert.equal(fold(once), once)
    }),
  )
})

test('ten thousand combining marks fold at once', () => {
  assert.equal(fold(`a${'\u0301\u0327'.repeat(5000)}b`), 'ab')
})
