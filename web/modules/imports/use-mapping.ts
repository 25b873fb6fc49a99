// Corrections of a plan: shown at once, sent one after another, as the server plans anew after each of them.
import { useCallback, useEffect, useRef, useState } from 'react'
import { changeMapping, getImport, type ImportRun } from '#modules/imports/import.contract.ts'
import { ProblemError, sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { toast } from '../../kit/toasts.tsx'
import { may } from './import-words.tsx'
import { isEmpty, joinChanges, type MappingChange, nothing } from './mapping-change.ts'

export interface Mapping {
  change: (change: MappingChange) => void
  /** What was chosen here and is not planned yet. */
  pending: MappingChange
  isWaiting: boolean
}

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
