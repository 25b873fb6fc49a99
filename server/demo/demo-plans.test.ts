// The plans of the demo hold for any seed and day, can be repeated, and folders of real data are told from those of a demo.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { settleFacts } from '#modules/agreements/agreement-facts.ts'
import { type AgreementPlan, type KnownIds, planAgreements } from './agreement-plans.ts'
import { deedsUnder } from './deeds.ts'
import { isForeignFolder, markFolder } from './demo-marks.ts'
import { type Faculty, faculties } from './home-organisation.ts'
import { partners } from './partner-organisations.ts'
import { promises } from './promises.ts'
import { seededChance } from './seeded-random.ts'
import { strengths, topics } from './topics.ts'

const known: KnownIds = {
  homeId: 'home',
  faculties: Object.fromEntries(Object.keys(faculties).map(key => [key, key])) as Record<Faculty, string>,
  partners: new Map(partners.map(({ key }) => [key, key])),
  accounts: new Map(),
}
const day = Temporal.PlainDate.from('2026-11-23')

/** A plan without its random ids. */
function comparable({ id: _, input: { parentId, amendsId, supersedesId, ...input }, course, ...plan }: AgreementPlan) {
  const relations = [parentId, amendsId, supersedesId].map(one => typeof one)
  return JSON.stringify({ ...plan, input, course, relations })
}

test('the same seed on the same day plans the same', () => {
  assert.deepEqual(planAgreements(5, day, known).map(comparable), planAgreements(5, day, known).map(comparable))
  assert.notDeepEqual(planAgreements(5, day, known).map(comparable), planAgreements(6, day, known).map(comparable))
})

test('any seed on any day plans 120 agreements that can be recorded, and deeds that end after they began', () => {
  for (let seed = 0; seed < 10; seed += 1) {
    const today = day.add({ days: seed * 41 })
    const plans = planAgreements(seed, today, known)
    assert.equal(plans.length, 120)
    for (const plan of plans) {
      assert.doesNotThrow(() => settleFacts(plan.input), `seed ${seed}: ${plan.partner.key} ${plan.form} ${plan.fate}`)
      for (const template of promises[plan.form])
        for (const deed of deedsUnder(seededChance(seed), plan, template, template.most ?? null, today)) {
          assert.ok(Number(deed.quantity) > 0)
          assert.ok(Temporal.PlainDate.compare(deed.postedOn, today) <= 0)
          assert.ok(deed.endsOn === null || Temporal.PlainDate.compare(deed.startsOn, deed.endsOn) <= 0)
        }
    }
  }
})

test('every partner has a name in three languages and a subject', () => {
  for (const { key, names, own } of partners) {
    assert.deepEqual(
      ['en', 'fa', 'ru', own].filter(language => !names[language]),
      [],
    )
    assert.ok(
      strengths[key]?.every(subject => topics[subject]),
      key,
    )
  }
})

test('a folder with data is foreign unless a demo marked it', t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'concord-demo-'))
  t.after(() => rmSync(folder, { recursive: true }))
  assert.equal(isForeignFolder(folder), false)
  mkdirSync(path.join(folder, 'pg'))
  assert.equal(isForeignFolder(folder), true)
  markFolder(folder)
  assert.equal(isForeignFolder(folder), false)
  assert.equal(isForeignFolder(path.join(folder, 'not-there')), false)
})
