// Decisions about rows: one at a time, or the same for all rows that a filter finds, with progress and a way to stop.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BodyOf } from '#core/contract.ts'
import { decideRow, getImport, type ImportRun, listRows } from '#modules/imports/import.contract.ts'
import { call } from '../../../core/api.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { toast } from '../../../kit/toasts.tsx'
import type { RowQuery } from './row-filters.ts'

export type RowDecision = BodyOf<typeof decideRow>

export function useRowDecision(run: ImportRun) {
  const write = useWrite(decideRow, { refreshes: [listRows, getImport] })
  const decide = (row: number, body: RowDecision) => write.mutateAsync({ params: { id: run.id, row }, body })
  return { decide, isPending: write.isPending }
}

export interface BulkProgress {
  done: number
  total: number
}

const pageOfRows = 500
const atOnce = 4

/** Numbers of all rows a filter finds; read before anything changes, as decided rows may leave the filter. */
async function rowNumbers(run: ImportRun, query: RowQuery, except: ReadonlySet<string>, signal: AbortSignal) {
  const found: number[] = []
  for (let offset = 0; ; offset += pageOfRows) {
    const page = await call(listRows, {
      params: { id: run.id },
      query: { ...query, offset, limit: pageOfRows },
      signal,
    })
    found.push(...page.items.map(row => row.row))
    if (found.length >= page.total || page.items.length === 0) break
  }
  return found.filter(row => !except.has(String(row)))
}

export function useBulkDecision(run: ImportRun) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const stop = useRef<AbortController | null>(null)

  const apply = async (rows: readonly number[], body: RowDecision, signal: AbortSignal) => {
    let done = 0
    const waiting = [...rows]
    const worker = async () => {
      for (let row = waiting.shift(); row !== undefined && !signal.aborted; row = waiting.shift()) {
        await call(decideRow, { params: { id: run.id, row }, body, signal })
        done += 1
        setProgress({ done, total: rows.length })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }
  /** `rows` are numbers, or a filter that finds them. */
  const decideAll = async (
    rows: readonly number[] | { query: RowQuery; except: ReadonlySet<string> },
    body: RowDecision,
  ): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    setProgress({ done: 0, total: 0 })
    try {
      const numbers = 'query' in rows ? await rowNumbers(run, rows.query, rows.except, control.signal) : rows
      await apply(numbers, body, control.signal)
    } catch (error) {
      if (!control.signal.aborted) toast({ tone: 'bad', text: sentenceFor(error) })
      control.abort()
    } finally {
      setProgress(null)
      for (const { path } of [listRows, getImport]) void client.invalidateQueries({ queryKey: [path] })
    }
  }
  return { decideAll, progress, stop: () => stop.current?.abort() }
}
