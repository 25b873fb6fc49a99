// Single sign-on by OpenID Connect: the code flow with PKCE, state and nonce, and whose account it opens here.
import type { UserInfoResponse } from 'openid-client'
import { type ActionContext, defineAction } from '../../actions.ts'
import { changesBetween } from '../../events.ts'
import { isLanguage } from '../../i18n.ts'
import { createAccount } from '../accounts.ts'
import { AccountChanged, AccountLinked, AccountOpened } from '../identity.events.ts'
import { discover, type GroupRole, type Provider } from './providers.ts'
import { findByEmail, findLinked, linkAccount, setGroupGrants } from './sign-on.store.ts'
import type { SignOnProblem } from './sign-on.terms.ts'

/** What must be remembered until the person comes back. */
export interface Departure extends Record<string, unknown> {
  provider: string
  state: string
  nonce: string
  verifier: string
  returnTo: string
}

export const callbackAddress = (publicUrl: string, provider: Provider): string =>
  `${publicUrl}/api/sign-on/${provider.id}/callback`

/** Where to send the person, and what to remember. @throws Error when the provider cannot be reached. */
export async function depart(
  provider: Provider,
  publicUrl: string,
  returnTo: string,
): Promise<{ address: string; departure: Departure }> {
  const client = await import('openid-client')
  const configuration = await discover(provider)
  const verifier = client.randomPKCECodeVerifier()
  const departure = {
    ...{ provider: provider.id, state: client.randomState(), nonce: client.randomNonce(), verifier, returnTo },
  }
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackAddress(publicUrl, provider),
    scope: provider.scopes.join(' '),
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, departure }
}

export interface Vouched {
  subject: string
  email: string | null
  emailVerified: boolean
  name: string | null
  language: string | null
  groups: string[]
}

/** Exchanges the code and checks the id token. @throws Error when anything about the answer does not hold. */
export async function arrive(provider: Provider, address: URL, departure: Departure): Promise<Vouched> {
  const client = await import('openid-client')
  const configuration = await discover(provider)
  const tokens = await client.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: departure.verifier,
    expectedState: departure.state,
    expectedNonce: departure.nonce,
    idTokenExpected: true,
  })
  const token = tokens.claims()!
  let claims: Record<string, unknown> = { ...token }
  if (configuration.serverMetadata().userinfo_endpoint) {
    const more: UserInfoResponse = await client.fetchUserInfo(configuration, tokens.access_token, token.sub)
    claims = { ...more, ...claims }
  }
  return vouchedBy(provider, token.sub, claims)
}

const textIn = (claims: Record<string, unknown>, key: string): string | null =>
  typeof claims[key] === 'string' && claims[key] !== '' ? claims[key] : null

/** A claim by its path, `realm_access.roles`; also one whose very name has dots, as addresses do. */
function claimAt(claims: Record<string, unknown>, path: string): unknown {
  if (path in claims) return claims[path]
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], claims)
}

function vouchedBy(provider: Provider, subject: string, claims: Record<string, unknown>): Vouched {
  const groups = claimAt(claims, provider.groupsClaim)
  return {
    subject,
    email: textIn(claims, 'email')?.trim().toLowerCase() ?? null,
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    name: textIn(claims, 'name'),
    language: textIn(claims, 'locale')?.split(/[-_]/)[0] ?? null,
    groups: (Array.isArray(groups) ? groups : typeof groups === 'string' ? [groups] : []).map(String),
  }
}

/** Roles of these groups, each once. */
export const rolesOfGroups = (provider: Provider, groups: readonly string[]): GroupRole[] =>
  provider.roles.filter(each => groups.includes(each.group))

export type SignOnOutcome = { userId: string } | { problem: SignOnProblem; email: string | null }

/**
 * The account that opens: one linked before, else one with the verified e-mail address, else a new one where the
 * provider may make them. Roles that come from groups follow the groups.
 */
export const acceptSignOn = defineAction({
  name: 'accept-sign-on',
  async run(ctx: ActionContext, input: { provider: Provider; vouched: Vouched }): Promise<SignOnOutcome> {
    const { provider, vouched } = input
    // Stays so unless something below records what it did.
    ctx.unchanged()
    const account = (await findLinked(ctx.db, provider.id, vouched.subject)) ?? (await adopt(ctx, provider, vouched))
    if (typeof account === 'string') return { problem: account, email: vouched.email }
    if (account.disabled_at !== null) return { problem: 'closed', email: account.email }
    const grants = await setGroupGrants(ctx.db, account.id, provider.id, rolesOfGroups(provider, vouched.groups))
    const changes = changesBetween({ groupRoles: grants.before }, { groupRoles: grants.after })
    if (Object.keys(changes).length > 0)
      ctx.record(AccountChanged, { subjectId: account.id, data: { name: account.name, email: account.email }, changes })
    return { userId: account.id }
  },
})

async function adopt(ctx: ActionContext, provider: Provider, vouched: Vouched) {
  const { email, emailVerified, subject } = vouched
  if (!email || !emailVerified) return 'not_verified' as const
  const known = await findByEmail(ctx.db, email)
  if (known?.disabled_at) return known
  if (known) {
    await linkAccount(ctx.db, known.id, provider.id, subject)
    const data = { name: known.name, email, provider: provider.id }
    ctx.record(AccountLinked, { subjectId: known.id, data })
    return known
  }
  if (!provider.createsAccounts) return 'no_account' as const
  const name = vouched.name ?? email.split('@')[0]!
  const language = vouched.language && isLanguage(vouched.language) ? vouched.language : 'en'
  const id = await createAccount(ctx.db, { name, email, language, passwordHash: null })
  await linkAccount(ctx.db, id, provider.id, subject)
  ctx.record(AccountOpened, { subjectId: id, data: { name, email, provider: provider.id } })
  return { id, name, email, disabled_at: null }
}
