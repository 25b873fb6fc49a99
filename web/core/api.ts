// Typed calls from the contracts that server and web share.
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteContract } from '#core/contract.ts'
import { ownProblem, problemFrom } from './problem.ts'
import { currentReader } from './reader.ts'

/** A part of a call: left out when the contract has none, optional when all its fields are. */
type Part<Name extends string, T> = keyof T extends never
  ? { [K in Name]?: undefined }
  : Record<string, never> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T }

type AnyRoute = Pick<RouteContract, 'method' | 'path'>

export type CallInput<C> = Part<'params', ParamsOf<C>> & Part<'query', QueryOf<C>> & Part<'body', BodyOf<C>>
/** The input may be left out when no part is needed. */
export type CallArguments<C> =
  Record<string, never> extends CallInput<C> ? [input?: CallInput<C> & Signal] : [input: CallInput<C> & Signal]
export interface Signal {
  signal?: AbortSignal | undefined
}

interface LooseInput extends Signal {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
}

/** The address of a call; list values repeat their name, empty ones are left out. */
export function addressOf(contract: AnyRoute, input: LooseInput = {}): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
  }
  const query = search.toString()
  return query ? `${path}?${query}` : path
}

/** Headers of every call: the reader's language, and a mark that other sites cannot set (CSRF). */
export function callHeaders(): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': currentReader().language,
    'x-language': currentReader().language,
    'x-concord': '1',
  }
}

let whenSignedOut: () => void = () => {}

/** Says what happens when the server no longer knows who is calling. */
export function onSignedOut(action: () => void): void {
  whenSignedOut = action
}

export function signedOut(): void {
  whenSignedOut()
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw ownProblem('answer', response.status)
  }
}

async function send(contract: AnyRoute, input: LooseInput): Promise<Response> {
  const headers = callHeaders()
  const init: RequestInit = {
    method: contract.method,
    headers,
    credentials: 'same-origin',
    signal: input.signal ?? null,
  }
  if (input.body instanceof Blob || input.body instanceof FormData) init.body = input.body
  else if (contract.method !== 'GET') {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(input.body ?? {})
  }
  try {
    return await fetch(addressOf(contract, input), init)
  } catch (error) {
    if (input.signal?.aborted) throw error
    throw ownProblem('network')
  }
}

/**
 * Calls a route and gives its answer.
 * @throws ProblemError with the server's words; an aborted call rejects with the browser's AbortError.
 */
export async function call<C extends RouteContract>(contract: C, ...args: CallArguments<C>): Promise<ResponseOf<C>> {
  const input = (args[0] ?? {}) as LooseInput
  const response = await send(contract, input)
  const answer = await readJson(response)
  if (response.ok) return answer as ResponseOf<C>
  if (response.status === 401) signedOut()
  throw problemFrom(response.status, answer)
}

/** The address of a download, for a plain link. */
export function downloadAddress<C extends RouteContract>(contract: C, ...args: CallArguments<C>): string {
  return addressOf(contract, (args[0] ?? {}) as LooseInput)
}
