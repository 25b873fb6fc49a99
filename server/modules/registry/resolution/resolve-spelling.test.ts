// Tests of names that are written in another script or with slips, on a small invented registry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BARS } from './decision.ts'
import { OrganisationIndex } from './organisation-index.ts'
import type { OrganisationRecord } from './organisation-record.ts'
import { readQuery } from './query.ts'
import { resolve } from './resolve.ts'
import { judgeCandidates } from './scoring.ts'

const organisation = (id: string, names: string[], more: Partial<OrganisationRecord> = {}): OrganisationRecord => ({
  id,
  names: names.map(text => ({ text, kind: 'label' })),
  ...more,
})

const IRAN = { country: 'IR' }
const CITIES = ['Velan', 'Zarkan', 'Torbad', 'Nishan', 'Golmar']
const IN_PERSIAN = ['ولان', 'زرکان', 'تربد', 'نیشان', 'گلمر']
const RECORDS = CITIES.flatMap((city, i) => [
  organisation(`medical-${city}`, [`دانشگاه علوم پزشکی ${IN_PERSIAN[i]}`, `${city} University of Medical Sciences`], {
    ...IRAN,
    city,
  }),
  organisation(`university-${city}`, [`دانشگاه ${IN_PERSIAN[i]}`, `University of ${city}`], { ...IRAN, city }),
  organisation(`hospital-${city}`, [`بیمارستان امید ${IN_PERSIAN[i]}`], { ...IRAN, city }),
])
const PROVINCES = ['Hubren', 'Habren'].flatMap(region =>
  ['Botany', 'Optics', 'Geology'].map(subject =>
    organisation(`${region}-${subject}`, [`${region} Institute of ${subject}`], {
      country: 'CN',
      region,
      city: `${region} City`,
    }),
  ),
)
const index = new OrganisationIndex([
  ...RECORDS,
  ...PROVINCES,
  organisation('habren-roads', ['Habren Road Design Institute'], { country: 'CN', region: 'Habren' }),
])
const answersTo = (text: string): string[] => resolve(index, text).answers.map(match => match.organisationId)

test('Persian written in Latin letters, with or without the little words between', () => {
  assert.deepEqual(answersTo('Daneshgah-e Olum-e Pezeshki-ye Velan'), ['medical-Velan'])
  assert.deepEqual(answersTo('Daneshgah Oloum Pezeshki Zarkan'), ['medical-Zarkan'])
  assert.deepEqual(answersTo('Daneshgah-e Torbad'), ['university-Torbad'])
})

test('a slip in the word that says what kind it is', () => {
  assert.deepEqual(answersTo('دانشگاه علوم پشزکی نیشان'), ['medical-Nishan'])
  assert.deepEqual(answersTo('دانشگاه علوم پپزشکی گلمر'), ['medical-Golmar'])
})

test('the name of one province is no slip in writing that of another', () => {
  const mayMean = (text: string): boolean => readQuery(index, text, {}).occurrences.has(index.vocabulary.find('habren'))
  assert.equal(mayMean('Hubren Road Design Institute'), false)
  assert.equal(mayMean('Hobren Road Design Institute'), true)
  assert.deepEqual(answersTo('Hobren Road Design Institute'), ['habren-roads'])
})

test('half a name in Persian needs no higher bar, half a name in Latin letters does', () => {
  const barOf = (text: string, id: string): number | undefined =>
    judgeCandidates(index, readQuery(index, text, {})).find(one => one.organisation.id === id)?.bar
  assert.equal(barOf('بیمارستان ولان', 'hospital-Velan'), BARS.sure)
  assert.equal(barOf('Habren Road Institute', 'habren-roads'), BARS.weak)
})
