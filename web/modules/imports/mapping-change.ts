// Corrections of a plan as they are collected before they are sent.
import type { BodyOf } from '#core/contract.ts'
import type { changeMapping } from '#modules/imports/import.contract.ts'

export type MappingChange = Omit<BodyOf<typeof changeMapping>, 'version'>
type ColumnChange = NonNullable<MappingChange['columns']>[number]

function joinColumns(before: readonly ColumnChange[] = [], after: readonly ColumnChange[] = []): ColumnChange[] {
  const joined = new Map(before.map(column => [column.index, column]))
  for (const column of after) {
    const known = joined.get(column.index)
    const options = { ...known?.options, ...column.options }
    joined.set(column.index, { ...known, ...column, ...(Object.keys(options).length > 0 && { options }) })
  }
  return [...joined.values()]
}

/** Later choices win; choices for different columns add up. */
export function joinChanges(before: MappingChange, after: MappingChange): MappingChange {
  const columns = joinColumns(before.columns, after.columns)
  const options = { ...before.options, ...after.options }
  return {
    ...before,
    ...after,
    ...(columns.length > 0 && { columns }),
    ...(Object.keys(options).length > 0 && { options }),
  }
}

export const nothing: MappingChange = {}
export const isEmpty = (change: MappingChange): boolean => Object.keys(change).length === 0
