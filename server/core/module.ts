// What a module hands to the app: its routes, jobs, subscriptions, invariants and commands.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Action } from './actions.ts'
import type { RouteContract } from './contract.ts'
import type { Db } from './database/connect.ts'
import type { EventType } from './events.ts'
import type { Translator } from './i18n.ts'
import type { Actor } from './identity/actor.ts'
import { declareHoldings, type Holding } from './identity/people/holdings.ts'
import { declareRecords, type RecordKind } from './records.ts'
import type { Services } from './services.ts'

/** One request, validated and with its actor. `db` is for reading; writing goes through `run`. */
export interface RequestContext<P, Q, B> {
  params: P
  query: Q
  body: B
  actor: Actor
  db: Db
  services: Services
  /** The reader's language. */
  t: Translator
  today: Temporal.PlainDate
  requestId: string
  run<I, O>(action: Action<I, O>, input: I): Promise<O>
  raw: FastifyRequest
  reply: FastifyReply
}

export interface RouteRegistration {
  contract: RouteContract
  handler: (request: RequestContext<never, never, never>) => Promise<unknown>
}

/** Binds a handler to its contract; the answer's type is the contract's. */
export function handle<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  contract: RouteContract<P, Q, B, R>,
  handler: (request: RequestContext<Static<P>, Static<Q>, Static<B>>) => Promise<Static<R>>,
): RouteRegistration {
  return { contract: contract as unknown as RouteContract, handler: handler as RouteRegistration['handler'] }
}

/** A route whose handler answers the raw reply itself (downloads, feeds, event streams). */
export function handleRaw<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  contract: RouteContract<P, Q, B, R>,
  handler: (request: RequestContext<Static<P>, Static<Q>, Static<B>>) => Promise<unknown>,
): RouteRegistration {
  return { contract: contract as unknown as RouteContract, handler: handler as RouteRegistration['handler'] }
}

export interface JobContext {
  services: Services
  jobId: string
  signal: AbortSignal
}

export interface JobDefinition {
  name: string
  /** Tries after the first failure before the job is parked. */
  retries?: number
  /** Cron expression in the installation's time zone. */
  schedule?: string
  /** As a subscriber it gets the events of one action together, `{ eventIds }`, at most 200 of them. */
  takesMany?: boolean
  run(payload: Record<string, unknown>, ctx: JobContext): Promise<void>
}

/** A truth about the database, checked in tests, by `concord doctor` and nightly. */
export interface Invariant {
  name: string
  /** Sentences about what does not hold; empty when all is well. */
  check(db: Db): Promise<string[]>
}

/** What a guest's call shows of itself. */
export interface GuestCall {
  db: Db
  cookies: ReadonlyMap<string, string>
  address: string
  now: Temporal.Instant
  /** The calendar day in the installation's time zone. */
  today: string
}

export interface ModuleDefinition {
  name: string
  routes?: RouteRegistration[]
  jobs?: JobDefinition[]
  /** Event type -> job that gets `{ eventId }`. */
  subscriptions?: { event: EventType; job: string }[]
  invariants?: Invariant[]
  /** Gets ready in the background what the first reader would otherwise wait for; runs once the process serves. */
  warm?(services: Services): Promise<void>
  /** Ends what would hold a web process that stops: answers without an end. */
  closing?(services: Services): Promise<void>
  /** What people own here, for handing over. */
  holdings?: Holding[]
  /** Records that people talk about, link to and find. */
  records?: RecordKind[]
  /** Who comes by the cookies of a call below `/api/guest/`; only one module has guests. */
  findGuest?(request: GuestCall): Promise<Actor | undefined>
}

export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  declareHoldings(definition.holdings ?? [])
  declareRecords(definition.records ?? [])
  return definition
}
