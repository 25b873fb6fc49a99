// What is stored for the second step: the secret of the codes, recovery codes and passkeys.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../../database/connect.ts'
import { newId } from '../../ids.ts'
import { base32, matchingStep, typedCode } from './one-time-codes.ts'
import { seal, unseal } from './sealed.ts'
import { tokenHash } from './sessions.ts'
import type { SignInSettings } from './sign-in.contract.ts'

const purpose = 'one-time codes'

export async function hasCodes(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('one_time_code')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a fresh secret that waits for its first code; an earlier one that waits is forgotten. */
export async function beginCodes(db: Db, userId: string, key: string): Promise<Buffer> {
  const secret = randomBytes(20)
  const sealed = seal(key, purpose, secret)
  await db
    .insertInto('one_time_code')
    .values({ user_id: userId, sealed_secret: sealed })
    .onConflict(c =>
      c
        .column('user_id')
        .doUpdateSet({ sealed_secret: sealed, last_step: 0, created_at: sql`now()` })
        .where('one_time_code.confirmed_at', 'is', null),
    )
    .execute()
  return secret
}

/** Takes a code of the app once; locks the row, so that two requests cannot both use it. */
export async function takeCode(
  db: Db,
  userId: string,
  code: string,
  given: { key: string; now: Temporal.Instant; confirmed: boolean },
): Promise<boolean> {
  const row = await db
    .selectFrom('one_time_code')
    .select(['sealed_secret', 'last_step'])
    .where('user_id', '=', userId)
    .where('confirmed_at', given.confirmed ? 'is not' : 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const secret = row && unseal(given.key, purpose, row.sealed_secret)
  if (!row || !secret) return false
  const step = matchingStep(secret, typedCode(code), given.now.epochMilliseconds, row.last_step)
  if (step === undefined) return false
  await db
    .updateTable('one_time_code')
    .set({ last_step: step, confirmed_at: sql`coalesce(confirmed_at, now())` })
    .where('user_id', '=', userId)
    .execute()
  return true
}

const recoveryCodes = 10

/** Ten fresh recovery codes of 112 bits (a plain hash keeps those well enough), shown once; earlier ones no longer work. */
export async function renewRecoveryCodes(db: Db, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => base32(randomBytes(14)))
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await db
    .insertInto('recovery_code')
    .values(codes.map(code => ({ id: newId(), user_id: userId, code_hash: tokenHash(code) })))
    .execute()
  return codes.map(code => code.replace(/(.{4})(?=.)/g, '$1-'))
}

/** Uses up a recovery code. */
export async function spendRecoveryCode(db: Db, userId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('code_hash', '=', tokenHash(typedCode(code)))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function removeCodes(db: Db, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('one_time_code').where('user_id', '=', userId).executeTakeFirst()
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  return Number(numDeletedRows) > 0
}

export interface StoredPasskey {
  id: string
  userId: string
  credentialId: string
  /** COSE key in base64url. */
  publicKey: string
  counter: number
  transports: string[]
  name: string
}

export async function insertPasskey(db: Db, passkey: StoredPasskey): Promise<void> {
  await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      user_id: passkey.userId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
    })
    .execute()
}

export async function findPasskey(db: Db, credentialId: string): Promise<StoredPasskey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { id, name, transports, counter } = row
  return { id, name, transports, counter, userId: row.user_id, credentialId, publicKey: row.public_key }
}

export async function listCredentials(db: Db, userId: string): Promise<string[]> {
  const rows = await db.selectFrom('passkey').select('credential_id').where('user_id', '=', userId).execute()
  return rows.map(row => row.credential_id)
}

export async function notePasskeyUse(db: Db, id: string, counter: number): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: sql`now()` }).where('id', '=', id).execute()
}

/** The name of the passkey that was removed. */
export async function deletePasskey(db: Db, userId: string, id: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('passkey')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

export async function deletePasskeys(db: Db, userId: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('passkey').where('user_id', '=', userId).executeTakeFirst()
  return Number(numDeletedRows)
}

/** How a person signs in, as they see it themselves. */
export async function signInSettings(db: Db, userId: string): Promise<Static<typeof SignInSettings>> {
  const codes = await db
    .selectFrom('one_time_code')
    .select('confirmed_at')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const { left } = await db
    .selectFrom('recovery_code')
    .select(sql<number>`count(*)::int`.as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
  return {
    codesSince: codes?.confirmed_at ?? null,
    recoveryCodesLeft: left,
    passkeys: passkeys.map(row => ({
      ...{ id: row.id, name: row.name, since: row.created_at, lastUsedAt: row.last_used_at },
    })),
  }
}
