// Follows long work on the server: asks again until it is over, and works out rate and time left.
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ResponseOf, RouteContract } from '#core/contract.ts'
import type { CallArguments } from './api.ts'
import { callOptions } from './query.ts'

/** Where long work stands. */
export interface WorkProgress {
  isOver: boolean
  done: number
  /** null while it is not known how much there is. */
  total: number | null
}

export interface Pace {
  /** Items a second over the last half minute; null until it can be told. */
  rate: number | null
  secondsLeft: number | null
}

interface Sample {
  at: number
  done: number
}

const windowMilliseconds = 30_000

/** Rate and time left from samples of progress; the newest sample is last. */
export function paceOf(samples: readonly Sample[], total: number | null): Pace {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < 500 || last.done <= first.done) return { rate: null, secondsLeft: null }
  const rate = ((last.done - first.done) * 1000) / (last.at - first.at)
  return { rate, secondsLeft: total === null ? null : Math.max(0, (total - last.done) / rate) }
}

export interface Followed<T> extends Pace {
  answer: T | undefined
  progress: WorkProgress | undefined
  error: Error | null
}

/**
 * Asks a route every `everyMs` until `read` says the work is over. Survives a closed tab, as the server keeps the state.
 * Twice as slow while the page is hidden is the browser's business; a lost connection is tried again.
 */
export function useProgress<C extends RouteContract>(
  contract: C,
  args: CallArguments<C>,
  read: (answer: ResponseOf<C>) => WorkProgress,
  everyMs = 800,
): Followed<ResponseOf<C>> {
  const samples = useRef<Sample[]>([])
  const query = useQuery({
    ...callOptions(contract, ...args),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && read(state.data as ResponseOf<C>).isOver ? false : everyMs,
    refetchIntervalInBackground: true,
    retry: 5,
  })
  const answer = query.data as ResponseOf<C> | undefined
  const progress = answer === undefined ? undefined : read(answer)
  const at = query.dataUpdatedAt
  if (progress && samples.current.at(-1)?.at !== at)
    samples.current = [...samples.current.filter(s => at - s.at < windowMilliseconds), { at, done: progress.done }]
  return { answer, progress, error: query.error, ...paceOf(samples.current, progress?.total ?? null) }
}
