// Words are compared without case, accents, letter forms and kinds of digits.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldedIncludes, foldForSearch, latinDigits } from './fold.ts'

test('letter forms, joiners, accents and digits make no difference', () => {
  assert.equal(foldForSearch('كتاب‌هاي'), foldForSearch('کتابهای'))
  assert.equal(foldForSearch('Université  de  Líbano'), 'universite de libano')
  assert.equal(latinDigits('۱۴۰۳ ٢٠٢٤'), '1403 2024')
  assert.equal(foldedIncludes('دانشگاه کابل', 'كابل'), true)
  assert.equal(foldedIncludes('Орёл', 'орел'), true)
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => foldForSearch(foldForSearch(text)) === foldForSearch(text)),
  )
})
