// Passwords: hashed with argon2id, compared in constant time.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Db } from '../database/connect.ts'

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

// Compared when there is no account or no password, so that the answer takes as long.
let nobodysHash: Promise<string> | undefined

/** Whether e-mail and password fit an open account; `userId` names the account also when the password is wrong. */
export async function checkPassword(
  db: Db,
  email: string,
  password: string,
): Promise<{ fits: true; userId: string } | { fits: false; userId: string | null }> {
  const row = await db
    .selectFrom('auth_user as u')
    .leftJoin('auth_account as a', join => join.onRef('a.user_id', '=', 'u.id').on('a.provider_id', '=', 'credential'))
    .select(['u.id', 'u.disabled_at', 'a.password'])
    .where('u.email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  nobodysHash ??= hashPassword(randomBytes(16).toString('base64'))
  const matches = await verifyPassword(password, row?.password ?? (await nobodysHash))
  if (row?.password && matches && row.disabled_at === null) return { fits: true, userId: row.id }
  return { fits: false, userId: row?.id ?? null }
}
