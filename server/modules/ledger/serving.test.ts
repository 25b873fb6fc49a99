// Which commitment an entry serves: named, by rule, or none with candidates; and circles of refinement.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type BalanceLine, type BalanceRequest, balance, balancedLines } from '#modules/ledger/balance.ts'
import type { Commitment, EntryContent } from '#modules/ledger/ledger.shapes.ts'
import { balanceInCurrency } from '#modules/ledger/money-balance.ts'
import { idsServing, widerChain, wouldCircle } from '#modules/ledger/refinement.ts'
import { serve } from '#modules/ledger/serving.ts'

const A = { organisationId: 'A', unitId: null }
const B = { organisationId: 'B', unitId: null }
const base: Commitment = {
  ...{ id: 'c', agreementId: 'm', kind: 'student_mobility', promisor: A, beneficiary: B, unit: 'person' },
  ...{ currency: null, baseQuantity: '5', comparator: 'at_least', carry: 'none', condition: 'none', refinesId: null },
  ...{
    state: 'active',
    ending: null,
    endedOn: null,
    period: { kind: 'whole_term' },
    validFrom: '2022',
    validUntil: null,
  },
}
const deed: EntryContent = {
  ...{ kind: 'student_mobility', unit: 'person', currency: null, baseQuantity: '1', from: A, to: B },
  ...{ startOn: '2024-10-01', endOn: null, status: 'confirmed', field: null, agreementId: 'm' },
}
const context = {
  unitParents: { chair: 'faculty', faculty: null },
  families: { m: 'm', annex: 'm' },
  merged: { former: 'B' },
}
const found = (entry: Partial<EntryContent>, all: Partial<Commitment>[], named: string | null = null) =>
  serve(
    { ...deed, ...entry },
    named,
    all.map(one => ({ ...base, ...one })),
    context,
  )

describe('serving', () => {
  it('by rule: the only one that fits, in the family of the agreement, from a unit below', () => {
    const { commitmentId, servedBy, reason } = found({}, [{ agreementId: 'annex' }, { id: 'd', kind: 'event' }])
    assert.deepEqual([commitmentId, servedBy, reason], ['c', 'rule', 'only_one_fits'])
    const chair = { from: { organisationId: 'A', unitId: 'chair' } }
    assert.equal(found(chair, [{ promisor: { organisationId: 'A', unitId: 'faculty' } }]).commitmentId, 'c')
    assert.equal(found({}, [{ promisor: { organisationId: 'A', unitId: 'faculty' } }]).commitmentId, null)
  })
  it('of a partner that was merged into another, under either', () => {
    const former = { organisationId: 'former', unitId: null }
    assert.equal(found({ to: former }, [{}]).commitmentId, 'c')
    assert.equal(found({}, [{ beneficiary: former }]).commitmentId, 'c')
  })
  it('the narrower of two that refine each other', () => {
    assert.equal(found({}, [{}, { id: 'd', refinesId: 'c' }]).commitmentId, 'd')
  })
  it('none, with those that fit, else those that all but fit', () => {
    const two = found({}, [{}, { id: 'd' }])
    assert.deepEqual([two.commitmentId, two.reason, two.candidates.length], [null, 'several_fit', 2])
    const near = found({ from: B, to: A }, [{}, { id: 'd', kind: 'event' }])
    assert.deepEqual(near.candidates, [{ commitmentId: 'c', misfits: ['direction'] }])
    for (const [misfit, fields] of [
      ['state', { state: 'suspended' }],
      ['unit', { unit: 'hour' }],
      ['validity', { validFrom: '2025' }],
      ['agreement', { agreementId: 'other' }],
      ['parties', { beneficiary: { organisationId: 'C', unitId: null } }],
    ] as const) {
      assert.deepEqual(found({}, [fields]).candidates, [{ commitmentId: 'c', misfits: [misfit] }])
    }
  })
  it('a place is used by a person who comes to the promisor', () => {
    assert.equal(found({ from: B, to: A }, [{ unit: 'place' }]).commitmentId, 'c')
    assert.equal(found({ unit: 'place' }, [{ unit: 'place' }]).commitmentId, 'c')
    assert.equal(found({}, [{ unit: 'place' }]).commitmentId, null)
  })
  it('the one the activity names, with what does not fit; an unknown one is said', () => {
    const named = found({ startOn: '2020' }, [{}], 'c')
    assert.deepEqual([named.commitmentId, named.servedBy, named.misfits], ['c', 'activity', ['validity']])
    const unknown = found({}, [{}], 'gone')
    assert.deepEqual([unknown.commitmentId, unknown.reason], [null, 'named_unknown'])
  })
})

describe('refinement', () => {
  it('is gathered through all levels and survives a circle', () => {
    const all = [
      { id: 'a', refinesId: 'c' },
      { id: 'b', refinesId: 'a' },
      { id: 'c', refinesId: 'b' },
    ]
    assert.deepEqual(idsServing('a', all), ['a', 'b', 'c'])
    assert.deepEqual(
      widerChain('a', all).map(({ id }) => id),
      ['a', 'c', 'b'],
    )
    assert.deepEqual([wouldCircle('a', 'b', all.slice(0, 2)), wouldCircle('b', 'a', all.slice(0, 2))], [true, false])
  })
})

describe('balance with weights and money', () => {
  const window = { from: '2024-01-01', until: '2024-12-31' }
  const sides = { home: { organisationId: 'A', unitIds: null }, partner: { organisationId: 'B', unitIds: null } }
  const request: BalanceRequest = { ...sides, kinds: null, unit: 'person', confirmedIn: window, plannedIn: window }
  const line: BalanceLine = {
    ...{ from: A, to: B, kind: 'student_mobility', unit: 'person', currency: null, agreementId: 'm' },
    ...{ status: 'confirmed', on: '2024-10-01', baseQuantity: '3', days: 150 },
  }
  const semester = { kind: null, unit: 'person', shortestDays: null, longestDays: 200, weight: '0.5' } as const
  it('counts a semester half, and refuses to guess from totals', () => {
    const weighted = { ...request, weights: { m: [semester] } }
    const [result] = balance([line, { ...line, days: 300 }], weighted)
    assert.equal(result?.confirmed.out, '4.5')
    assert.throws(() => balance([{ ...line, days: null }], weighted), { code: 'balance.needs_entries' })
  })
  it('sums money per currency, and in one currency at the newest rate known on the day', () => {
    const paid = (currency: string, baseQuantity: string): BalanceLine => ({
      ...line,
      unit: 'money',
      currency,
      baseQuantity,
    })
    const money = { ...request, unit: 'money' } as const
    const lines = [paid('EUR', '100'), paid('USD', '55'), { ...paid('RUB', '9'), from: B, to: A }]
    assert.deepEqual(
      balance(lines, money).map(({ currency, confirmed }) => [currency, confirmed.balance]),
      [
        ['EUR', '100'],
        ['RUB', '-9'],
        ['USD', '55'],
      ],
    )
    const rate = { base: 'EUR', quote: 'USD', source: 'bank' }
    const rates = [
      { ...rate, rate: '1.1', on: '2024-09-01' },
      { ...rate, rate: '2', on: '2024-10-02' },
    ]
    const common = balanceInCurrency(balancedLines(lines, money), 'EUR', rates)
    assert.deepEqual([common.balance.confirmed.balance, common.unconverted], ['150', ['RUB']])
    assert.deepEqual(
      common.lines.map(({ amount, rate: used }) => [amount, used?.on]),
      [
        ['100', undefined],
        ['50', '2024-09-01'],
        [null, undefined],
      ],
    )
  })
})
