// What a posting changes: the reversals and new entries that bring (module, activity) from its live entries to the wanted lines.

import type { Entry, EntryContent, PartyKey } from '#modules/ledger/ledger.shapes.ts'
import { LedgerInputError } from '#modules/ledger/ledger-input-error.ts'
import { daysIncluded } from '#modules/ledger/periods.ts'
import { INPUT_DECIMALS, INTEGER_DIGITS, KEPT_DECIMALS, parseQuantity, quantityText } from '#modules/ledger/quantity.ts'

/** A line that an activity wants in the ledger; `commitmentId` = the commitment it names, null when it names none. */
export type PostingLine = EntryContent & { lineKey: string; commitmentId: string | null }

export type PostingPlan = {
  /** Live entries to take back: write a copy of each with a new id and `reversesId` = its id. */
  reversals: Entry[]
  /** Lines to post. `keptCommitmentId` is what a person had chosen for the line before; it goes before the rule. */
  postings: { line: PostingLine; keptCommitmentId: string | null }[]
  /** Live entries that already say the wanted thing. */
  unchanged: Entry[]
}

const LONGEST_DAYS = 36_525

/** The entries that stand: neither reversals nor reversed. */
export function liveEntries(entries: readonly Entry[]): Entry[] {
  const reversed = new Set(entries.map(entry => entry.reversesId))
  return entries.filter(entry => entry.reversesId === null && !reversed.has(entry.id))
}

/** Refuses a line that no sum can be made of, with a LedgerInputError that names the field. */
export function checkLine(line: EntryContent): void {
  const quantity = parseQuantity(line.baseQuantity)
  if (quantity <= 0n) {
    throw new LedgerInputError('quantity.not_positive', 'baseQuantity')
  }
  if (quantity % 10n ** BigInt(KEPT_DECIMALS - INPUT_DECIMALS) !== 0n) {
    throw new LedgerInputError('quantity.too_long', 'baseQuantity', { whole: INTEGER_DIGITS, decimals: INPUT_DECIMALS })
  }
  const days = daysIncluded(line.startOn, line.endOn)
  if (days < 1) throw new LedgerInputError('entry.ends_before_start', 'endOn')
  if (days > LONGEST_DAYS) throw new LedgerInputError('entry.too_long', 'endOn')
  if ((line.unit === 'money') !== (line.currency !== null)) {
    throw new LedgerInputError(line.unit === 'money' ? 'entry.currency_missing' : 'entry.currency_unused', 'currency')
  }
}

function isSameParty(a: PartyKey, b: PartyKey): boolean {
  return a.organisationId === b.organisationId && a.unitId === b.unitId
}

const plainFields = ['kind', 'unit', 'currency', 'startOn', 'endOn', 'status', 'field', 'agreementId'] as const

/**
 * True when two entries say the same: every field of EntryContent is equal, quantities by value ("5" = "5.0"),
 * dates as written (a month is not its first day). Evidence, poster and time are no content.
 */
export function isSameContent(a: EntryContent, b: EntryContent): boolean {
  return (
    plainFields.every(field => a[field] === b[field]) &&
    parseQuantity(a.baseQuantity) === parseQuantity(b.baseQuantity) &&
    isSameParty(a.from, b.from) &&
    isSameParty(a.to, b.to)
  )
}

/** A line that names no commitment agrees with whatever the rule or a person found; else it must be the named one. */
function isSameService(entry: Entry, line: PostingLine): boolean {
  if (line.commitmentId === null) return entry.servedBy !== 'activity'
  return entry.servedBy === 'activity' && entry.commitmentId === line.commitmentId
}

/**
 * Plans a posting of all lines of one (module, activity). `entries` are its entries, reversals among them.
 * Posting the same lines again plans nothing; no lines at all reverses everything.
 */
export function planPosting(entries: readonly Entry[], lines: readonly PostingLine[]): PostingPlan {
  const live = Map.groupBy(liveEntries(entries), entry => entry.lineKey)
  const plan: PostingPlan = { reversals: [], postings: [], unchanged: [] }
  const wanted = new Set<string>()
  for (const line of lines) {
    checkLine(line)
    if (wanted.has(line.lineKey)) {
      throw new LedgerInputError('posting.line_twice', 'lineKey', { line: line.lineKey })
    }
    wanted.add(line.lineKey)
    const standing = live.get(line.lineKey) ?? []
    const same = standing.find(entry => isSameContent(entry, line) && isSameService(entry, line))
    plan.reversals.push(...standing.filter(entry => entry !== same))
    if (same) {
      plan.unchanged.push(same)
      continue
    }
    const chosen = line.commitmentId === null ? standing.find(entry => entry.servedBy === 'person') : undefined
    const keptCommitmentId = chosen?.commitmentId ?? null
    const baseQuantity = quantityText(parseQuantity(line.baseQuantity))
    plan.postings.push({ line: { ...line, baseQuantity }, keptCommitmentId })
  }
  for (const [lineKey, standing] of live) if (!wanted.has(lineKey)) plan.reversals.push(...standing)
  return plan
}

/** The entry that takes another one back: the same in everything but its id. */
export function reversalOf(entry: Entry, id: string): Entry {
  return { ...entry, id, reversesId: entry.id }
}
