// The form sends what was changed and nothing else, so that untouched fields keep following the official registry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, emptyValues, type OrganisationValues, writtenOf } from './organisation-values.ts'

const written: OrganisationValues = {
  ...emptyValues,
  name: 'Lake University',
  names: [{ text: 'Озёрный университет', language: 'ru', kind: 'label' }],
  country: 'RU',
}

test('an untouched form sends nothing', () => {
  assert.deepEqual(changesOf(written, structuredClone(written)), {})
})

test('spaces around a text are no change', () => {
  assert.deepEqual(changesOf(written, { ...written, name: ' Lake University ', city: ' ' }), {})
})

test('a changed city sends the whole place and nothing else', () => {
  const place = { country: 'RU', region: null, city: 'Lakeside', latitude: null, longitude: null }
  assert.deepEqual(changesOf(written, { ...written, city: 'Lakeside' }), { place })
})

test('rows that were left empty are not sent', () => {
  const names = [...written.names, { text: '  ', language: 'fa', kind: 'alias' as const }]
  assert.deepEqual(changesOf(written, { ...written, names, links: [{ kind: 'website', url: '' }] }), {})
  assert.deepEqual(writtenOf({ ...written, names }).names, written.names)
})
