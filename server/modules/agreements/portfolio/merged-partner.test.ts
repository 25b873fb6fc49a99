// A partner that is merged, taken out again or split: its agreements, names and identifiers are found where they count.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionContext } from '#core/actions.ts'
import { runAction } from '#core/actions.ts'
import * as registry from '#modules/registry/organisation.contract.ts'
import { makeHome, makeOrganisation } from '#modules/registry/testing/registry-factory.ts'
import { createTestApp } from '../../../test-app.ts'
import { recordAgreements } from '../actions/record-agreements.ts'
import * as contract from '../portfolio.contract.ts'
import { agreementInput } from '../testing/agreement-factory.ts'

const { services, person } = await createTestApp()
const { db } = services
const home = await makeHome(db, { name: 'Home University' })
const administrator = await person('administrator')
const officer = await person('officer', home)

async function agreementWith(partner: string, number: string): Promise<string> {
  const record = {
    name: 'test.record',
    run: (ctx: ActionContext) => recordAgreements(ctx, [{ input: agreementInput(home, partner, { number }) }]),
  }
  return (await runAction(services, officer.actor, record, undefined as never))[0]!
}

const merge = (id: string, intoId: string) =>
  administrator.call(registry.mergeOrganisation, { params: { id }, body: { intoId, reason: 'reform' } })
const undo = (id: string) =>
  administrator.call(registry.undoMerge, { params: { id }, body: { reason: 'they are two after all' } })

async function seenAs(partner: string) {
  const page = await officer.call(contract.getPartner, { params: { organisationId: partner } })
  const { items } = await officer.call(contract.listPortfolio, { query: { partner: [page.organisation.id] } })
  return {
    name: page.organisation.name,
    agreements: page.agreements.map(one => one.number).sort(),
    listed: items.map(item => [item.number, item.partners[0]!.name]).sort(),
    identifiers: page.identifiers.map(one => one.value).filter(value => /^\d{9}$/.test(value)),
    names: page.names.map(one => one.text).sort(),
  }
}

test('agreements, names and identifiers follow a chain of mergers, and come back when one is undone', async () => {
  const make = (name: string, pic: string) =>
    makeOrganisation(db, { name, identifiers: [{ scheme: 'pic', value: pic }] })
  const [first, second, third] = [
    await make('School of Mines', '911111111'),
    await make('Mining Institute', '922222222'),
    await make('Technical University', '933333333'),
  ]
  await agreementWith(first, 'M-1')
  await agreementWith(third, 'M-3')
  await merge(first, second)
  await merge(second, third)
  const whole = {
    name: 'Technical University',
    agreements: ['M-1', 'M-3'],
    listed: [
      ['M-1', 'Technical University'],
      ['M-3', 'Technical University'],
    ],
    identifiers: ['933333333', '911111111', '922222222'],
    names: ['Mining Institute', 'School of Mines', 'Technical University'],
  }
  for (const id of [first, second, third]) assert.deepEqual(await seenAs(id), whole)
  const { version } = await administrator.call(registry.getOrganisation, { params: { id: third } })
  await administrator.call(registry.changeOrganisation, {
    params: { id: third },
    body: { version, name: 'Polytechnic University' },
  })
  assert.deepEqual((await seenAs(first)).listed[0], ['M-1', 'Polytechnic University'])
  await undo(second)
  assert.deepEqual((await seenAs(first)).listed, [['M-1', 'Mining Institute']])
  assert.deepEqual((await seenAs(third)).agreements, ['M-3'])
  await undo(first)
  assert.deepEqual(await seenAs(first), {
    name: 'School of Mines',
    agreements: ['M-1'],
    listed: [['M-1', 'School of Mines']],
    identifiers: ['911111111'],
    names: ['School of Mines'],
  })
})

test('a split takes names and identifiers along and leaves agreements where they were', async () => {
  const both = await makeOrganisation(db, {
    name: 'College of Arts',
    names: [{ text: 'College of Crafts', kind: 'alias' }],
    identifiers: [
      { scheme: 'pic', value: '944444444' },
      { scheme: 'pic', value: '955555555' },
    ],
  })
  await agreementWith(both, 'S-1')
  const { version } = await administrator.call(registry.getOrganisation, { params: { id: both } })
  const { id } = await administrator.call(registry.splitOrganisation, {
    params: { id: both },
    body: {
      ...{ version, reason: 'two colleges', name: 'College of Crafts' },
      names: [{ text: 'College of Crafts', kind: 'alias' }],
      identifiers: [{ scheme: 'pic', value: '955555555' }],
    },
  })
  const [kept, fresh] = [await seenAs(both), await seenAs(id)]
  assert.deepEqual([kept.agreements, kept.identifiers, kept.names], [['S-1'], ['944444444'], ['College of Arts']])
  assert.deepEqual([fresh.agreements, fresh.identifiers, fresh.names], [[], ['955555555'], ['College of Crafts']])
})
