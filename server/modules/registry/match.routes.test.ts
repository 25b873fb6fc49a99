// "Why this match?" through the app: the verdict, its reasons in words, and what would change it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '#server/test-app.ts'
import { explainMatch } from './match.contract.ts'
import { createOrganisation } from './organisation.contract.ts'

const { person, anybody } = await createTestApp()
const officer = await person('officer')

const placed = (name: string, country: string, city: string) =>
  officer.call(createOrganisation, {
    body: { name, place: { country, region: null, city, latitude: null, longitude: null } },
  })
const swiss = await placed('University of Brenn', 'CH', 'Altbrunn')
const american = await placed('University of Brenn', 'US', 'Brennville')
await placed('Corvan Polytechnic', 'FR', 'Corvan')

const explain = (id: string, query: { text: string; country?: string; city?: string }) =>
  officer.call(explainMatch, { params: { id }, query })

test('a sure answer says why', async () => {
  const found = await explain(swiss.id, { text: 'University of Brenn, Altbrunn', country: 'CH' })
  assert.equal(found.verdict, 'this')
  assert.deepEqual(found.evidence, [
    'The name “University of Brenn” is written exactly so',
    'Country agrees (CH)',
    'City agrees (Altbrunn)',
  ])
  assert.deepEqual(found.doubts, [])
})

test('namesakes: the rival is shown, and the country that would decide was tried', async () => {
  const found = await explain(swiss.id, { text: 'University of Brenn' })
  assert.equal(found.verdict, 'unsure')
  assert.deepEqual(
    found.rivals.map(rival => [rival.organisation.id, rival.city, rival.isAnswer]),
    [[american.id, 'Brennville', false]],
  )
  const [first] = found.changes
  assert.deepEqual(
    [first?.hint, first?.value, first?.verdict, first?.organisation?.id],
    ['country', 'CH', 'this', swiss.id],
  )
})

test('a given country that leads elsewhere is undone in the trial', async () => {
  const found = await explain(swiss.id, { text: 'University of Brenn', country: 'US' })
  assert.equal(found.verdict, 'other')
  assert.equal(found.rivals[0]?.isAnswer, true)
  assert.deepEqual(found.changes.map(change => [change.hint, change.verdict]).slice(0, 2), [
    ['nothing', 'unsure'],
    ['country', 'this'],
  ])
})

test('nothing similar, unknown organisations and strangers', async () => {
  const found = await explain(swiss.id, { text: 'Quelm Trust' })
  assert.deepEqual([found.verdict, found.probability, found.evidence, found.rivals], ['none', 0, [], []])
  const params = { id: '00000000-0000-7000-8000-000000000000' }
  assert.equal((await officer.refused(explainMatch, { params, query: { text: 'x' } })).status, 404)
  assert.equal((await anybody.refused(explainMatch, { params, query: { text: 'x' } })).status, 401)
  assert.equal((await officer.refused(explainMatch, { params: { id: swiss.id }, query: { text: '' } })).status, 400)
})
