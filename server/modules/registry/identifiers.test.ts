// Identifiers: official forms, wrong ones refused, texts that may be one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keysOf } from '#core/terms.ts'
import { foldIdentifier, identifierForm, identifierQueries, isRorId, orcidForm } from './identifiers.ts'
import { identifierSchemes } from './registry.terms.ts'
import { rorIdOf } from './testing/invented-ror.ts'

test('ROR ids are taken bare or as addresses and checked by their check digits', () => {
  assert.equal(identifierForm('ror', 'https://ror.org/05dxps055'), '05dxps055')
  assert.equal(identifierForm('ror', ' 05DXPS055 '), '05dxps055')
  assert.equal(identifierForm('ror', '05dxps056'), undefined)
  assert.equal(identifierForm('ror', 'ror'), undefined)
})

test('made-up ROR ids hold their check digits', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 32 ** 6 - 1 }), number => isRorId(rorIdOf(number))))
})

test('Erasmus codes are written with three places for the country whatever the blanks', () => {
  assert.equal(identifierForm('erasmus', 'A WIEN01'), 'A  WIEN01')
  assert.equal(identifierForm('erasmus', 'a\u00a0\u00a0wien01'), 'A  WIEN01')
  assert.equal(identifierForm('erasmus', 'UK LONDON001'), 'UK LONDON001')
  assert.equal(identifierForm('erasmus', 'IRLDUBLIN01'), 'IRLDUBLIN01')
  assert.equal(identifierForm('erasmus', '12'), undefined)
})

test('ISNI and ORCID are checked by their last digit', () => {
  assert.equal(identifierForm('isni', '0000000120960218'), '0000 0001 2096 0218')
  assert.equal(identifierForm('isni', '0000000120960219'), undefined)
  assert.equal(orcidForm('https://orcid.org/0000-0002-1825-0097'), '0000-0002-1825-0097')
  assert.equal(orcidForm('0000-0002-1825-0098'), undefined)
})

test('the other schemes have their forms', () => {
  assert.equal(identifierForm('pic', '999999999'), '999999999')
  assert.equal(identifierForm('pic', '99999999'), undefined)
  assert.equal(identifierForm('oid', 'e10012345'), 'E10012345')
  assert.equal(identifierForm('wikidata', 'https://www.wikidata.org/wiki/Q1065'), 'Q1065')
  assert.equal(identifierForm('schac', 'urn:schac:homeOrganization:example.edu'), 'example.edu')
  assert.equal(identifierForm('domain', 'https://www.example.edu/path'), 'example.edu')
  assert.equal(identifierForm('domain', 'example'), undefined)
  assert.equal(identifierForm('fundref', 'https://doi.org/10.13039/100000001'), '100000001')
  assert.equal(identifierForm('national', '   '), undefined)
})

test('what looks like an identifier is searched as one', () => {
  assert.deepEqual(identifierQueries('https://ror.org/05dxps055'), { key: '05dxps055', domain: undefined })
  assert.deepEqual(identifierQueries('A  WIEN01'), { key: 'awien01', domain: undefined })
  assert.equal(identifierQueries('Vienna'), undefined)
  assert.deepEqual(identifierQueries('https://www.Example.edu/about'), { key: 'exampleedu', domain: 'example.edu' })
  assert.deepEqual(identifierQueries('office@example.edu'), { key: 'exampleedu', domain: 'example.edu' })
})

test('no text breaks the forms, and a form stays as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keysOf(identifierSchemes)), fc.string({ maxLength: 60 }), (scheme, text) => {
      const form = identifierForm(scheme, text)
      identifierQueries(text)
      foldIdentifier(text)
      if (form !== undefined) assert.equal(identifierForm(scheme, form), form)
    }),
  )
})
