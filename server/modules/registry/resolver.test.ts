// The resolver over the database: builds, follows changes, merges and decisions, lets go of what is gone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { changeOrganisation } from './actions/change-organisation.ts'
import { decideNameByHand, withdrawDecision } from './actions/decide-name.ts'
import { mergeOrganisations, undoMerge } from './actions/merge-organisations.ts'
import { findDecisionOn } from './decision.store.ts'
import { loadIndex, openResolver, releaseIndex, resolveMany } from './resolver.ts'
import { makeHome, makeOrganisation } from './testing/registry-factory.ts'

const { db } = await createTestDatabase()
const services = actionServices(db)
const admin = systemActor()
const reason = 'They are the same'
const place = (country: string) => ({ country, city: null, region: null, latitude: null, longitude: null })

async function answer(text: string, homeId: string | null = null, country?: string) {
  const resolver = await openResolver(services, homeId)
  const { outcome, answers } = resolver.resolve(text, country === undefined ? {} : { country })
  return outcome === 'answer' ? answers.map(one => one.organisationId) : outcome
}

test('organisations are found as they come, change and go', async () => {
  const tides = await makeOrganisation(db, { name: 'Academy of Northern Tides', place: place('NO') })
  assert.deepEqual(await answer('Academy of Northern Tides'), [tides])
  const mist = await makeOrganisation(db, { name: 'Mist and Cloud Institute', place: place('NO') })
  assert.deepEqual(await answer('Mist and Cloud Institute'), [mist])
  await runAction(services, admin, changeOrganisation, {
    id: mist,
    version: 1,
    name: 'Fog Observatory Bergen',
    names: [],
  })
  assert.deepEqual(await answer('Fog Observatory Bergen'), [mist])
  assert.equal(await answer('Mist and Cloud Institute'), 'none')
  assert.equal(await loadIndex(db), await loadIndex(db))
})

test('a merged organisation answers as the one that counts', async () => {
  const a = await makeOrganisation(db, { name: 'Polytechnic of Amber', place: place('LT') })
  const b = await makeOrganisation(db, { name: 'Baltic Resin University', place: place('LT') })
  assert.deepEqual(await answer('Polytechnic of Amber'), [a])
  await runAction(services, admin, mergeOrganisations, { id: a, intoId: b, reason })
  assert.deepEqual(await answer('Polytechnic of Amber'), [b])
  await runAction(services, admin, undoMerge, { id: a, reason })
  assert.deepEqual(await answer('Polytechnic of Amber'), [a])
})

test('a decision of a home organisation wins there, and only there', async () => {
  const [home, other] = [await makeHome(db), await makeHome(db)]
  const meant = await makeOrganisation(db, { name: 'Institute of Quiet Rivers', place: place('FI') })
  const decide = (organisationId: string | null, country: string | null = null) =>
    runAction(services, admin, decideNameByHand, { homeId: home, written: 'IQR  (Finland)', country, organisationId })
  await decide(meant)
  assert.deepEqual(await answer('iqr finland', home), [meant])
  assert.equal(await answer('iqr finland', other), 'none')
  await decide(null, 'SE')
  assert.equal(await answer('IQR (Finland)', home, 'SE'), 'none')
  assert.deepEqual(await answer('IQR (Finland)', home, 'FI'), [meant])
  await runAction(services, admin, withdrawDecision, { id: (await findDecisionOn(db, home, 'IQR (Finland)', null))! })
  assert.equal(await answer('iqr finland', home), 'none')
})

test('rows that vanished are forgotten, many texts are resolved in order', async () => {
  const id = await makeOrganisation(db, { name: 'School of Vanishing Acts', place: place('IE') })
  assert.deepEqual(await answer('School of Vanishing Acts'), [id])
  await db.deleteFrom('organisation').where('id', '=', id).execute()
  const results = await resolveMany(services, null, [
    { text: 'School of Vanishing Acts' },
    { text: 'Academy of Northern Tides' },
  ])
  assert.deepEqual(
    results.map(one => one.outcome),
    ['none', 'answer'],
  )
  releaseIndex(db)
  assert.equal(await answer('School of Vanishing Acts'), 'none')
})
