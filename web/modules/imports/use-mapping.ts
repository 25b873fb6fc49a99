// Corrections of a plan: shown at once, sent one after another, as the server plans anew after each of them.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BodyOf } from '#core/contract.ts'
import { changeMapping, getImport, type ImportRun } from '#modules/imports/import.contract.ts'
import { ProblemError, sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { toast } from '../../kit/toasts.tsx'
import { may } from './import-words.tsx'

export type MappingChange = Omit<BodyOf<typeof changeMapping>, 'version'>
type ColumnChange = NonNullable<MappingChange['columns']>[number]

export interface Mapping {
  change: (change: MappingChange) => void
  /** What was chosen here and is not planned yet. */
  pending: MappingChange
  isWaiting: boolean
}

function joinColumns(before: readonly ColumnChange[] = [], after: readonly ColumnChange[] = []): ColumnChange[] {
  const joined = new Map(before.map(column => [column.index, column]))
  for (const column of after) {
    const known = joined.get(column.index)
    joined.set(column.index, { ...known, ...column, options: { ...known?.options, ...column.options } })
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

const nothing: MappingChange = {}
const isEmpty = (change: MappingChange): boolean => Object.keys(change).length === 0

export function useMapping(run: ImportRun): Mapping {
  const [waiting, setWaiting] = useState<MappingChange>(nothing)
  const [sent, setSent] = useState<MappingChange>(nothing)
  const isSending = useRef(false)
  const write = useWrite(changeMapping, { refreshes: [getImport] })
  const isFree = may(run, 'map')
  const { id, version } = run
  const { mutateAsync } = write

  useEffect(() => {
    if (!isFree || isSending.current) return
    if (isEmpty(waiting)) {
      setSent(before => (isEmpty(before) ? before : nothing))
      return
    }
    isSending.current = true
    setSent(waiting)
    setWaiting(nothing)
    mutateAsync({ params: { id }, body: { ...waiting, version } })
      .catch((error: unknown) => {
        const isStale = error instanceof ProblemError && error.status === 409
        toast({ tone: 'bad', text: sentenceFor(error) })
        if (!isStale) setSent(nothing)
      })
      .finally(() => {
        isSending.current = false
      })
  }, [isFree, waiting, id, version, mutateAsync])

  const change = useCallback((next: MappingChange) => setWaiting(before => joinChanges(before, next)), [])
  return { change, pending: joinChanges(sent, waiting), isWaiting: !isEmpty(waiting) || !isEmpty(sent) }
}
