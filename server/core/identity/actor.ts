// Who acts: a person with grants, the system itself, or nobody yet.

import type { Power, Role } from './roles.terms.ts'

export type { Power, Role } from './roles.terms.ts'

export interface Grant {
  role: Role
  /** An organisation or unit and everything below it; null is the whole installation. */
  scopeId: string | null
}

/** Organisations and units that a grant reaches; `everywhere` for a grant on the installation. */
export type Reach = 'everywhere' | ReadonlySet<string>

export interface Actor {
  kind: 'person' | 'system' | 'anonymous'
  id: string | null
  name: string
  email: string | null
  language: string
  grants: readonly Grant[]
  /** Where this actor may read and where it may write. */
  reads: Reach
  writes: Reach
  administers: boolean
  /** The session of this very request. */
  sessionId?: string
  /** When it was opened, ISO 8601. */
  signedInAt?: string
  /** What the grants add up to beyond that; without it `read` follows `reads` and all else `writes`. */
  powers?: Readonly<Partial<Record<Power, Reach>>>
}

/** Where an actor may do something. */
export function reachOf(actor: Actor, power: Power): Reach {
  if (power === 'read') return actor.reads
  if (power === 'write' || !actor.powers) return actor.writes
  return actor.powers[power] ?? nowhere
}

const nowhere: ReadonlySet<string> = new Set()

export const anonymous = (language: string): Actor => ({
  kind: 'anonymous',
  id: null,
  name: '',
  email: null,
  language,
  grants: [],
  reads: nowhere,
  writes: nowhere,
  administers: false,
})

/** The installation itself: jobs, command line, first start. */
export const systemActor = (name = 'Concord'): Actor => ({
  kind: 'system',
  id: null,
  name,
  email: null,
  language: 'en',
  grants: [],
  reads: 'everywhere',
  writes: 'everywhere',
  administers: true,
})

/** Whether a reach includes a case of this home organisation and, where it has one, this unit. */
export const reaches = (reach: Reach, homeId: string, unitId: string | null = null): boolean =>
  reach === 'everywhere' || reach.has(homeId) || (unitId !== null && reach.has(unitId))

/** Whether a reach is empty. */
export const reachesNothing = (reach: Reach): boolean => reach !== 'everywhere' && reach.size === 0
