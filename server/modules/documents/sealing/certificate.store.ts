// SQL of certificates.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

const selection = (db: Db) =>
  db
    .selectFrom('seal_certificate as c')
    .leftJoin('auth_user as u', 'u.id', 'c.added_by')
    .selectAll('c')
    .select('u.name as added_by_name')

export type CertificateRow = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

/** All of these organisations, the newest first. */
export async function listCertificates(db: Db, homeIds: readonly string[]): Promise<CertificateRow[]> {
  if (homeIds.length === 0) return []
  return selection(db).where('c.home_id', 'in', homeIds).orderBy('c.added_at', 'desc').orderBy('c.id', 'desc').execute()
}

/** The one in use. */
export const findCertificate = (db: Db, homeId: string): Promise<CertificateRow | undefined> =>
  selection(db).where('c.home_id', '=', homeId).where('c.retired_at', 'is', null).executeTakeFirst()

/** The organisation that ever sealed by each of these certificates. */
export async function knownFingerprints(
  db: Db,
  fingerprints: readonly string[],
): Promise<Map<string, { homeId: string; madeHere: boolean }>> {
  if (fingerprints.length === 0) return new Map()
  const rows = await db
    .selectFrom('seal_certificate')
    .select(['fingerprint', 'home_id', 'made_here'])
    .where('fingerprint', 'in', fingerprints)
    .orderBy('added_at')
    .execute()
  return new Map(rows.map(row => [row.fingerprint, { homeId: row.home_id, madeHere: row.made_here }]))
}

export interface NewCertificate {
  id: string
  homeId: string
  name: string
  issuer: string
  fingerprint: string
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  keyKind: 'rsa' | 'ec'
  keySealed: string
  madeHere: boolean
  validFrom: string
  validUntil: string
  addedBy: string | null
  addedAt: string
}

export async function insertCertificate(db: Db, one: NewCertificate): Promise<void> {
  await db
    .insertInto('seal_certificate')
    .values({
      ...{ id: one.id, home_id: one.homeId, name: one.name, issuer: one.issuer, fingerprint: one.fingerprint },
      ...{ certificate: Buffer.from(one.certificate), key_kind: one.keyKind, key_sealed: one.keySealed },
      chain: sql`${one.chain.map(link => Buffer.from(link))}::bytea[]`,
      ...{ made_here: one.madeHere, valid_from: one.validFrom, valid_until: one.validUntil },
      ...{ added_by: one.addedBy, added_at: one.addedAt },
    })
    .execute()
}

/** Its key goes; the certificate stays, so that what it sealed can be verified. */
export async function retireRow(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('seal_certificate').set({ retired_at: at, key_sealed: null }).where('id', '=', id).execute()
}

/** Changes of the certificate of one organisation happen one after another. */
export async function lockHome(db: Db, homeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', homeId)
    .where('home', '=', true)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}
