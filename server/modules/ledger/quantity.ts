// Exact quantities: decimal text outside, integers of 10^-12 inside, never a float.

import type { Unit } from '#modules/ledger/ledger.terms.ts'
import { LedgerInputError } from '#modules/ledger/ledger-input-error.ts'

/**
 * A quantity in integers of 10^-12. In the database and on the wire it is decimal text (`numeric`), see `quantityText`.
 *
 * Quantities are held as *base quantities*: for `person_month` in thirtieths of a month (quantity x 30, that is days),
 * so that days / 30 are exact; for every other unit the base quantity is the quantity itself.
 */
export type Quantity = bigint

/** Digits after the point that are kept; only the split of a line by days ever needs more than `INPUT_DECIMALS`. */
export const KEPT_DECIMALS = 12
/** Digits after the point that a person or a module may give. */
export const INPUT_DECIMALS = 6
export const ONE: Quantity = 10n ** BigInt(KEPT_DECIMALS)

// The split by days truncates at 10^-12; judging at 10^-6 makes three thirds equal to one again (ADR 0010).
const JUDGED_STEP = 10n ** BigInt(KEPT_DECIMALS - INPUT_DECIMALS)
/** Digits before the point. */
export const INTEGER_DIGITS = 24
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

const DAYS_PER_MONTH = 30n

/** Units whose lines are split by days over the border of a period. */
export const unitsSplitByDays: readonly Unit[] = ['person_month', 'day', 'hour']

/** How many base units make one unit: 30 for `person_month`, else 1. */
export function baseUnits(unit: Unit): bigint {
  return unit === 'person_month' ? DAYS_PER_MONTH : 1n
}

function parseDecimal(text: string, decimals: number, field: string): Quantity {
  const match = DECIMAL.exec(text)
  if (!match) {
    throw new LedgerInputError('quantity.malformed', field, { text: text.slice(0, 40) })
  }
  const [, sign, whole = '', fraction = ''] = match
  const significant = fraction.replace(/0+$/, '')
  if (whole.replace(/^0+/, '').length > INTEGER_DIGITS || significant.length > decimals) {
    throw new LedgerInputError('quantity.too_long', field, { whole: INTEGER_DIGITS, decimals })
  }
  const scaled = BigInt(whole) * ONE + BigInt(significant.padEnd(KEPT_DECIMALS, '0'))
  return sign === '-' ? -scaled : scaled
}

/** Reads decimal text as the database gives it; throws LedgerInputError when it is none. */
export function parseQuantity(text: string): Quantity {
  return parseDecimal(text, KEPT_DECIMALS, 'quantity')
}

/** Canonical decimal text: no exponent, no trailing zeros, no minus zero. */
export function quantityText(quantity: Quantity): string {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(KEPT_DECIMALS + 1, '0')
  const whole = digits.slice(0, -KEPT_DECIMALS)
  const fraction = digits.slice(-KEPT_DECIMALS).replace(/0+$/, '')
  return (quantity < 0n ? '-' : '') + whole + (fraction ? `.${fraction}` : '')
}

/** The base quantity, as decimal text, of a quantity that a person gives: "2.5" person_month -> "75". Must be > 0. */
export function toBaseQuantity(text: string, unit: Unit, field = 'quantity'): string {
  const quantity = parseDecimal(text, INPUT_DECIMALS, field)
  if (quantity <= 0n) throw new LedgerInputError('quantity.not_positive', field)
  return quantityText(quantity * baseUnits(unit))
}

/** The base quantity, as decimal text, of `persons` who stay `days` days, for `person_month` and for `day`. */
export function baseQuantityOfDays(days: number, persons = 1): string {
  return quantityText(BigInt(days) * BigInt(persons) * ONE)
}

/** The exact quantity behind a base quantity as a reduced fraction: "17" person_month -> 17/30. */
export function quantityFraction(baseQuantity: string, unit: Unit): { numerator: bigint; denominator: bigint } {
  const numerator = parseQuantity(baseQuantity)
  const denominator = ONE * baseUnits(unit)
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The quantity for display: "17" person_month -> "0.57". Half is rounded away from zero; zeros at the end are left out. */
export function displayQuantity(baseQuantity: string, unit: Unit, decimals = 2): string {
  const step = 10n ** BigInt(KEPT_DECIMALS - decimals)
  return quantityText(divideRounded(parseQuantity(baseQuantity), baseUnits(unit) * step) * step)
}

/** a / b rounded to an integer, half away from zero; b > 0. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const half = a < 0n ? -b : b
  return (2n * a + half) / (2n * b)
}

/** The quantity as it is judged: rounded to 10^-6, so that fractions which are equal compare equal. */
export function judged(quantity: Quantity): Quantity {
  return divideRounded(quantity, JUDGED_STEP) * JUDGED_STEP
}

/** Product of two quantities (a weight or a rate is one), rounded to 10^-12. */
export function multiply(a: Quantity, b: Quantity): Quantity {
  return divideRounded(a * b, ONE)
}

/** Quotient of two quantities, rounded to 10^-12; b must be > 0. */
export function divide(a: Quantity, b: Quantity): Quantity {
  if (b <= 0n) throw new LedgerInputError('rate.not_positive', 'rate')
  return divideRounded(a * ONE, b)
}

/**
 * The part of `total` that falls on the days from (inclusive) to (exclusive), counted from 0, of a span of `days` days.
 * Parts are differences of one running sum, so the parts of any partition add up to `total` exactly.
 */
export function partByDays(total: Quantity, days: number, from: number, to: number): Quantity {
  const upTo = (day: number) => (total * BigInt(day)) / BigInt(days)
  return upTo(to) - upTo(from)
}
