// What the months of entries between homes and partners come to: liveliness for the pulse, sums by kind for the page.
import type { ActivityRow, BetweenRow } from '../standing.store.ts'

export interface EntrySum {
  kind: string
  confirmed: number
  planned: number
  lastOn: string | null
}

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)

/** Undefined without any entry. */
export function activityOf(rows: readonly BetweenRow[]): Omit<ActivityRow, 'key'> | undefined {
  if (rows.length === 0) return undefined
  const confirmed = rows.filter(row => row.status === 'confirmed')
  const months: Record<string, number> = {}
  for (const { month, counted } of confirmed) if (counted > 0) months[month] = (months[month] ?? 0) + counted
  return {
    months,
    last_confirmed_on: latest(confirmed.map(row => row.last_counted_on)),
    last_entry_on: latest(rows.map(row => row.last_counted_on)),
    next_entry_on: earliest(rows.map(row => row.next_start_on)),
    unconfirmed: rows.reduce((sum, row) => sum + row.unconfirmed, 0),
  }
}

/** How many entries of each kind there are, the most confirmed first. */
export function sumsByKind(rows: readonly BetweenRow[]): EntrySum[] {
  const count = (of: readonly BetweenRow[]) => of.reduce((sum, row) => sum + row.entries, 0)
  return [...Map.groupBy(rows, row => row.kind)]
    .map(([kind, ofKind]) => {
      const confirmed = ofKind.filter(row => row.status === 'confirmed')
      return {
        kind,
        confirmed: count(confirmed),
        planned: count(ofKind) - count(confirmed),
        lastOn: latest(confirmed.map(row => row.last_start_on)),
      }
    })
    .sort((a, b) => b.confirmed - a.confirmed || (a.kind < b.kind ? -1 : 1))
}
