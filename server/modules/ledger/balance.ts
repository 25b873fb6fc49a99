// The balance between two organisations: what went one way less what went the other, with the planned beside it.

import type { DayText, Entry, PartyKey } from '#modules/ledger/ledger.shapes.ts'
import type { EntryState, Unit } from '#modules/ledger/ledger.terms.ts'
import { LedgerInputError } from '#modules/ledger/ledger-input-error.ts'
import { daysIncluded, firstDay, lastDay, splitOverPeriods } from '#modules/ledger/periods.ts'
import type { Quantity } from '#modules/ledger/quantity.ts'
import { judged, multiply, ONE, parseQuantity, quantityText, unitsSplitByDays } from '#modules/ledger/quantity.ts'
import type { MonthTotal } from '#modules/ledger/totals.ts'
import { signedQuantity } from '#modules/ledger/totals.ts'

/** Days included; until null = no end. */
export type Window = { from: DayText; until: DayText | null }

/** One end of the balance: an organisation with all its units (`unitIds` null) or only the listed units. */
export type BalanceSide = { organisationId: string; unitIds: readonly string[] | null }

/** What is weighed: a piece of an entry, or a row of the totals (`days` null: rows do not know how long a stay was). */
export type BalanceLine = {
  from: PartyKey
  to: PartyKey
  kind: string
  unit: Unit
  currency: string | null
  agreementId: string | null
  status: EntryState
  /** The day on which it counts; of a row of the totals, the first of its month. */
  on: DayText
  baseQuantity: string
  days: number | null
}

/** "A semester counts 0.5": the first rule that matches a line multiplies it; none = 1. Null matches everything. */
export type WeightRule = {
  kind: string | null
  unit: Unit
  /** Length of the stay in days, both included. */
  shortestDays: number | null
  longestDays: number | null
  weight: string
}

export type BalanceRequest = {
  home: BalanceSide
  partner: BalanceSide
  /** Null = all kinds. */
  kinds: readonly string[] | null
  unit: Unit
  confirmedIn: Window
  plannedIn: Window
  /** Agreement id -> its weights. */
  weights?: Readonly<Record<string, readonly WeightRule[]>>
}

/** Base quantities as decimal text; balance = out - in. */
export type Flow = { out: string; in: string; balance: string }
export type Balance = { currency: string | null; confirmed: Flow; planned: Flow }

/** A line of the balance that counts, with its direction as seen from home, its weighted quantity and its place in the lines. */
export type BalancedLine = { line: BalanceLine; direction: 'out' | 'in'; quantity: string }

/** Lines from entries, cut to a window by days where the unit is split by days. */
export function linesOfEntries(entries: readonly Entry[], window: Window): BalanceLine[] {
  const validity = { period: { kind: 'whole_term' }, validFrom: window.from, validUntil: window.until } as const
  return entries.flatMap(entry => {
    const { from, to, kind, unit, currency, agreementId, status } = entry
    const shape = {
      from,
      to,
      kind,
      unit,
      currency,
      agreementId,
      status,
      days: daysIncluded(entry.startOn, entry.endOn),
    }
    const first = firstDay(entry.startOn).toString()
    if (!unitsSplitByDays.includes(unit)) {
      return isInWindow(first, window)
        ? [{ ...shape, on: first, baseQuantity: quantityText(signedQuantity(entry)) }]
        : []
    }
    return splitOverPeriods(validity, entry, signedQuantity(entry))
      .filter(({ key }) => key === window.from)
      .map(part => ({
        ...shape,
        on: isInWindow(first, window) ? first : window.from,
        baseQuantity: quantityText(part.quantity),
      }))
  })
}

/** Lines from rows of the totals. The window must begin and end with a month. */
export function linesOfTotals(totals: readonly MonthTotal[], window: Window): BalanceLine[] {
  const isWhole = window.until === null || lastDay(window.until.slice(0, 7)).toString() === window.until
  if (!window.from.endsWith('-01') || !isWhole) {
    throw new LedgerInputError('balance.window', 'window')
  }
  return totals
    .filter(({ month }) => isInWindow(month, window))
    .map(({ month, entries: _, ...total }) => ({ ...total, on: month, days: null }))
}

/** True when an agreement's weights depend on the length of stays, so that only entries will do. */
export function needsEntries(rules: readonly WeightRule[]): boolean {
  return rules.some(({ shortestDays, longestDays }) => shortestDays !== null || longestDays !== null)
}

function isInWindow(day: DayText, { from, until }: Window): boolean {
  return from <= day && (until === null || day <= until)
}

function isOn(side: BalanceSide, party: PartyKey): boolean {
  if (side.organisationId !== party.organisationId) return false
  return side.unitIds === null || (party.unitId !== null && side.unitIds.includes(party.unitId))
}

function weightOf(line: BalanceLine, rules: readonly WeightRule[]): Quantity {
  if (line.days === null && needsEntries(rules)) {
    throw new LedgerInputError('balance.needs_entries', 'weights')
  }
  const days = line.days ?? 0
  const rule = rules.find(
    ({ kind, unit, shortestDays, longestDays }) =>
      (kind === null || kind === line.kind) &&
      unit === line.unit &&
      (shortestDays === null || days >= shortestDays) &&
      (longestDays === null || days <= longestDays),
  )
  return rule ? parseQuantity(rule.weight) : ONE
}

/** The lines that count in a balance, each with its direction and weighted base quantity. */
export function balancedLines(lines: readonly BalanceLine[], request: BalanceRequest): BalancedLine[] {
  const { home, partner, kinds, unit, confirmedIn, plannedIn, weights = {} } = request
  return lines.flatMap(line => {
    if (line.unit !== unit || (kinds !== null && !kinds.includes(line.kind))) return []
    if (!isInWindow(line.on, line.status === 'confirmed' ? confirmedIn : plannedIn)) return []
    const isOut = isOn(home, line.from) && isOn(partner, line.to)
    const isIn = isOn(partner, line.from) && isOn(home, line.to)
    if (isOut === isIn) return []
    const weight = weightOf(line, (line.agreementId !== null && weights[line.agreementId]) || [])
    const quantity = quantityText(multiply(parseQuantity(line.baseQuantity), weight))
    return [{ line, direction: isOut ? ('out' as const) : ('in' as const), quantity }]
  })
}

type Running = Record<EntryState, { out: Quantity; in: Quantity }>

/** Nothing yet, either way. */
export function emptyRunning(): Running {
  return { confirmed: { out: 0n, in: 0n }, planned: { out: 0n, in: 0n } }
}

export function flowsOf(running: Running): { confirmed: Flow; planned: Flow } {
  // Weighted parts of a split line are rounded at 10^-12 one by one; judging removes that from the sums.
  const flow = (sum: { out: Quantity; in: Quantity }): Flow => ({
    out: quantityText(judged(sum.out)),
    in: quantityText(judged(sum.in)),
    balance: quantityText(judged(sum.out) - judged(sum.in)),
  })
  return { confirmed: flow(running.confirmed), planned: flow(running.planned) }
}

/**
 * The balance as home sees it. One result (currency null) for every unit but `money`, where there is one per currency,
 * in the order of the codes. No lines at all give zeros, for money an empty list.
 */
export function balance(lines: readonly BalanceLine[], request: BalanceRequest): Balance[] {
  const sums = new Map<string | null, Running>()
  if (request.unit !== 'money') sums.set(null, emptyRunning())
  for (const { line, direction, quantity } of balancedLines(lines, request)) {
    const currency = request.unit === 'money' ? line.currency : null
    const running = sums.get(currency) ?? emptyRunning()
    running[line.status][direction] += parseQuantity(quantity)
    sums.set(currency, running)
  }
  return [...sums]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([currency, running]) => ({ currency, ...flowsOf(running) }))
}
