// The policy of due diligence as a table: every role at its home, and elsewhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, anonymous, personWith, systemActor } from '#core/identity/actor.ts'
import { type Role, rolePowers, roles } from '#core/identity/roles.terms.ts'
import { type CheckStanding, canAdminister, canCheck, canConclude, canDecide, canLookInto } from './screening.policy.ts'

const home = 'home'
const at = (role: Role, scopeId: string | null = home): Actor =>
  personWith({ id: role, name: role, email: null, language: 'en' }, [
    { role, scopeId, reach: scopeId === null ? 'everywhere' : new Set([scopeId]) },
  ])
/** As agreements decide: whoever has the power to write reaches the record. */
const record: CheckStanding = {
  ...{ homeId: home, unitId: null },
  decide: actor => ({ write: actor.writes === 'everywhere' || actor.writes.has(home) }),
}

const table: [Role, string][] = [
  ['observer', ''],
  ['data_entry', ''],
  ['coordinator', 'check look'],
  ['officer', 'check decide look'],
  ['agreements_manager', 'check decide look'],
  ['signatory', 'decide look'],
  ['analyst', ''],
  ['auditor', 'look'],
  ['administrator', 'check decide look'],
]

const mayOf = (actor: Actor): string =>
  Object.entries({
    check: canCheck(actor, record),
    decide: canDecide(actor, record),
    look: canLookInto(actor, record),
  })
    .flatMap(([name, decision]) => (decision.allowed ? [name] : []))
    .join(' ')

test('every role is in the table', () => {
  assert.deepEqual(
    table.map(([role]) => role),
    [...roles],
  )
  assert.deepEqual(
    table.filter(([, may]) => may.includes('decide')).map(([role]) => role),
    roles.filter(role => rolePowers[role].includes('conclude')),
  )
})

for (const [role, may] of table)
  test(`${role}: ${may || 'nothing'}`, () => {
    assert.equal(mayOf(at(role)), may)
    assert.equal(mayOf(at(role, 'elsewhere')), '')
  })

test('nobody and guests may nothing, the installation itself everything', () => {
  assert.equal(mayOf(anonymous('en')), '')
  assert.equal(mayOf({ ...anonymous('en'), kind: 'guest', guestId: 'g' }), '')
  assert.equal(canDecide(systemActor(), record).allowed, true)
})

test('who gave a case on does not decide it; lists are for administrators', () => {
  const officer = at('officer')
  assert.equal(canConclude(officer, record, null).allowed, true)
  assert.equal(canConclude(officer, record, 'officer').allowed, false)
  assert.equal(canConclude(officer, record, 'somebody else').allowed, true)
  assert.equal(canAdminister(officer).allowed, false)
  assert.equal(canAdminister(at('administrator', null)).allowed, true)
})
