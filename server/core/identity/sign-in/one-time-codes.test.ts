// Tests of one-time codes against the vectors of RFC 6238 and RFC 4648, and of sealing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { base32, codeAt, enrolmentAddress, matchingStep, stepOf, typedCode } from './one-time-codes.ts'
import { seal, unseal } from './sealed.ts'

const secret = Buffer.from('12345678901234567890')

test('codes are those of RFC 6238, appendix B', () => {
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ]
  for (const [seconds, code] of vectors) assert.equal(codeAt(secret, stepOf(seconds * 1000)), code)
})

test('base 32 is that of RFC 4648, section 10', () => {
  const vectors = ['', 'f:MY', 'fo:MZXQ', 'foo:MZXW6', 'foob:MZXW6YQ', 'fooba:MZXW6YTB', 'foobar:MZXW6YTBOI']
  for (const vector of vectors) {
    const [text = '', expected = ''] = vector.split(':')
    assert.equal(base32(Buffer.from(text)), expected)
  }
})

test('a code works half a minute early and late, and never twice', () => {
  const at = 1_700_000_015_000
  const now = stepOf(at)
  for (const step of [now - 1, now, now + 1]) assert.equal(matchingStep(secret, codeAt(secret, step), at, 0), step)
  for (const step of [now - 2, now + 2]) assert.equal(matchingStep(secret, codeAt(secret, step), at, 0), undefined)
  assert.equal(matchingStep(secret, codeAt(secret, now), at, now), undefined)
  for (const wrong of ['', '1', '0000000', 'abcdef']) assert.equal(matchingStep(secret, wrong, at, 0), undefined)
})

test('digits may be typed in Persian and with spaces', () => {
  assert.equal(typedCode(' ۱۲۳ ۴٥٦ '), '123456')
  assert.equal(typedCode('abcd-2345'), 'ABCD2345')
})

test('the address names the office and the account', () => {
  const url = new URL(enrolmentAddress(secret, 'Büro & Co', 'a@example.org'))
  assert.equal(url.searchParams.get('secret'), base32(secret))
  assert.equal(decodeURIComponent(url.pathname), '/Büro & Co:a@example.org')
})

test('what is sealed opens with the same secret and purpose only, and not when touched', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (bytes, at) => {
      const sealed = seal('secret', 'codes', bytes)
      assert.deepEqual(unseal('secret', 'codes', sealed), Buffer.from(bytes))
      assert.equal(unseal('other', 'codes', sealed), undefined)
      assert.equal(unseal('secret', 'other', sealed), undefined)
      const [nonce, tag, text] = sealed.split('.')
      const broken = Buffer.from(tag!, 'base64url')
      broken[at % broken.length]! ^= 1
      assert.equal(unseal('secret', 'codes', [nonce, broken.toString('base64url'), text].join('.')), undefined)
    }),
  )
  assert.equal(unseal('secret', 'codes', 'nonsense'), undefined)
})
