// Balances for readers: what homes gave and received, by kind and unit, confirmed and planned, and by year.
import type { BalanceLine } from './ledger.contract.ts'
import type { Unit } from './ledger.terms.ts'
import { displayQuantity, parseQuantity, quantityText } from './quantity.ts'
import type { BalanceSum } from './totals.store.ts'

/** One line per kind, unit and currency, in the order of the words. */
export function presentBalance(sums: readonly BalanceSum[]): BalanceLine[] {
  const groups = Map.groupBy(sums, sum => JSON.stringify([sum.kind, sum.unit, sum.currency]))
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => lineOf(group))
    .filter(line => [line.given, line.received, line.plannedGiven, line.plannedReceived].some(text => text !== '0'))
}

function lineOf(group: readonly BalanceSum[]): BalanceLine {
  const { kind, unit, currency } = group[0]!
  const show = (base: bigint) => displayQuantity(quantityText(base), unit as Unit)
  const sum = (status: string, outgoing: boolean, year?: number) =>
    group
      .filter(one => one.status === status && one.outgoing === outgoing && (year === undefined || one.year === year))
      .reduce((total, one) => total + parseQuantity(one.base_quantity), 0n)
  const [given, received] = [sum('confirmed', true), sum('confirmed', false)]
  const [plannedGiven, plannedReceived] = [sum('planned', true), sum('planned', false)]
  const years = [...new Set(group.map(one => one.year))].sort((a, b) => a - b)
  return {
    kind,
    unit: unit as Unit,
    currency: currency === '' ? null : currency,
    given: show(given),
    received: show(received),
    balance: show(given - received),
    plannedGiven: show(plannedGiven),
    plannedReceived: show(plannedReceived),
    plannedBalance: show(plannedGiven - plannedReceived),
    years: years.map(year => ({
      year,
      given: show(sum('confirmed', true, year)),
      received: show(sum('confirmed', false, year)),
    })),
  }
}
