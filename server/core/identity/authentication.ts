// Sign-in flows, carried by better-auth over our own tables; nothing else in the code base imports it.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Pool } from '../database/connect.ts'

const derive = promisify(argon2)
// OWASP password storage: argon2id, 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

/** Hashes a password as `argon2id$m,t,p$salt$hash`, the last two in base64. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost })
  return `argon2id$${cost.memory},${cost.passes},${cost.parallelism}$${nonce.toString('base64')}$${tag.toString('base64')}`
}

/** Compares in constant time; an unreadable hash never matches. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, parameters, salt, hash] = stored.split('$')
  if (scheme !== 'argon2id' || !parameters || !salt || !hash) return false
  const [memory, passes, parallelism] = parameters.split(',').map(Number)
  const expected = Buffer.from(hash, 'base64')
  const tag = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: memory!,
    passes: passes!,
    parallelism: parallelism!,
    tagLength: expected.length,
  })
  return timingSafeEqual(tag, expected)
}

export interface Authentication {
  /** Opens a session; the cookies to set, or undefined when e-mail and password do not fit. */
  signIn(input: { email: string; password: string; headers: Headers }): Promise<{ cookies: string[] } | undefined>
  /** Ends the session of the request; the cookies to clear. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Sets up better-auth. `secret` signs the session cookie. */
export async function createAuthentication(input: {
  db: Pool
  secret: string
  publicUrl: string
}): Promise<Authentication> {
  const { betterAuth } = await import('better-auth')
  const auth = betterAuth({
    appName: 'Concord',
    baseURL: input.publicUrl,
    basePath: '/api/auth',
    secret: input.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: input.db as never, type: 'postgres' },
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...stamps } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    advanced: { cookiePrefix: 'concord', useSecureCookies: input.publicUrl.startsWith('https:') },
    rateLimit: { enabled: false },
  })
  return {
    async signIn({ email, password, headers }) {
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      return response.ok ? { cookies: response.headers.getSetCookie() } : undefined
    },
    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true })
      return { cookies: response.headers.getSetCookie() }
    },
  }
}
