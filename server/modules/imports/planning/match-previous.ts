// Recognises the rows of an earlier version of the same list, so that a second import shows only the differences.
import { createHash } from 'node:crypto'
import { fold } from '#modules/registry/index.ts'
import { cellText } from '../meaning/cell-text.ts'
import { agreementOf, type RowContext } from '../writing/agreement-of-row.ts'
import type { PlannedRow } from './plan.ts'

export interface WrittenRow {
  row: PlannedRow
  /** The record that the earlier version of the row became. */
  recordId: string
}

/** The texts of the cells, whatever their formats; equal for rows that say the same. */
export function fingerprintOf(row: Pick<PlannedRow, 'cells'>): string {
  const texts = row.cells.map(cell => cellText(cell).trim())
  while (texts.at(-1) === '') texts.pop()
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url')
}

type KeyOf = (row: PlannedRow) => string | null

const partnersOf = ({ understood }: PlannedRow): string =>
  understood.partners
    .map(one => fold(one.input))
    .sort()
    .join('+')
const kindsOf = ({ understood }: PlannedRow): string => [...understood.kinds].sort().join('+')

/** From the surest sign of the same record to the weakest; a key counts only where it is the only one on both sides. */
const keys: { of: KeyOf; mayRepeat: boolean }[] = [
  { of: row => row.fingerprint, mayRepeat: true },
  { of: ({ understood }) => (understood.number ? fold(understood.number) : null), mayRepeat: false },
  {
    of: row => (row.understood.signed ? `${partnersOf(row)}|${kindsOf(row)}|${row.understood.signed.on}` : null),
    mayRepeat: false,
  },
  { of: row => `${partnersOf(row)}|${kindsOf(row)}|${fold(row.understood.title ?? '')}`, mayRepeat: false },
  { of: row => `${partnersOf(row)}|${kindsOf(row)}`, mayRepeat: false },
]

/** Sets `existingId` of rows that stood in the earlier version, and the fields in which they differ from it. */
export function matchPrevious(rows: readonly PlannedRow[], written: readonly WrittenRow[], context: RowContext): void {
  const open = new Set(rows.filter(row => row.understood.skipped === undefined))
  const left = new Set(written)
  for (const { of, mayRepeat } of keys) {
    const before = Map.groupBy([...left], one => of(one.row))
    const now = Map.groupBy([...open], of)
    for (const [key, candidates] of now) {
      const earlier = key === null ? undefined : before.get(key)
      if (!earlier || (!mayRepeat && (candidates.length > 1 || earlier.length > 1))) continue
      for (const [at, row] of candidates.entries()) {
        const one = earlier[at]
        if (!one) break
        row.existingId = one.recordId
        row.understood.changed = one.row.fingerprint === row.fingerprint ? [] : changedFields(one.row, row, context)
        open.delete(row)
        left.delete(one)
      }
    }
  }
}

/** Fields that differ between two versions of a row, decisions aside. */
export function changedFields(before: PlannedRow, after: PlannedRow, context: RowContext): string[] {
  const plain = (row: PlannedRow) => agreementOf({ ...row, decisions: {} }, context) as Record<string, unknown>
  const [old, fresh] = [plain(before), plain(after)]
  const ids = (row: PlannedRow) => row.understood.partnerKeys.join('+')
  const fields = Object.keys({ ...old, ...fresh }).filter(
    field => field !== 'parties' && JSON.stringify(old[field] ?? null) !== JSON.stringify(fresh[field] ?? null),
  )
  return ids(before) === ids(after) ? fields : [...fields, 'parties']
}
