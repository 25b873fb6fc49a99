// Tests of every role through the routes: what it sees and does in its place is what the table of roles says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as identity from './core/identity/identity.contract.ts'
import { type Power, rolePowers, roles } from './core/identity/roles.terms.ts'
import * as agreements from './modules/agreements/agreement.contract.ts'
import { agreementInput } from './modules/agreements/testing/agreement-factory.ts'
import * as imports from './modules/imports/import.contract.ts'
import * as ledger from './modules/ledger/ledger.contract.ts'
import { commitmentInput, entryInput, makeOrganisation } from './modules/ledger/testing/ledger-factory.ts'
import * as registry from './modules/registry/organisation.contract.ts'
import { createTestApp, type TestPerson } from './test-app.ts'

const { services, person } = await createTestApp()
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const elsewhere = await makeOrganisation(db, 'Other University', true)
const partner = await makeOrganisation(db, 'Partner University')
const maker = await person('officer')
const record = (homeId: string, more = {}) =>
  maker.call(agreements.createAgreement, { body: agreementInput(homeId, partner, more) })
const open = await record(home)
const secret = await record(home, { confidentiality: 'confidential' })
const foreign = await record(elsewhere)

/** Whether a call is allowed: answered, or refused for another reason than who asks. */
async function allowed(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    const status = Number(/: (\d{3}) /.exec((error as Error).message)?.[1])
    assert.ok([403, 404].includes(status), (error as Error).message)
    return false
  }
}

async function step(one: TestPerson): Promise<boolean> {
  const { id, version } = await record(home)
  return allowed(
    one.call(agreements.takeAgreementStep, {
      params: { id },
      body: { step: 'terminate', reason: 'Tried by a test', version },
    }),
  )
}

const tries: Record<Power, (one: TestPerson) => Promise<boolean>> = {
  read: one => allowed(one.call(agreements.getAgreement, { params: { id: open.id } })),
  confidential: one => allowed(one.call(agreements.getAgreement, { params: { id: secret.id } })),
  record: one => allowed(one.call(ledger.postEntry, { body: entryInput(home, partner, { agreementId: open.id }) })),
  write: one => allowed(one.call(ledger.createCommitment, { body: commitmentInput(open.id, home, partner) })),
  conclude: step,
  registry: one => allowed(one.call(registry.createOrganisation, { body: { name: 'Institute of the Test' } })),
  import: one => allowed(one.call(imports.pasteImport, { body: { homeId: home, text: 'Partner\tTitle\nA\tB\n' } })),
  share: one =>
    allowed(
      one.call(agreements.createSavedView, { body: { page: 'agreements', name: 'Mine', query: {}, shared: true } }),
    ),
  audit: async one => (await one.call(identity.getSession)).abilities.audit === true,
  administer: one => allowed(one.call(identity.listAccounts)),
}

for (const role of roles)
  test(`the ${role} may do what the table of roles says, in its place`, async () => {
    const scope = role === 'administrator' ? null : home
    const one = await person(role, scope)
    const may: Power[] = []
    for (const [power, attempt] of Object.entries(tries)) if (await attempt(one)) may.push(power as Power)
    assert.deepEqual(may.sort(), [...rolePowers[role]].sort())
    const abroad = await allowed(one.call(agreements.getAgreement, { params: { id: foreign.id } }))
    assert.equal(abroad, scope === null)
  })

test('a role holds from its first to its last day', async () => {
  const administrator = await person('administrator')
  const one = await person(null)
  const today = Temporal.Now.plainDateISO('UTC')
  const grant = (validFrom: string | null, validUntil: string | null) =>
    administrator.call(identity.changeAccount, {
      params: { id: one.id },
      body: { grants: [{ role: 'observer', scopeId: home, validFrom, validUntil }], disabled: false },
    })
  const sees = () => tries.read(one)
  const day = (days: number) => today.add({ days }).toString()
  await grant(day(1), null)
  assert.equal(await sees(), false)
  await grant(day(0), day(0))
  assert.equal(await sees(), true)
  await grant(null, day(-1))
  assert.equal(await sees(), false)
})

test('a grant under a former name is kept under the present one', async () => {
  const administrator = await person('administrator')
  const one = await person('viewer', home)
  const account = (await administrator.call(identity.listAccounts)).items.find(each => each.id === one.id)
  assert.deepEqual(
    account?.grants.map(grant => grant.role),
    ['observer'],
  )
})
