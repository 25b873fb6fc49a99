// Who acts: a person with grants, a guest with a link to one record, the system itself, or nobody yet.

import { type Power, powers, type Role, rolePowers } from './roles.terms.ts'

export type { Power, Role } from './roles.terms.ts'

export interface Grant {
  role: Role
  /** An organisation or unit and everything below it; null is the whole installation. */
  scopeId: string | null
  /** The scope with everything below it. */
  reach?: Reach
  validUntil?: string | null
  /** The provider whose groups give it. */
  source?: string | null
  /** The absent person whose role this is. */
  deputyFor?: { id: string; name: string } | null
}

/** Organisations and units that a grant reaches; `everywhere` for a grant on the installation. */
export type Reach = 'everywhere' | ReadonlySet<string>

export interface Actor {
  kind: 'person' | 'guest' | 'system' | 'anonymous'
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
  /** What the API token may do by which this person acts. */
  tokenScopes?: readonly Power[]
  /** What the grants add up to beyond that; without it `read` follows `reads`, all else `writes`. */
  powers?: Readonly<Partial<Record<Power, Reach>>>
  /** The link by which a guest came. */
  guestId?: string
}

/** Where an actor may do something. */
export function reachOf(actor: Actor, power: Power): Reach {
  if (power === 'read') return actor.reads
  // What is confided to people is not theirs by where they write.
  if (power === 'confidential' && !actor.powers && actor.kind === 'person') return nowhere
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

/** The same person with these grants only: reaches are what the grants add up to. */
export function personWith(person: Pick<Actor, 'id' | 'name' | 'email' | 'language'>, grants: readonly Grant[]): Actor {
  const reachOfGrants = (power: Power): Reach => {
    const chosen = grants.filter(grant => rolePowers[grant.role].includes(power))
    if (chosen.some(grant => grant.scopeId === null)) return 'everywhere'
    return new Set(chosen.flatMap(grant => (grant.reach instanceof Set ? [...grant.reach] : [])))
  }
  const { id, name, email, language } = person
  return {
    kind: 'person',
    ...{ id, name, email, language, grants },
    reads: reachOfGrants('read'),
    writes: reachOfGrants('write'),
    powers: Object.fromEntries(powers.map(power => [power, reachOfGrants(power)])),
    administers: grants.some(grant => grant.role === 'administrator' && grant.scopeId === null),
  }
}

/** In whose names an actor acts: their own, and those of the absent whom they stand in for. */
export const actsAs = (actor: Actor): string[] => [
  ...new Set([...(actor.id === null ? [] : [actor.id]), ...actor.grants.flatMap(grant => grant.deputyFor?.id ?? [])]),
]

/** For whom an actor acts in a home organisation where no role of their own lets them do more than read. */
export function behalfOf(actor: Actor, homeId: string | null): string | null {
  if (homeId === null) return null
  const acts = ({ role, scopeId, reach }: Grant) =>
    rolePowers[role].some(power => power === 'record' || power === 'write' || power === 'conclude') &&
    (scopeId === null || (reach instanceof Set && reach.has(homeId)))
  const acting = actor.grants.filter(acts)
  if (acting.some(grant => !grant.deputyFor)) return null
  return acting.find(grant => grant.deputyFor)?.deputyFor?.name ?? null
}
