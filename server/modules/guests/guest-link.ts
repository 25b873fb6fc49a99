// The secrets of guests: links, visits and codes; stored by hash, sealed where a message must carry them later.
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { seal, unseal } from '#core/identity/sign-in/sealed.ts'

interface Place {
  secret: string
  publicUrl: string
}

export const secretHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const purpose = 'guest message'

/** 256 random bits with what is kept of them, and a form that only this installation opens, for the job that sends. */
export function newSecret({ secret }: Place): { token: string; hash: string; sealed: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: secretHash(token), sealed: seal(secret, purpose, Buffer.from(token)) }
}

/** Six digits; so few are kept by a hash that needs the secret of the installation. */
export function newCode(place: Place, guestId: string): { hash: string; sealed: string } {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return { hash: codeHash(place, guestId, code), sealed: seal(place.secret, purpose, Buffer.from(code)) }
}

export const codeHash = ({ secret }: Place, guestId: string, code: string): string =>
  createHmac('sha256', secret).update(`guest code ${guestId} ${code}`).digest('hex')

export const openSealed = ({ secret }: Place, sealed: string): string | undefined =>
  unseal(secret, purpose, sealed)?.toString()

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The token stands behind the #, which browsers keep to themselves: it is in no log and no Referer. */
export const guestLink = ({ publicUrl }: Place, guestId: string, language: string, token: string): string =>
  `${publicUrl}/guest/${guestId}?language=${language}#${token}`

/** `d…@example.org`: enough to know which mailbox to look into. */
export function halfHidden(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(at)}`
}

const cookieOf = ({ publicUrl }: Place) => `${publicUrl.startsWith('https:') ? '__Secure-' : ''}concord.guest`

/** A cookie for the addresses of one guest only. */
export function visitCookie(place: Place, guestId: string, token: string, seconds: number): string {
  const secure = place.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieOf(place)}=${token}; Max-Age=${seconds}; Path=/api/guest/${guestId}; HttpOnly; SameSite=Strict${secure}`
}

/** The visit that a call brings, whichever scheme the installation is reached by. */
export const visitToken = (cookies: ReadonlyMap<string, string>): string | undefined =>
  cookies.get('__Secure-concord.guest') ?? cookies.get('concord.guest')
