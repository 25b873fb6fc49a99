// Operation on the wire: how the installation is, for its administrators.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, route } from '../contract.ts'

const names = ['truths', 'database', 'files', 'storage', 'queue', 'mail', 'disk', 'backup'] as const
const State = OneOf(['ok', 'warning', 'problem'] as const)

export const HealthReport = Type.Object({
  at: Instant,
  state: State,
  checks: Type.Array(
    Type.Object({
      name: OneOf(names),
      state: State,
      /** Sentences in the reader's language. */
      findings: Type.Array(Type.Object({ state: State, text: Type.String() })),
    }),
  ),
})
export type HealthReport = Static<typeof HealthReport>

export const ParkedJobView = Type.Object({
  id: Id,
  job: Type.String(),
  error: Type.String(),
  tries: Type.Integer(),
  createdAt: Instant,
  parkedAt: Instant,
})
export type ParkedJobView = Static<typeof ParkedJobView>

export const Operation = Type.Object({
  versions: Type.Object({
    concord: Type.String(),
    node: Type.String(),
    postgres: Type.String(),
    /** The newest migration of the database. */
    schema: Type.String(),
  }),
  /** When the process that answered was started. */
  startedAt: Instant,
  database: Type.Object({ bytes: Type.Integer(), connections: Type.Integer(), isOwn: Type.Boolean() }),
  storage: Type.Object({ kind: OneOf(['folder', 'bucket'] as const), place: Type.String() }),
  /** `server`: where mail is sent to; null when messages are kept. */
  mail: Type.Object({ server: Nullable(Type.String()), sender: Type.String() }),
  disk: Nullable(Type.Object({ folder: Type.String(), free: Type.Integer(), total: Type.Integer() })),
  jobs: Type.Object({ waiting: Type.Integer(), running: Type.Integer(), parked: Type.Integer() }),
  events: Type.Integer(),
  backup: Nullable(Type.Object({ at: Instant, bytes: Type.Integer(), isSealed: Type.Boolean() })),
  /** What the doctor last found, by night or when asked. */
  report: Nullable(HealthReport),
})
export type Operation = Static<typeof Operation>

const place = { tag: 'operation', access: 'administrator' } as const

export const getOperation = route({
  method: 'GET',
  path: '/api/operation',
  summary: 'Versions, sizes, queue, and what the doctor last found',
  ...place,
  response: Operation,
})

export const checkOperation = route({
  method: 'POST',
  path: '/api/operation/checks',
  summary: 'Runs every check of the doctor now; takes minutes on large installations',
  ...place,
  response: HealthReport,
})

export const listParkedJobs = route({
  method: 'GET',
  path: '/api/operation/parked-jobs',
  summary: 'Jobs that failed for the last time, oldest first, at most 1000',
  ...place,
  response: Type.Object({ items: Type.Array(ParkedJobView) }),
})

const Ids = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }) }, { additionalProperties: false })

export const retryJobs = route({
  method: 'POST',
  path: '/api/operation/parked-jobs/retry',
  summary: 'Puts parked jobs back into their queues',
  ...place,
  body: Ids,
  response: Type.Object({ count: Type.Integer() }),
})

export const discardJobs = route({
  method: 'POST',
  path: '/api/operation/parked-jobs/discard',
  summary: 'Puts parked jobs away for good; what they were stays in the events',
  ...place,
  body: Ids,
  response: Type.Object({ count: Type.Integer() }),
})
