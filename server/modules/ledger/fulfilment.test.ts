// Waived, suspended, conditional, carried and ended commitments; counts over a set.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type FulfilmentOptions, fulfil } from '#modules/ledger/fulfilment.ts'
import { countFulfilments, isBrokenLately } from '#modules/ledger/kept-share.ts'
import type { Commitment } from '#modules/ledger/ledger.shapes.ts'
import type { CommitmentTotal } from '#modules/ledger/totals.ts'

const yearly: Commitment = {
  ...{ id: 'c', agreementId: null, kind: 'event', unit: 'event', currency: null, baseQuantity: '2' },
  promisor: { organisationId: 'A', unitId: null },
  beneficiary: { organisationId: 'B', unitId: null },
  ...{ comparator: 'at_least', carry: 'none', condition: 'none', refinesId: null, state: 'active' },
  ...{ ending: null, endedOn: null, period: { kind: 'per_calendar_year' } },
  ...{ validFrom: '2022', validUntil: '2026' },
}
const today = Temporal.PlainDate.from('2025-07-02')
const delivered = (rows: Record<string, string>): CommitmentTotal[] =>
  Object.entries(rows).map(([periodStart, baseQuantity]) => ({
    ...{ commitmentId: 'c', periodStart, status: 'confirmed', baseQuantity, entries: 1 },
  }))
const statuses = (fields: Partial<Commitment>, rows: Record<string, string> = {}, options: FulfilmentOptions = {}) =>
  fulfil({ ...yearly, ...fields }, { totals: delivered(rows) }, today, options).periods.map(({ status }) => status)
const promises = (fields: Partial<Commitment>, rows: Record<string, string>) =>
  fulfil({ ...yearly, ...fields }, { totals: delivered(rows) }, today).periods.map(({ promised }) => promised)

describe('fulfilment', () => {
  it('is not due before the validity, and for a proposal', () => {
    assert.deepEqual(statuses({ validFrom: '2026' }), ['not_due'])
    assert.deepEqual(statuses({ state: 'proposed' }), ['not_due', 'not_due', 'not_due', 'not_due'])
  })
  it('says waived for a single period and hands on what it was handed', () => {
    const options = { waivers: [{ periodStart: '2023-01-01', reason: 'no funds' }] }
    assert.deepEqual(statuses({}, {}, options), ['broken', 'waived', 'broken', 'at_risk'])
    const { periods } = fulfil({ ...yearly, carry: 'deficit' }, { totals: [] }, today, options)
    assert.deepEqual(
      periods.map(({ carriedOut, waiver }) => [carriedOut, waiver]),
      [
        ['2', null],
        ['2', 'no funds'],
        ['4', null],
        [null, null],
      ],
    )
  })
  it('says suspended where the suspension covers the day of judgement', () => {
    const suspensions = [{ from: '2023-10-01', until: '2024-06-30' }]
    assert.deepEqual(statuses({}, {}, { suspensions }), ['broken', 'suspended', 'broken', 'at_risk'])
    assert.deepEqual(statuses({ state: 'suspended' }), ['broken', 'broken', 'broken', 'suspended'])
  })
  it('carries what is missing, what is too much, or both', () => {
    const rows = { '2022-01-01': '7', '2023-01-01': '0', '2024-01-01': '0' }
    assert.deepEqual(promises({ carry: 'none' }, rows), ['2', '2', '2', '2'])
    assert.deepEqual(promises({ carry: 'deficit' }, rows), ['2', '2', '4', '6'])
    assert.deepEqual(promises({ carry: 'surplus' }, rows), ['2', '0', '0', '1'])
    assert.deepEqual(promises({ carry: 'both' }, rows), ['2', '0', '0', '1'])
  })
  it('marks conditions, and what never had an entry', () => {
    const empty = fulfil({ ...yearly, condition: 'subject_to_funds' }, { totals: [] }, today)
    assert.deepEqual([empty.isConditional, empty.isNeverStarted], [true, true])
    const started = fulfil(yearly, { totals: delivered({ '2022-01-01': '1' }) }, today)
    assert.deepEqual([started.isConditional, started.isNeverStarted], [false, false])
  })
  it('stops at the end, and exempts the period that a waiver or a successor cut short', () => {
    const ended = { state: 'ended', endedOn: '2023-05-31' } as const
    assert.deepEqual(statuses({ ...ended, ending: 'superseded' }), ['broken', 'waived'])
    assert.deepEqual(statuses({ ...ended, ending: 'lapsed' }), ['broken', 'broken'])
    assert.deepEqual(statuses({ ...ended, ending: 'waived', endedOn: '2023-12-31' }), ['broken', 'broken'])
  })
  it('shows what lies outside the validity instead of losing it', () => {
    const { outside } = fulfil(yearly, { totals: delivered({ '0001-01-01': '1', '9999-12-31': '2' }) }, today)
    assert.deepEqual(outside, { delivered: '3', planned: '0', entries: 2 })
  })
  it('takes an open end and an unknown start for on track, from the first entry on', () => {
    assert.deepEqual(statuses({ period: { kind: 'whole_term' }, validUntil: null }), ['on_track'])
    assert.deepEqual(statuses({ validFrom: null }, { '2023-01-01': '2' }), ['kept', 'broken', 'at_risk'])
  })
  it('counts statuses over a set, with the kept share', () => {
    const set = [
      fulfil(yearly, { totals: delivered({ '2022-01-01': '2', '2023-01-01': '1' }) }, today),
      fulfil({ ...yearly, validFrom: '2026' }, { totals: [] }, today),
    ]
    const counts = countFulfilments(set)
    assert.deepEqual(counts.keptShare, { kept: 1, judged: 3, share: '0.3333' })
    assert.deepEqual([counts.byStatus.at_risk, counts.byStatus.not_due, counts.neverStarted], [1, 1, 1])
    assert.equal(countFulfilments([]).keptShare, null)
  })
  it('is broken lately only when each of the last periods was', () => {
    const broken = (rows: Record<string, string>) =>
      isBrokenLately(fulfil(yearly, { totals: delivered(rows) }, today), false, 2)
    assert.deepEqual([broken({}), broken({ '2024-01-01': '1' })], [true, false])
  })
})
