// The shape of a route contract: one object validates, types, serialises and documents an HTTP exchange for server and web.
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call at all. `public`: anyone; `session`: a signed-in person (records are then decided by policies);
 * `administrator`: a person with an administrator grant on the installation; `guest`: whoever came by the personal link
 * to the one record that the address names, and nobody else.
 */
export type Access = 'public' | 'session' | 'administrator' | 'guest'

export interface RouteContract<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Response extends TSchema = TSchema,
> {
  method: Method
  path: `/${string}`
  summary: string
  tag: string
  access: Access
  params: Params
  query: Query
  body: Body
  response: Response
  /** Bytes instead of JSON: an upload in the request, or a download in the answer. */
  transfer?: 'upload' | 'download'
}

const nothing = Type.Object({})
type Nothing = typeof nothing

interface RouteInput<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  method: Method
  path: `/${string}`
  summary: string
  tag: string
  access: Access
  params?: P
  query?: Q
  body?: B
  response?: R
  transfer?: 'upload' | 'download'
}

/** Declares a route. Parts that are left out are empty objects. */
export function route<
  P extends TSchema = Nothing,
  Q extends TSchema = Nothing,
  B extends TSchema = Nothing,
  R extends TSchema = Nothing,
>(input: RouteInput<P, Q, B, R>): RouteContract<P, Q, B, R> {
  return {
    ...input,
    params: input.params ?? (nothing as unknown as P),
    query: input.query ?? (nothing as unknown as Q),
    body: input.body ?? (nothing as unknown as B),
    response: input.response ?? (nothing as unknown as R),
  }
}

export type ParamsOf<C> = C extends RouteContract<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<C> = C extends RouteContract<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<C> = C extends RouteContract<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type ResponseOf<C> = C extends RouteContract<TSchema, TSchema, TSchema, infer R> ? Static<R> : never

/** A UUID in text form. */
export const Id = Type.String({ format: 'uuid' })
/** An ISO 8601 calendar date, `2026-11-23`. */
export const IsoDate = Type.String({ format: 'date' })
/** An ISO 8601 instant in UTC. */
export const Instant = Type.String({ format: 'date-time' })
/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' })
/** BCP 47 tag. */
export const LanguageTag = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })

/** A schema that may also be null. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** One of a closed list of words; reads better in messages than a union of literals. */
export const OneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }))

export const Precision = OneOf(['day', 'month', 'year'] as const)
export const CalendarName = OneOf(['gregorian', 'solar_hijri', 'hijri'] as const)

/** A date as far as it is known: its first day (last day for an end), how precise it is, and how it was written. */
export const PartialDate = Type.Object({
  on: IsoDate,
  precision: Precision,
  calendar: Type.Optional(CalendarName),
  written: Type.Optional(Type.String({ maxLength: 200 })),
})
export type PartialDate = Static<typeof PartialDate>

/** A text in one or more languages: `{ en: '…', fa: '…' }`, keyed by BCP 47 tag; `und` when the language is unknown. */
export const LocalisedText = Type.Record(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), Type.String())
export type LocalisedText = Static<typeof LocalisedText>

/** What the reader may do with a record: true, or the reason why not. */
export const Abilities = Type.Record(
  Type.String(),
  Type.Union([Type.Literal(true), Type.Object({ reason: Type.String() })]),
)
export type Abilities = Static<typeof Abilities>

/** Paging by offset; lists answer `{ items, total }`. */
export const Paging = {
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
}

export const PageOf = <T extends TSchema>(item: T) => Type.Object({ items: Type.Array(item), total: Type.Integer() })

/** RFC 9457 problem answer. */
export const Problem = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  title: Type.String(),
  detail: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  requestId: Type.String(),
})
export type Problem = Static<typeof Problem>
