// Who may call what, derived from the table of roles: the one model that the page of permissions shows and the matrix test holds the app to.
import type { RouteContract } from '#core/contract.ts'
import { type Power, powers, rolePowers, roles } from '#core/identity/roles.terms.ts'

/** The three records that everything is tried against: homes A and B, and A's confidential record. */
export const places = ['open', 'secret', 'foreign'] as const
export type Place = (typeof places)[number]

/** What a route is about. Of a `home` everybody knows that it exists; `import` is seen by those who import. */
export type About =
  | 'guest'
  | 'agreement'
  | 'commitment'
  | 'entry'
  | 'file'
  | 'comment'
  | 'check'
  | 'task'
  | 'link'
  | 'tag'
  | 'person'
  | 'import'
  | 'decision'
  | 'clause'
  | 'template'
  | 'home'

export interface Need {
  /** `guest`: the visit of a guest. Else the power that the caller needs, or any of several: at the home of the record, or anywhere when there is no record. */
  needs: Power | 'signed in' | 'guest' | readonly Power[]
  /** Powers that are enough wherever they hold. */
  or?: readonly Power[]
  /** A power that is needed beside it. */
  also?: Power
  /** Those who audit and record nothing are refused. */
  notJustAuditing?: boolean
  /** The power must hold everywhere. */
  everywhere?: boolean
  /** For those who see the record it is enough that the power holds anywhere. */
  anywhere?: boolean
  /** Decides who gets in later: asked of people soon after signing in, and never of a token. */
  fresh?: boolean
  /** What those get who do not see the record, where it is named in the body: the same as for one that does not exist. */
  unseen?: number
  about?: About
  /** What those get who may: 200, or the refusal that follows after who asks was settled. */
  answers?: number
}

interface Where {
  home: 'A' | 'B'
  confidential: boolean
}
const whereOf: Record<Place, Where> = {
  open: { home: 'A', confidential: false },
  secret: { home: 'A', confidential: true },
  foreign: { home: 'B', confidential: false },
}

export interface Caller {
  name: string
  kind: 'stranger' | 'guest' | 'person' | 'token'
  /** The powers, and the home where they hold; null: everywhere. */
  powers: readonly Power[]
  home: 'A' | 'B' | null
  /** A closed account: its cookie is that of a stranger. */
  closed?: boolean
  /** Named as a reader of the confidential agreement. */
  reader?: boolean
}

const tokenScopes = (scope: Power): Power[] => (scope === 'read' ? ['read'] : ['read', scope])

/**
 * Everybody who tries: a stranger, a closed account, a guest with a link to an agreement of A, nobody's role, every role at A, an officer of B, named readers of
 * A's confidential agreement at A and at B, with and without a role, and tokens of an administrator.
 */
export const callers: readonly Caller[] = [
  { name: 'stranger', kind: 'stranger', powers: [], home: null },
  { name: 'closed account', kind: 'person', powers: [], home: 'A', closed: true },
  { name: 'guest', kind: 'guest', powers: [], home: 'A' },
  { name: 'without a role', kind: 'person', powers: [], home: 'A' },
  ...roles.map(
    (role): Caller => ({
      name: role,
      kind: 'person',
      powers: rolePowers[role],
      home: role === 'administrator' ? null : 'A',
    }),
  ),
  { name: 'officer of B', kind: 'person', powers: rolePowers.officer, home: 'B' },
  { name: 'named observer', kind: 'person', powers: rolePowers.observer, home: 'A', reader: true },
  { name: 'named officer', kind: 'person', powers: rolePowers.officer, home: 'A', reader: true },
  { name: 'named officer of B', kind: 'person', powers: rolePowers.officer, home: 'B', reader: true },
  { name: 'named without a role', kind: 'person', powers: [], home: 'A' },
  ...powers.map(
    (scope): Caller => ({
      ...{ name: `token ${scope}`, kind: 'token', powers: tokenScopes(scope), home: null },
      ...(scope === 'confidential' && { reader: true }),
    }),
  ),
]

const looking: ReadonlySet<Power> = new Set(['read', 'confidential', 'audit'])

function tokenMay({ powers }: Caller, { method, path }: Pick<RouteContract, 'method' | 'path'>): boolean {
  // Elsewhere nobody looks at tokens.
  if (path === '/api/session' || !path.startsWith('/api/')) return true
  if (path.startsWith('/api/session/') || path.startsWith('/api/deputies')) return false
  return method === 'GET' || !powers.every(power => looking.has(power))
}

const holds = (caller: Caller, power: Power, home: 'A' | 'B') =>
  caller.powers.includes(power) && (caller.home === null || caller.home === home)

/** What knows no confidentiality: it is for everybody who reads there. */
const common: ReadonlySet<About> = new Set(['person', 'decision', 'tag', 'clause', 'template'])

/** Whether the caller may know that the record exists. */
export function sees(caller: Caller, about: About, place: Place): boolean {
  const { home, confidential } = whereOf[place]
  if (about === 'home') return true
  if (about === 'import') return holds(caller, 'import', home)
  const isCommon = common.has(about)
  if (isCommon || !confidential) return holds(caller, 'read', home)
  // A token that may see what is confided sees what is confided to its owner.
  return caller.reader === true || (caller.kind === 'person' && holds(caller, 'confidential', home))
}

/** Being named lets somebody read, wherever their role holds, and nothing more. */
const readsByName = (caller: Caller, place: Place, needs: readonly string[]) =>
  caller.reader === true && whereOf[place].confidential && needs.includes('read')

function mayDo(
  { needs, or = [], also, everywhere, anywhere, notJustAuditing, about }: Need,
  caller: Caller,
  place: Place | null,
): boolean {
  if (needs === 'signed in' || needs === 'guest' || or.some(power => caller.powers.includes(power))) return true
  if ((also && !caller.powers.includes(also)) || (everywhere && caller.home !== null)) return false
  if (notJustAuditing && caller.powers.includes('audit') && !caller.powers.includes('record')) return false
  const enough = typeof needs === 'string' ? [needs] : needs
  if (about && place && readsByName(caller, place, enough)) return true
  return enough.some(power =>
    about && place && !anywhere ? holds(caller, power, whereOf[place].home) : caller.powers.includes(power),
  )
}

/** The status that a caller must get; `place` where the route is about a record. */
export function expectedStatus(
  route: Pick<RouteContract, 'method' | 'path' | 'access'>,
  need: Need,
  caller: Caller,
  place: Place | null,
): number {
  const answers = need.answers ?? 200
  // Below this address only guests are known, and elsewhere they are nobody.
  if (route.path.startsWith('/api/guest/')) return need.needs === 'guest' && caller.kind !== 'guest' ? 401 : answers
  if (route.access !== 'public') {
    if (caller.kind === 'stranger' || caller.kind === 'guest' || caller.closed) return 401
    const administers = caller.powers.includes('administer')
    if (route.access === 'administrator' && !administers) return 403
  }
  if (caller.kind === 'token' && (need.fresh || !tokenMay(caller, route))) return 403
  if (need.about && place && !sees(caller, need.about, place)) return need.unseen ?? 404
  return mayDo(need, caller, place) ? answers : 403
}
