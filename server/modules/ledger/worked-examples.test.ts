// The five worked examples of the ledger's definition, and each cell of its table of fulfilment.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { balance, linesOfEntries } from '#modules/ledger/balance.ts'
import { fulfil, judge } from '#modules/ledger/fulfilment.ts'
import type { Commitment, Entry } from '#modules/ledger/ledger.shapes.ts'
import { liveEntries, type PostingLine, planPosting, reversalOf } from '#modules/ledger/posting.ts'
import { displayQuantity, ONE, quantityFraction, toBaseQuantity } from '#modules/ledger/quantity.ts'
import { idsServing, widerChain } from '#modules/ledger/refinement.ts'
import { commitmentTotals, monthTotals } from '#modules/ledger/totals.ts'

const A = { organisationId: 'A', unitId: null }
const B = { organisationId: 'B', unitId: null }
const day = (text: string) => Temporal.PlainDate.from(text)

function commitment(fields: Partial<Commitment>): Commitment {
  return {
    ...{ id: 'c', agreementId: 'm', kind: 'student_mobility', promisor: A, beneficiary: B, unit: 'person' },
    ...{ currency: null, baseQuantity: '5', comparator: 'at_least', carry: 'none', condition: 'none' },
    ...{ refinesId: null, state: 'active', ending: null, endedOn: null },
    ...{ period: { kind: 'whole_term' }, validFrom: '2022-09-01', validUntil: '2027-08-31' },
    ...fields,
  }
}

let count = 0
function entry(fields: Partial<Entry>): Entry {
  count += 1
  return {
    ...{ id: `e${count}`, module: 'exchange', activityId: 'a1', lineKey: `l${count}`, commitmentId: 'c' },
    ...{ servedBy: 'activity', reversesId: null, kind: 'student_mobility', unit: 'person', currency: null },
    ...{ baseQuantity: '1', from: A, to: B, startOn: '2022-10-01', endOn: null, status: 'confirmed' },
    ...{ field: null, agreementId: 'm' },
    ...fields,
  }
}

describe('example 1: five places a year, what is missing is carried over', () => {
  const places = commitment({
    unit: 'place',
    period: { kind: 'per_academic_year', startMonth: 9 },
    carry: 'deficit',
  })
  const past = [
    entry({ startOn: '2022-10-01', baseQuantity: '4' }),
    entry({ startOn: '2023-10-01', baseQuantity: '6' }),
    entry({ startOn: '2025-10-01', baseQuantity: '7' }),
  ]
  const confirmed = (quantity: string) => entry({ startOn: '2026-09-15', baseQuantity: quantity })
  const planned = (quantity: string) => entry({ startOn: '2027-02-01', baseQuantity: quantity, status: 'planned' })
  const last = (entries: Entry[], today: string) =>
    fulfil(places, { entries: [...past, ...entries] }, day(today)).periods.at(-1)

  it('judges the four years that are over', () => {
    const { periods } = fulfil(places, { entries: past }, day('2026-12-01'))
    assert.deepEqual(
      periods
        .slice(0, 4)
        .map(({ period, promised, delivered, status, carriedOut }) => [
          period.label.values.year,
          promised,
          delivered,
          status,
          carriedOut,
        ]),
      [
        ['2022/23', '5', '4', 'partly_kept', '1'],
        ['2023/24', '6', '6', 'kept', '0'],
        ['2024/25', '5', '0', 'broken', '5'],
        ['2025/26', '10', '7', 'partly_kept', '3'],
      ],
    )
  })
  it('on 1 Dec 2026: promised 8, 3 confirmed and 2 planned, elapsed 91/365: on track', () => {
    const result = last([confirmed('3'), planned('2')], '2026-12-01')
    assert.deepEqual(
      [result?.promised, result?.delivered, result?.planned, result?.elapsed, result?.status],
      ['8', '3', '2', { days: 91, total: 365 }, 'on_track'],
    )
  })
  it('on 1 Jan 2027: elapsed 122/365; 5/8 and 3/8 are on track, 2/8 is at risk', () => {
    const both = last([confirmed('3'), planned('2')], '2027-01-01')
    assert.deepEqual([both?.elapsed, both?.expected, both?.status], [{ days: 122, total: 365 }, '5', 'on_track'])
    assert.equal(last([confirmed('3')], '2027-01-01')?.status, 'on_track')
    assert.equal(last([confirmed('2')], '2027-01-01')?.status, 'at_risk')
  })
})

const stay = (endOn: string): PostingLine => ({
  ...{ lineKey: 'stay', kind: 'staff_mobility', unit: 'person_month', currency: null, from: A, to: B },
  ...{ startOn: '2026-08-15', endOn, status: 'confirmed', field: null, agreementId: 'm', commitmentId: 'c' },
  baseQuantity: endOn === '2026-10-14' ? '61' : '47',
})

/** Writes a plan the way a store would: reversals and postings are added, nothing is changed. */
function post(entries: Entry[], lines: PostingLine[]): Entry[] {
  const plan = planPosting(entries, lines)
  const next = (index: number) => `n${entries.length + index}`
  const reversals = plan.reversals.map((old, index) => reversalOf(old, next(index)))
  const postings = plan.postings.map(({ line }, index) =>
    entry({ ...line, id: next(reversals.length + index), servedBy: 'activity' }),
  )
  return [...entries, ...reversals, ...postings]
}

const professors = commitment({
  kind: 'staff_mobility',
  unit: 'person_month',
  baseQuantity: toBaseQuantity('3', 'person_month'),
  period: { kind: 'per_academic_year', startMonth: 9 },
})

describe('example 2: a stay over the border of two academic years', () => {
  it('gives 17/30 and 44/30 months, shown as 0.57 and 1.47, together 2.03', () => {
    const entries = post([], [stay('2026-10-14')])
    const { periods } = fulfil(professors, { entries }, day('2026-12-01'))
    const [before, after] = periods.slice(-2).map(({ delivered }) => delivered)
    assert.deepEqual(quantityFraction(before ?? '', 'person_month'), { numerator: 17n, denominator: 30n })
    assert.deepEqual(quantityFraction(after ?? '', 'person_month'), { numerator: 22n, denominator: 15n })
    assert.deepEqual(
      [before, after, '61'].map(q => displayQuantity(q ?? '', 'person_month')),
      ['0.57', '1.47', '2.03'],
    )
  })
})

describe('example 3: posting again and correcting', () => {
  const first = post([], [stay('2026-10-14')])
  it('changes nothing when the same is posted again', () => {
    assert.deepEqual(post(first, [stay('2026-10-14')]), first)
  })
  it('reverses 61/30 and posts 47/30 when the dates are corrected', () => {
    const corrected = post(first, [stay('2026-09-30')])
    assert.deepEqual(
      corrected.map(({ baseQuantity, reversesId }) => [baseQuantity, reversesId]),
      [
        ['61', null],
        ['61', first[0]?.id],
        ['47', null],
      ],
    )
    assert.deepEqual(
      monthTotals(corrected).map(({ month, baseQuantity, entries }) => [month, baseQuantity, entries]),
      [
        ['2026-08-01', '17', 1],
        ['2026-09-01', '30', 0],
      ],
    )
    assert.equal(displayQuantity('47', 'person_month'), '1.57')
  })
  it('takes everything back when nothing is posted', () => {
    const emptied = post(first, [])
    assert.deepEqual([liveEntries(emptied), monthTotals(emptied)], [[], []])
  })
})

describe('example 4: an annex makes a memorandum concrete', () => {
  it('keeps the promise of the memorandum and partly keeps that of the annex', () => {
    const memorandum = commitment({ id: 'memorandum', baseQuantity: null, validUntil: '2024-08-31' })
    const annex = commitment({
      ...{ id: 'annex', refinesId: 'memorandum', validUntil: '2023-08-31' },
      period: { kind: 'per_academic_year', startMonth: 9 },
    })
    const all = [memorandum, annex]
    const entries = [1, 2, 3].map(() => entry({ commitmentId: 'annex' }))
    const today = day('2026-12-01')
    const served = (id: string) =>
      entries.filter(({ commitmentId }) => idsServing(id, all).includes(commitmentId ?? ''))
    const totals = commitmentTotals(entries, id => widerChain(id, all))
    for (const from of ['entries', 'totals'] as const) {
      const statuses = all.map(one => {
        const deliveries = from === 'entries' ? { entries: served(one.id) } : { totals }
        return fulfil(one, deliveries, today).periods.map(({ status, delivered }) => [status, delivered])
      })
      assert.deepEqual(statuses, [[['kept', '3']], [['partly_kept', '3']]])
    }
  })
})

describe('example 5: the balance of 36 months', () => {
  it('is +3, planned -2', () => {
    const entries = [
      entry({ startOn: '2025-03-01', baseQuantity: '12' }),
      entry({ startOn: '2024-10-01', baseQuantity: '9', from: B, to: A }),
      entry({ startOn: '2027-02-01', baseQuantity: '2', from: B, to: A, status: 'planned' }),
      entry({ startOn: '2020-02-01', baseQuantity: '50', from: B, to: A }),
    ]
    const window = { from: '2023-12-01', until: null }
    const [result] = balance(linesOfEntries(entries, window), {
      ...{ home: { organisationId: 'A', unitIds: null }, partner: { organisationId: 'B', unitIds: null } },
      ...{ kinds: ['student_mobility'], unit: 'person' },
      confirmedIn: { from: '2023-12-01', until: '2026-11-30' },
      plannedIn: window,
    })
    assert.deepEqual(
      [result?.confirmed, result?.planned],
      [
        { out: '12', in: '9', balance: '3' },
        { out: '0', in: '2', balance: '-2' },
      ],
    )
  })
})

describe('the table of fulfilment', () => {
  const quarter = { days: 25, total: 100 }
  const half = { days: 50, total: 100 }
  const rows: [Commitment['comparator'], number, number, number, boolean, typeof half | null, string][] = [
    ['at_least', 5, 5, 5, true, half, 'kept'],
    ['at_least', 5, 6, 6, true, half, 'kept'],
    ['exactly', 5, 5, 5, true, half, 'kept'],
    ['exactly', 5, 6, 6, true, half, 'exceeded'],
    ['at_least', 5, 1, 9, true, half, 'partly_kept'],
    ['exactly', 5, 1, 9, true, half, 'partly_kept'],
    ['at_least', 5, 0, 9, true, half, 'broken'],
    ['exactly', 5, 0, 9, true, half, 'broken'],
    ['at_least', 5, 5, 5, false, half, 'kept'],
    ['exactly', 5, 6, 6, false, half, 'kept'],
    ['at_least', 5, 0, 5, false, half, 'on_track'],
    ['at_least', 5, 0, 0, false, quarter, 'on_track'],
    ['at_least', 5, 0, 0, false, { days: 26, total: 100 }, 'at_risk'],
    ['at_least', 4, 1, 2, false, half, 'on_track'],
    ['at_least', 4, 1, 1, false, half, 'at_risk'],
    ['at_least', 4, 0, 0, false, null, 'on_track'],
    ['at_most', 5, 5, 9, true, half, 'within'],
    ['at_most', 5, 6, 6, true, half, 'exceeded'],
    ['at_most', 5, 0, 5, false, half, 'within'],
    ['at_most', 5, 5, 6, false, half, 'exceeded'],
  ]
  for (const [comparator, promised, delivered, expected, isOver, elapsed, status] of rows) {
    const when = isOver ? 'over' : `running at ${elapsed?.days ?? 'unknown'}`
    it(`${comparator} ${promised}, ${delivered} delivered, ${expected} expected, ${when}: ${status}`, () => {
      const quantity = (number: number) => BigInt(number) * ONE
      const standing = { promised: quantity(promised), delivered: quantity(delivered), expected: quantity(expected) }
      assert.equal(judge(comparator, standing, isOver, elapsed), status)
    })
  }
})
