// Calls in components: reading with a cache, writing with the cache refreshed.
import {
  QueryCache,
  QueryClient,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ResponseOf, RouteContract } from '#core/contract.ts'
import { type CallArguments, type CallInput, call, type Signal } from './api.ts'
import { ProblemError } from './problem.ts'
import { currentReader } from './reader.ts'

/** A refusal will not change by asking again; a lost connection may. */
const mayHelpAgain = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 502)

export const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayHelpAgain(error),
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Cache key of a call: path first, so that `[contract.path]` covers all inputs; answers hold texts, so the language is part of it. */
export const callKey = (
  contract: Pick<RouteContract, 'path' | 'method'>,
  input: object | undefined,
): readonly unknown[] => {
  const { signal: _, ...rest } = (input ?? {}) as Signal & Record<string, unknown>
  return [contract.path, contract.method, currentReader().language, rest]
}

/** Options of TanStack Query for a call, for `useQuery`, loaders and prefetching. */
export function callOptions<C extends RouteContract>(contract: C, ...args: CallArguments<C>) {
  const input = args[0] as (CallInput<C> & Signal) | undefined
  return queryOptions({
    queryKey: callKey(contract, input),
    queryFn: ({ signal }): Promise<ResponseOf<C>> =>
      call(contract, ...([{ ...input, signal }] as unknown as CallArguments<C>)),
  })
}

/** Reads a route in a component. */
export function useCall<C extends RouteContract>(
  contract: C,
  ...args: CallArguments<C>
): UseQueryResult<ResponseOf<C>, Error> {
  return useQuery(callOptions(contract, ...args))
}

export interface WriteOptions<C> {
  /** Routes whose answers change by this; every input of them is read again. */
  refreshes?: readonly Pick<RouteContract, 'path'>[]
  onDone?: (answer: ResponseOf<C>) => void | Promise<void>
}

/** Writes by a route in a component: `write.mutateAsync({ params, body })`. */
export function useWrite<C extends RouteContract>(
  contract: C,
  options: WriteOptions<C> = {},
): UseMutationResult<ResponseOf<C>, Error, CallInput<C>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<C>) => call(contract, ...([input] as unknown as CallArguments<C>)),
    onSuccess: async answer => {
      await Promise.all((options.refreshes ?? []).map(({ path }) => client.invalidateQueries({ queryKey: [path] })))
      await options.onDone?.(answer)
    },
  })
}
