// The strength of passwords is told apart well enough to help in choosing one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgePassword, type Strength } from './password-strength.ts'

const judged: [string, Strength][] = [
  ['', 'short'],
  ['short', 'short'],
  ['1234567890', 'weak'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['password12', 'weak'],
  ['qwerty1234', 'weak'],
  ['samira.example', 'weak'],
  ['bridge lamp', 'fair'],
  ['copper Bridge 41 lamp', 'strong'],
  ['پنجره باران چراغ قدیم', 'strong'],
  ['сова чайник облако', 'strong'],
]

for (const [password, strength] of judged)
  test(`“${password}” is ${strength}`, () =>
    assert.equal(judgePassword(password, ['Samira Example', 'samira@example.org']).strength, strength))

test('says how many characters are missing, counted as people count them', () => {
  assert.equal(judgePassword('abc').missing, 7)
  assert.equal(judgePassword('😀😀😀').missing, 7)
})

test('any text is judged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (password, known) => {
      const { share } = judgePassword(password, known)
      return share >= 0 && share <= 1
    }),
  )
})
