// Which country a shape of a border file is.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { countryOfShape } from './country-numbers.ts'

it('knows a country by number, by letters and by property', () => {
  assert.equal(countryOfShape({ id: '364' }), 'IR')
  assert.equal(countryOfShape({ id: 51 }), 'AM')
  assert.equal(countryOfShape({ id: 'KZ' }), 'KZ')
  assert.equal(countryOfShape({ id: 'anything', properties: { iso_a2: 'RU' } }), 'RU')
  assert.equal(countryOfShape({ id: '-99', properties: { iso_a2: '-99' } }), null)
  assert.equal(countryOfShape({ properties: {} }), null)
})
