// A balance of money in one common currency, with the dated rate that each line was converted at.

import type { Balance, BalancedLine } from '#modules/ledger/balance.ts'
import { emptyRunning, flowsOf } from '#modules/ledger/balance.ts'
import type { DayText } from '#modules/ledger/ledger.shapes.ts'
import { divide, multiply, parseQuantity, quantityText } from '#modules/ledger/quantity.ts'

/** One unit of `base` costs `rate` units of `quote` from this day on, as `source` said. ISO 4217 codes. */
export type DatedRate = { base: string; quote: string; rate: string; on: DayText; source: string }

/** `amount` is null when no rate was known on the day; such a line is in no sum. Amounts are decimal text. */
export type ConvertedLine = BalancedLine & { amount: string | null; rate: DatedRate | null }

/** The newest rate between two currencies that was known on a day. */
export function rateOn(rates: readonly DatedRate[], from: string, to: string, day: DayText): DatedRate | null {
  let newest: DatedRate | null = null
  for (const rate of rates) {
    const isPair = (rate.base === from && rate.quote === to) || (rate.base === to && rate.quote === from)
    if (!isPair || rate.on > day) continue
    const isBetter = newest === null || rate.on > newest.on || (rate.on === newest.on && rate.base === from)
    if (isBetter) newest = rate
  }
  return newest
}

function convert(balanced: BalancedLine, currency: string, rates: readonly DatedRate[]): ConvertedLine {
  const { line, quantity } = balanced
  if (line.currency === currency) return { ...balanced, amount: quantity, rate: null }
  const rate = line.currency === null ? null : rateOn(rates, line.currency, currency, line.on)
  if (rate === null) return { ...balanced, amount: null, rate }
  const price = parseQuantity(rate.rate)
  const given = parseQuantity(quantity)
  const amount = rate.base === line.currency ? multiply(given, price) : divide(given, price)
  return { ...balanced, amount: quantityText(amount), rate }
}

/** The balance in a common currency, the lines with their rates, and the currencies that could not be converted. */
export function balanceInCurrency(
  balanced: readonly BalancedLine[],
  currency: string,
  rates: readonly DatedRate[],
): { balance: Balance; lines: ConvertedLine[]; unconverted: string[] } {
  const lines = balanced.map(line => convert(line, currency, rates))
  const running = emptyRunning()
  const unconverted = new Set<string>()
  for (const { line, direction, amount } of lines) {
    if (amount === null) unconverted.add(line.currency ?? '')
    else running[line.status][direction] += parseQuantity(amount)
  }
  return { balance: { currency, ...flowsOf(running) }, lines, unconverted: [...unconverted].sort() }
}
