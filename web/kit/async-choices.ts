// Choices that the server finds while one types; a late answer never replaces a newer one.
import { useEffect, useRef, useState } from 'react'

export type FindChoices<T> = (text: string, signal: AbortSignal) => Promise<readonly T[]>

export interface AsyncChoices<T> {
  choices: readonly T[]
  isLoading: boolean
  /** The last search failed. */
  hasFailed: boolean
}

const pauseMilliseconds = 140

/** Searches for `text` a moment after the last key, while `isWanted`; earlier choices stay until the answer comes. */
export function useAsyncChoices<T>(find: FindChoices<T>, text: string, isWanted: boolean): AsyncChoices<T> {
  const [state, setState] = useState<AsyncChoices<T>>({ choices: [], isLoading: false, hasFailed: false })
  const finder = useRef(find)
  finder.current = find
  useEffect(() => {
    if (!isWanted) {
      setState(before => (before.isLoading ? { ...before, isLoading: false } : before))
      return undefined
    }
    const stop = new AbortController()
    setState(before => ({ ...before, isLoading: true }))
    const timer = setTimeout(() => {
      finder
        .current(text.trim(), stop.signal)
        .then(choices => !stop.signal.aborted && setState({ choices, isLoading: false, hasFailed: false }))
        .catch(() => !stop.signal.aborted && setState({ choices: [], isLoading: false, hasFailed: true }))
    }, pauseMilliseconds)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, isWanted])
  return state
}
