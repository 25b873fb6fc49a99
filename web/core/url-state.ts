// State of a page that lives in its address, so that it can be shared, reloaded and gone back to.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'

type RawSearch = Record<string, unknown>
/** Reads one value from the address; undefined when it is absent or not understood. */
export type Reads<T> = (raw: unknown) => T | undefined

export const readText: Reads<string> = raw =>
  typeof raw === 'string' && raw !== ''
    ? raw
    : typeof raw === 'number' || typeof raw === 'boolean'
      ? String(raw)
      : undefined

export const readInteger: Reads<number> = raw => {
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' ? Number(raw) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

export const readFlag: Reads<true> = raw =>
  raw === true || raw === 'true' || raw === 1 || raw === '1' ? true : undefined

export const readOneOf =
  <T extends string>(allowed: readonly T[]): Reads<T> =>
  raw =>
    allowed.find(each => each === raw)

/** A list, written `a,b,c` or as an array. */
export const readList: Reads<string[]> = raw => {
  const parts = Array.isArray(raw)
    ? raw.map(String)
    : typeof raw === 'string'
      ? raw.split(',')
      : typeof raw === 'number'
        ? [String(raw)]
        : []
  const kept = parts.filter(part => part !== '')
  return kept.length > 0 ? kept : undefined
}

type Readers = Record<string, Reads<unknown>>
export type UrlValues<R extends Readers> = { [K in keyof R]?: R[K] extends Reads<infer T> ? T : never }

export type ChangeUrl<R extends Readers> = (
  change: { [K in keyof R]?: UrlValues<R>[K] | undefined | null },
  options?: { push?: boolean },
) => void

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/**
 * Values of the address and a way to change some of them.
 * Changes replace the entry in the history unless `push` is set; empty values leave the address.
 * `readers` must be the same object at every rendering: declare it outside of the component.
 */
export function useUrlState<R extends Readers>(readers: R): [UrlValues<R>, ChangeUrl<R>] {
  const raw = useSearch({ strict: false }) as RawSearch
  const navigate = useNavigate()
  const values = useMemo(() => {
    const read = Object.entries(readers).map(([name, reader]) => [name, reader(raw[name])] as const)
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as UrlValues<R>
  }, [raw, readers])
  const go = useRef(navigate)
  go.current = navigate
  const change = useCallback<ChangeUrl<R>>((part, options) => {
    const search = (before: RawSearch): RawSearch => {
      const next: RawSearch = { ...before }
      for (const [name, value] of Object.entries(part)) {
        if (isEmpty(value)) delete next[name]
        else next[name] = Array.isArray(value) ? value.join(',') : value
      }
      return next
    }
    void go.current({ to: '.', search: search as never, replace: !options?.push, resetScroll: false })
  }, [])
  return [values, change]
}
