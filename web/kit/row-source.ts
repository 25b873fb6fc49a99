// Where a table's rows come from: an array that is here, or pages of a list of any length on the server.
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { QueryOf, ResponseOf, RouteContract } from '#core/contract.ts'
import type { CallArguments, CallInput } from '../core/api.ts'
import { callOptions } from '../core/query.ts'

export interface RowSource<T> {
  /** Undefined until the first answer. */
  total: number | undefined
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => T | undefined
  /** Tells which rows are seen; their pages are fetched. */
  want: (first: number, last: number) => void
  /** The rows shown belong to an earlier question. */
  isStale: boolean
  error: Error | null
  retry: () => void
}

const nothing = () => {}

/** Rows that are all here. */
export function useLocalRows<T>(
  rows: readonly T[] | undefined,
  error: Error | null = null,
  retry: () => void = nothing,
): RowSource<T> {
  return useMemo(
    () => ({ total: rows?.length, rowAt: index => rows?.[index], want: nothing, isStale: false, error, retry }),
    [rows, error, retry],
  )
}

interface PageAnswer<T> {
  items: T[]
  total: number
}

export const pageSize = 100

/** Pages that cover a range of rows. */
export function pagesFor(first: number, last: number, size = pageSize): number[] {
  const from = Math.max(0, Math.floor(first / size))
  const until = Math.max(from, Math.floor(last / size))
  return Array.from({ length: until - from + 1 }, (_, index) => from + index)
}

type RowOf<C> = ResponseOf<C> extends { items: (infer T)[] } ? T : never
/** The input of a list without its paging, which the table does. */
export type ListInput<C> = Omit<CallInput<C>, 'query'> & { query?: Omit<QueryOf<C>, 'offset' | 'limit'> }

/**
 * Rows of a list contract with `offset`, `limit` in its query and `{ items, total }` in its answer.
 * Only the pages that are seen are fetched; a new question shows the old rows, dimmed, until its answer comes.
 */
export function usePagedRows<C extends RouteContract>(contract: C, input: ListInput<C>): RowSource<RowOf<C>> {
  type T = RowOf<C>
  const client = useQueryClient()
  const [range, setRange] = useState<[number, number]>([0, pageSize - 1])
  const inputKey = JSON.stringify(input)
  const asked = useRef(inputKey)
  // A new question begins at the top, before its old range is fetched for nothing.
  const isNewQuestion = asked.current !== inputKey
  const pages = isNewQuestion ? [0] : [...new Set([0, ...pagesFor(range[0], range[1])])]
  const pageOptions = (page: number) => {
    const loose = input as { query?: object }
    const query = { ...loose.query, offset: page * pageSize, limit: pageSize }
    return callOptions(contract, ...([{ ...loose, query }] as unknown as CallArguments<C>))
  }
  const results = useQueries({
    queries: pages.map(page => ({ ...pageOptions(page), ...(page === 0 && { placeholderData: keepPreviousData }) })),
  })
  asked.current = inputKey
  const first = results[0]
  const answer = first?.data as PageAnswer<T> | undefined
  const answers = new Map(pages.map((page, index) => [page, results[index]?.data as PageAnswer<T> | undefined]))
  const want = useCallback((from: number, until: number) => {
    setRange(before => (sameRange(pagesFor(...before), pagesFor(from, until)) ? before : [from, until]))
  }, [])
  const rowAt = (index: number): T | undefined => {
    const page = Math.floor(index / pageSize)
    const known = answers.get(page) ?? (client.getQueryData(pageOptions(page).queryKey) as PageAnswer<T> | undefined)
    return known?.items[index % pageSize]
  }
  const failed = results.find(result => result.error)
  const retry = () => {
    for (const result of results) if (result.error) void result.refetch()
  }
  return {
    total: answer?.total,
    rowAt,
    want,
    isStale: first?.isPlaceholderData ?? false,
    error: failed?.error ?? null,
    retry,
  }
}

const sameRange = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a[0] === b[0]
