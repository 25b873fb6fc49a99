// Properties of the arithmetic over random commitments, entries, corrections and borders of periods.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { balance, linesOfEntries, linesOfTotals } from '#modules/ledger/balance.ts'
import { fulfil } from '#modules/ledger/fulfilment.ts'
import type { Commitment, Entry, PeriodRule } from '#modules/ledger/ledger.shapes.ts'
import { commitmentStates, units } from '#modules/ledger/ledger.terms.ts'
import { elapsedOf, firstDay, lastDay, periodOn, periodsOf } from '#modules/ledger/periods.ts'
import { liveEntries, type PostingLine, planPosting, reversalOf } from '#modules/ledger/posting.ts'
import { displayQuantity, parseQuantity, partByDays, quantityText, unitsSplitByDays } from '#modules/ledger/quantity.ts'
import { idsServing, widerChain } from '#modules/ledger/refinement.ts'
import { serve } from '#modules/ledger/serving.ts'
import { canCount, commitmentTotals, commitmentTotalsOf, monthTotals, sumTotals } from '#modules/ledger/totals.ts'

const epoch = Temporal.PlainDate.from('2019-01-01')
const dayAt = (offset: number) => epoch.add({ days: offset }).toString()
// 2019 to 2026: two leap years, borders everywhere.
const someDay = fc.integer({ min: 0, max: 2800 }).map(dayAt)
const someDate = someDay.chain(text => fc.constantFrom(text, text, text.slice(0, 7), text.slice(0, 4)))
const startMonth = fc.integer({ min: 1, max: 12 })
const period: fc.Arbitrary<PeriodRule> = fc.oneof(
  fc.record({ kind: fc.constant('once' as const), dueOn: fc.option(someDate) }),
  fc.record({ kind: fc.constant('per_calendar_year' as const) }),
  fc.record({ kind: fc.constant('per_academic_year' as const), startMonth }),
  fc.record({ kind: fc.constant('per_semester' as const), startMonth }),
  fc.record({ kind: fc.constant('every_n_years' as const), years: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('whole_term' as const) }),
)
const validity = fc.record({ period, validFrom: fc.option(someDate), validUntil: fc.option(someDate) })
const party = fc.record({ organisationId: fc.constantFrom('A', 'B'), unitId: fc.constantFrom(null, 'u') })
const quantity = fc.integer({ min: 1, max: 40_000_000 }).map(n => quantityText(BigInt(n) * 10n ** 6n))
const unit = fc.constantFrom(...units.filter(name => name !== 'money'))
const line: fc.Arbitrary<PostingLine> = fc
  .tuple(
    fc.record({
      ...{ kind: fc.constantFrom('visit', 'event'), unit, currency: fc.constant(null), baseQuantity: quantity },
      ...{
        from: party,
        to: party,
        startOn: someDate,
        status: fc.constantFrom('planned' as const, 'confirmed' as const),
      },
      ...{ field: fc.constant(null), agreementId: fc.constantFrom(null, 'm') },
      commitmentId: fc.constantFrom('c0', 'c1', 'c2'),
    }),
    fc.nat(500),
  )
  .map(([fields, length]) => {
    const endOn = lastDay(fields.startOn).add({ days: length }).toString()
    return { ...fields, endOn, lineKey: '' }
  })
/** Successive postings of one activity: up to five lines, of which any may change or vanish each time. */
const history = fc
  .array(fc.array(line, { maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map(postings => postings.map(lines => lines.map((one, index) => ({ ...one, lineKey: `l${index}` }))))
const commitments: fc.Arbitrary<Commitment[]> = fc
  .array(fc.tuple(validity, unit, fc.option(quantity), fc.constantFrom(null, 'c0', 'c1', 'c2')), {
    ...{ minLength: 3, maxLength: 3 },
  })
  .chain(rows =>
    fc
      .tuple(
        fc.constantFrom('at_least' as const, 'at_most' as const, 'exactly' as const),
        fc.constantFrom('none' as const, 'deficit' as const, 'surplus' as const, 'both' as const),
        fc.constantFrom(...commitmentStates),
      )
      .map(([comparator, carry, state]) =>
        rows.map(([cut, measured, baseQuantity, refinesId], index) => ({
          ...{ ...cut, id: `c${index}`, agreementId: 'm', kind: 'visit', unit: measured, currency: null, baseQuantity },
          promisor: { organisationId: 'A', unitId: null },
          beneficiary: { organisationId: 'B', unitId: null },
          ...{ comparator, carry, condition: 'none' as const, refinesId, state },
          ...{ ending: state === 'ended' ? ('lapsed' as const) : null },
          endedOn: state === 'ended' ? '2023-03-15' : null,
        })),
      ),
  )

function post(entries: Entry[], lines: PostingLine[]): Entry[] {
  const plan = planPosting(entries, lines)
  const id = (index: number) => `e${entries.length + index}`
  const reversals = plan.reversals.map((old, index) => reversalOf(old, id(index)))
  const posted = plan.postings.map(({ line: wanted }, index): Entry => {
    const identity = { id: id(reversals.length + index), module: 'x', activityId: 'a', reversesId: null }
    return { ...wanted, ...identity, servedBy: wanted.commitmentId === null ? 'none' : 'activity' }
  })
  return [...entries, ...reversals, ...posted]
}
const ledgerOf = (postings: PostingLine[][]) => postings.reduce<Entry[]>(post, [])
const sum = (rows: readonly { baseQuantity: string }[]) =>
  rows.reduce((total, { baseQuantity }) => total + parseQuantity(baseQuantity), 0n)

describe('quantities', () => {
  it('survive text, and parts by days add up to the whole', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), n => {
        assert.equal(parseQuantity(quantityText(n)), n)
      }),
    )
    const cuts = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 })
    fc.assert(
      fc.property(quantity, fc.integer({ min: 1, max: 900 }), cuts, (text, days, inner) => {
        const borders = [0, ...inner.filter(cut => cut < days).sort((a, b) => a - b), days]
        const parts = borders
          .slice(1)
          .map((to, index) => partByDays(parseQuantity(text), days, borders[index] ?? 0, to))
        assert.equal(quantityText(parts.reduce((a, b) => a + b, 0n)), text)
        assert.ok(parts.every(part => part >= 0n))
      }),
    )
  })
  it('refuse anything that is no number, with a sentence', () => {
    for (const text of [
      '',
      ' 1',
      '1e3',
      'NaN',
      '٣',
      '1.',
      '.5',
      '0x1',
      '1,5',
      '--1',
      '1'.repeat(25),
      '0.0000000000001',
    ]) {
      assert.throws(() => parseQuantity(text), { name: 'LedgerInputError' })
    }
    assert.deepEqual(
      ['-0', '007.500', '0.005', '-0.005'].map(q => displayQuantity(q, 'hour')),
      ['0', '7.5', '0.01', '-0.01'],
    )
  })
})

describe('periods', () => {
  it('follow each other without gap or overlap, hold the days they say, and end with the validity', () => {
    fc.assert(
      fc.property(validity, someDay, someDay, (cut, since, through) => {
        const periods = periodsOf(cut, firstDay(since), firstDay(through))
        for (const [index, { start, end }] of periods.entries()) {
          const next = periods[index + 1]
          if (next)
            assert.equal(
              firstDay(end ?? '')
                .add({ days: 1 })
                .toString(),
              next.start,
            )
          for (const day of [start, end ?? start]) {
            const found = periodOn(cut, firstDay(day))
            assert.equal(typeof found === 'string' ? found : found.start, start)
          }
        }
        const [first] = periods
        if (first && cut.validFrom) assert.equal(first.start, firstDay(cut.validFrom).toString())
      }),
      { numRuns: 300 },
    )
  })
  it('elapse day by day from nothing to all', () => {
    const leap = { start: '2024-01-01', end: '2024-12-31', label: { code: 'year', values: {} } } as const
    const days = ['2023-05-01', '2024-01-01', '2024-03-01', '2024-12-31', '2025-06-01']
    assert.deepEqual(
      days.map(day => elapsedOf(leap, firstDay(day))),
      [0, 0, 60, 365, 366].map(gone => ({ days: gone, total: 366 })),
    )
  })
  it('refuse dates that do not exist', () => {
    for (const text of ['2023-02-29', '2023-13', '0000', '31.12.2020', '', '2020-1-1', '10000']) {
      assert.throws(() => firstDay(text), { name: 'LedgerInputError' })
    }
  })
})

describe('postings and totals', () => {
  it('are idempotent, and posting nothing leaves nothing', () => {
    fc.assert(
      fc.property(history, postings => {
        const entries = ledgerOf(postings)
        assert.deepEqual(post(entries, postings.at(-1) ?? []), entries)
        const emptied = post(entries, [])
        assert.deepEqual([liveEntries(emptied), monthTotals(emptied)], [[], []])
      }),
    )
  })
  it('kept posting by posting equal the sum of the entries that stand, and are never negative', () => {
    fc.assert(
      fc.property(history, postings => {
        const entries = ledgerOf(postings)
        const kept = monthTotals(entries)
        const recounted = monthTotals(liveEntries(entries))
        assert.deepEqual(kept, recounted)
        assert.equal(sum(kept), sum(liveEntries(entries)))
        assert.equal(
          kept.reduce((total, row) => total + row.entries, 0),
          liveEntries(entries).length,
        )
        assert.ok(kept.every(row => parseQuantity(row.baseQuantity) >= 0n && row.entries >= 0))
      }),
    )
  })
  it('lose no part of an entry in the periods of a commitment, and a reversal cancels it', () => {
    fc.assert(
      fc.property(line, commitments, (wanted, all) => {
        const [entry] = post([], [{ ...wanted, lineKey: 'l' }])
        assert.ok(entry)
        const chain = widerChain(entry.commitmentId ?? '', all)
        const rows = commitmentTotalsOf(entry, chain)
        const back = commitmentTotalsOf(reversalOf(entry, 'r'), chain)
        assert.deepEqual(
          sumTotals([...rows, ...back], row => row.commitmentId + row.periodStart + row.status),
          [],
        )
        for (const one of chain.filter(one => one.unit === entry.unit)) {
          assert.equal(sum(rows.filter(row => row.commitmentId === one.id)), parseQuantity(entry.baseQuantity))
        }
      }),
    )
  })
})

/** Counts day by day with fractions, by other means than the code under test. */
function deliveredByHand(one: Commitment, entries: readonly Entry[], start: string, end: string | null): number {
  let total = 0
  for (const entry of entries) {
    if (entry.status !== 'confirmed') continue
    const first = firstDay(entry.startOn)
    const days = first.until(lastDay(entry.endOn ?? entry.startOn), { largestUnit: 'days' }).days + 1
    const isIn = (day: string) => start <= day && (end === null || day <= end)
    if (unitsSplitByDays.includes(entry.unit)) {
      const held = Array.from({ length: days }, (_, offset) => first.add({ days: offset }).toString()).filter(isIn)
      total += (Number(entry.baseQuantity) * held.length) / days
    } else if (isIn(first.toString())) total += Number(entry.baseQuantity)
    assert.equal(one.unit, entry.unit)
  }
  return total
}

describe('fulfilment', () => {
  it('from totals equals fulfilment from entries', () => {
    fc.assert(
      fc.property(history, commitments, someDay, (postings, all, today) => {
        const entries = ledgerOf(postings)
        const totals = commitmentTotals(entries, id => widerChain(id, all))
        for (const one of all) {
          const ids = idsServing(one.id, all)
          const serving = entries.filter(({ commitmentId }) => ids.includes(commitmentId ?? ''))
          const fromEntries = fulfil(one, { entries: serving }, firstDay(today))
          assert.deepEqual(fulfil(one, { totals }, firstDay(today)), fromEntries)
          const live = fulfil(one, { entries: liveEntries(serving) }, firstDay(today))
          assert.deepEqual(
            live.periods.filter(p => p.entries > 0),
            fromEntries.periods.filter(p => p.entries > 0),
          )
        }
      }),
    )
  })
  it('counts the days that lie in each period, and loses nothing', () => {
    fc.assert(
      fc.property(history, commitments, someDay, (postings, all, today) => {
        const one = { ...all[0]!, state: 'active' as const }
        const live = liveEntries(ledgerOf(postings)).filter(({ unit: used }) => used === one.unit)
        const { periods, outside } = fulfil(one, { entries: live }, firstDay(today))
        for (const {
          period: { start, end },
          delivered,
        } of periods) {
          assert.ok(Math.abs(Number(delivered) - deliveredByHand(one, live, start, end)) < 1e-6)
        }
        const shown = [...periods, outside].flatMap(row => [
          { baseQuantity: row.delivered },
          { baseQuantity: row.planned },
        ])
        assert.equal(sum(shown), sum(live))
      }),
    )
  })
  it('calls three thirds one', () => {
    const one: Commitment = {
      ...{ id: 'c', agreementId: null, kind: 'visit', unit: 'hour', currency: null, baseQuantity: '1' },
      ...{ promisor: { organisationId: 'A', unitId: null }, beneficiary: { organisationId: 'B', unitId: null } },
      ...{ comparator: 'exactly', carry: 'both', condition: 'none', refinesId: null, state: 'active' },
      ...{ ending: null, endedOn: null, period: { kind: 'per_calendar_year' }, validFrom: '2024', validUntil: '2024' },
    }
    const third = { startOn: '2024-12-31', endOn: '2025-01-02', baseQuantity: '1', unit: 'hour' } as const
    const entries = [1, 2, 3].map(
      (id): Entry => ({
        ...{
          ...third,
          id: `${id}`,
          module: 'x',
          activityId: 'a',
          lineKey: `${id}`,
          commitmentId: 'c',
          servedBy: 'rule',
        },
        ...{ reversesId: null, kind: 'visit', currency: null, from: one.promisor, to: one.beneficiary },
        ...{ status: 'confirmed', field: null, agreementId: null },
      }),
    )
    const [result] = fulfil(one, { entries }, firstDay('2026')).periods
    assert.deepEqual([result?.status, result?.carriedOut], ['kept', '0'])
  })
})

describe('balance', () => {
  it('from totals equals balance from entries, and the partner sees the opposite', () => {
    const months = fc.tuple(someDay, someDay).map(days => days.map(day => day.slice(0, 7)).sort())
    fc.assert(
      fc.property(history, unit, months, (postings, used, [from = '', until = '']) => {
        const entries = ledgerOf(postings)
        const window = { from: `${from}-01`, until: lastDay(until).toString() }
        const [home, partner] = ['A', 'B'].map(organisationId => ({ organisationId, unitIds: null }))
        assert.ok(home && partner)
        const request = { home, partner, kinds: null, unit: used, confirmedIn: window, plannedIn: window }
        const seen = balance(linesOfEntries(entries, window), request)
        assert.deepEqual(balance(linesOfTotals(monthTotals(entries), window), request), seen)
        const opposite = balance(linesOfEntries(entries, window), { ...request, home: partner, partner: home })
        assert.equal(opposite[0]?.confirmed.in, seen[0]?.confirmed.out)
        assert.equal(
          sum([{ baseQuantity: opposite[0]!.confirmed.balance }, { baseQuantity: seen[0]!.confirmed.balance }]),
          0n,
        )
      }),
    )
  })
})

describe('serving', () => {
  it('never fails, and serves by rule only what fits and can be counted', () => {
    fc.assert(
      fc.property(line, commitments, (wanted, all) => {
        const served = serve(wanted, null, all, { unitParents: {}, families: {}, merged: {} })
        const one = all.find(({ id }) => id === served.commitmentId)
        if (!one) return assert.equal(served.servedBy, 'none')
        assert.deepEqual(
          [served.servedBy, one.state, one.kind, canCount(one, wanted)],
          ['rule', 'active', wanted.kind, true],
        )
      }),
    )
  })
})
