// Recognises the rows of a list that was exported from here by the ids of their records; only edited cells are changes.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listVisibleAgreements, type OriginalRow, originalsOf } from '#modules/agreements/index.ts'
import { cellText } from '../meaning/cell-text.ts'
import { understandRow } from '../meaning/row.ts'
import type { RowColumn } from '../meaning/understood-row.ts'
import type { RowContext } from '../writing/agreement-of-row.ts'
import { changedFields } from './match-previous.ts'
import type { PlannedRow, TablePlan } from './plan.ts'
import { partnerKey } from './plan-table.ts'

export interface ExportedRecords {
  db: Db
  reader: Actor
  homeId: string
  context: RowContext
  today: Temporal.PlainDate
}

/** Sets `existingId` of rows whose record is one of this home, and the fields that somebody edited in the list. */
export async function matchExported(
  plan: TablePlan,
  ids: ReadonlyMap<number, string>,
  { db, reader, homeId, context, today }: ExportedRecords,
): Promise<void> {
  const visible = (await listVisibleAgreements(db, reader, [...ids.values()])).map(row => row.id)
  const originals = await originalsOf(db, homeId, visible)
  for (const row of plan.rows) {
    const id = ids.get(row.row)
    const original = id === undefined ? undefined : originals.get(id)
    if (id === undefined || original === undefined || row.understood.skipped !== undefined) continue
    row.existingId = id
    const before = original === null ? null : cellsOf(plan, original)
    if (before === null || isSame(plan, before, row)) continue
    const understood = understandRow(before, plan.columns as unknown as RowColumn[], { today, listKind: plan.listKind })
    const partnerKeys = understood.partners.map(partnerKey)
    const earlier = { ...row, cells: before, understood: { ...understood, partnerKeys, similar: [], changed: [] } }
    row.understood.earlier = changedFields(earlier, row, context)
    row.understood.changed = Object.keys(row.understood.earlier)
  }
}

/** The cells of an original row in the order of the columns of this list; headers may repeat. */
function cellsOf(plan: TablePlan, original: OriginalRow): (string | null)[] {
  const values = Map.groupBy(original.cells, cell => cell.header)
  const cells: (string | null)[] = []
  for (const { index, source } of plan.columns) cells[index] = values.get(source)?.shift()?.value ?? null
  return cells
}

const isSame = ({ columns }: TablePlan, before: readonly (string | null)[], { cells }: PlannedRow): boolean =>
  columns.every(({ index }) => cellText(cells[index] ?? null).trim() === (before[index] ?? '').trim())
