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
  const open = new Set(rows.filter(row => row.understood.skipped === undefined && row.existingId === null))
  const taken = new Set(rows.map(row => row.existingId))
  const left = new Set(written.filter(one => !taken.has(one.recordId)))
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
        const changed = one.row.fingerprint === row.fingerprint ? {} : changedFields(one.row, row, context)
        row.understood.changed = Object.keys(changed)
        row.understood.earlier = changed
        open.delete(row)
        left.delete(one)
      }
    }
  }
}

/** Partners are compared by what the cells say; the reason goes with the state. */
const notCompared: ReadonlySet<string> = new Set(['parties', 'stateReason'])

/** A day written in another way is the same day. */
function comparable(value: unknown): string {
  if (value === null || typeof value !== 'object' || !('on' in value)) return JSON.stringify(value ?? null)
  const { on, precision } = value as { on: string; precision: string }
  return `${on} ${precision}`
}

/** Fields that differ between two versions of a row, decisions aside, with what the earlier one said. */
export function changedFields(before: PlannedRow, after: PlannedRow, context: RowContext): Record<string, unknown> {
  const plain = (row: PlannedRow) => agreementOf({ ...row, decisions: {} }, context) as Record<string, unknown>
  const [old, fresh] = [plain(before), plain(after)]
  const isChanged = (field: string) =>
    !notCompared.has(field) &&
    // A list that says nothing of the state any more does not take it back.
    (field !== 'state' || fresh.state !== undefined) &&
    comparable(old[field]) !== comparable(fresh[field])
  const fields = Object.keys({ ...old, ...fresh }).filter(isChanged)
  const changed = Object.fromEntries(fields.map(field => [field, old[field] ?? null]))
  const keys = (row: PlannedRow) => row.understood.partnerKeys.join('+')
  if (keys(before) !== keys(after)) changed.parties = before.understood.partners.map(partner => partner.input)
  return changed
}
