// SQL of guests as the office keeps them: links, what was supplied, what was answered.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { visibleAgreement } from '#modules/agreements/index.ts'
import type { GuestAnswer, GuestView, SuppliedFile } from './guest.contract.ts'
import type { GuestRight, GuestState, SuppliedFileState } from './guest.terms.ts'

export interface NewGuest {
  id: string
  homeId: string
  agreementId: string
  name: string
  email: string | null
  organisationId: string
  organisationName: string
  language: string
  rights: readonly GuestRight[]
  message: string | null
  tokenHash: string
  emailProof: boolean
  forConfidential: boolean
  expiresOn: string
  invitedBy: string | null
}

export async function insertGuest(db: Db, guest: NewGuest): Promise<void> {
  await db
    .insertInto('guest')
    .values({
      ...{ id: guest.id, home_id: guest.homeId, agreement_id: guest.agreementId, name: guest.name, email: guest.email },
      ...{ organisation_id: guest.organisationId, organisation_name: guest.organisationName },
      ...{ language: guest.language, rights: [...guest.rights], message: guest.message, token_hash: guest.tokenHash },
      ...{ email_proof: guest.emailProof, for_confidential: guest.forConfidential, expires_on: guest.expiresOn },
      invited_by: guest.invitedBy,
    })
    .execute()
}

const selection = (db: Db) =>
  db
    .selectFrom('guest as g')
    .leftJoin('auth_user as u', 'u.id', 'g.invited_by')
    .selectAll('g')
    .select('u.name as inviter')

export type GuestRow = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

export const findGuestRow = (db: Db, id: string): Promise<GuestRow | undefined> =>
  selection(db).where('g.id', '=', id).executeTakeFirst()

/** The guest, locked for the rest of the transaction. */
export const lockGuest = (db: Db, id: string): Promise<GuestRow | undefined> =>
  selection(db).where('g.id', '=', id).forUpdate('g').executeTakeFirst()

export const listGuests = (db: Db, agreementId: string): Promise<GuestRow[]> =>
  selection(db).where('g.agreement_id', '=', agreementId).orderBy('g.invited_at', 'desc').limit(500).execute()

const stateOf = (today: string) => sql<GuestState>`case when g.revoked_at is not null then 'revoked'
  when g.expires_on < ${today}::date then 'expired' when g.opened > 0 then 'opened' else 'invited' end`

/** Guests of agreements that the reader may see. */
export async function pageOfGuests(
  db: Db,
  actor: Actor,
  filter: { q?: string | undefined; state?: GuestState | undefined },
  today: string,
  paging: { offset: number; limit: number },
): Promise<{ rows: GuestRow[]; total: number }> {
  const text = filter.q?.trim() ? `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const seen = sql<boolean>`exists (select 1 from agreement where agreement.id = g.agreement_id and ${visibleAgreement(actor)})`
  const condition = sql<boolean>`${seen} and (${filter.state ?? null}::text is null or ${stateOf(today)} = ${filter.state ?? null})
    and (${text}::text is null or g.name ilike ${text} or g.email ilike ${text} or g.organisation_name ilike ${text})`
  const rows = await selection(db)
    .where(condition)
    .orderBy('g.invited_at', 'desc')
    .orderBy('g.id')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await db
    .selectFrom('guest as g')
    .select(sql<number>`count(*)::int`.as('total'))
    .where(condition)
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** How a link stands on a day. */
export const guestState = (row: Pick<GuestRow, 'revoked_at' | 'expires_on' | 'opened'>, today: string): GuestState => {
  if (row.revoked_at !== null) return 'revoked'
  if (row.expires_on < today) return 'expired'
  return row.opened > 0 ? 'opened' : 'invited'
}

export const presentGuest = (row: GuestRow, today: string): GuestView => ({
  ...{ id: row.id, name: row.name, email: row.email, organisationId: row.organisation_id },
  ...{ organisationName: row.organisation_name, language: row.language, rights: row.rights as GuestRight[] },
  ...{ emailProof: row.email_proof, state: guestState(row, today), expiresOn: row.expires_on },
  ...{ invitedBy: row.inviter, invitedAt: row.invited_at, mailedAt: row.mailed_at },
  ...{ opened: row.opened, firstOpenedAt: row.first_opened_at, lastUsedAt: row.last_used_at },
})

export async function renewLink(
  db: Db,
  id: string,
  link: { tokenHash: string; expiresOn: string; forConfidential: boolean; emailProof: boolean },
): Promise<void> {
  await db
    .updateTable('guest')
    .set({
      ...{ token_hash: link.tokenHash, expires_on: link.expiresOn, for_confidential: link.forConfidential },
      ...{ email_proof: link.emailProof, revoked_at: null, mailed_at: null, code_hash: null },
    })
    .where('id', '=', id)
    .execute()
}

export async function markRevoked(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('guest').set({ revoked_at: at, code_hash: null }).where('id', '=', id).execute()
}

export async function markMailed(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('guest').set({ mailed_at: at }).where('id', '=', id).execute()
}

const files = (db: Db) =>
  db
    .selectFrom('guest_file as k')
    .innerJoin('guest as g', 'g.id', 'k.guest_id')
    .innerJoin('file as f', 'f.id', 'k.file_id')
    .select(['k.id', 'k.guest_id', 'k.file_id', 'k.note', 'k.state', 'k.reason', 'k.supplied_at'])
    .select(['g.agreement_id', 'g.name as guest_name', 'g.organisation_name'])
    .select(['f.name', 'f.media_type', 'f.bytes', 'f.sha256'])

export type SuppliedFileRow = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

export const findSuppliedFile = (db: Db, id: string): Promise<SuppliedFileRow | undefined> =>
  files(db).where('k.id', '=', id).executeTakeFirst()

export const lockSuppliedFile = (db: Db, id: string): Promise<SuppliedFileRow | undefined> =>
  files(db).where('k.id', '=', id).forUpdate('k').executeTakeFirst()

export const listSuppliedFiles = (db: Db, agreementId: string): Promise<SuppliedFileRow[]> =>
  files(db).where('g.agreement_id', '=', agreementId).orderBy('k.supplied_at', 'desc').limit(500).execute()

export const listFilesOfGuest = (db: Db, guestId: string): Promise<SuppliedFileRow[]> =>
  files(db).where('k.guest_id', '=', guestId).orderBy('k.supplied_at', 'desc').limit(500).execute()

export const presentSuppliedFile = (row: SuppliedFileRow): SuppliedFile => ({
  ...{ id: row.id, name: row.name, mediaType: row.media_type, bytes: row.bytes, note: row.note },
  ...{ state: row.state as SuppliedFileState, reason: row.reason, suppliedAt: row.supplied_at },
  ...{ guestName: row.guest_name, organisationName: row.organisation_name },
})

export async function insertSuppliedFile(
  db: Db,
  file: { id: string; guestId: string; fileId: string; note: string | null; at: string },
): Promise<void> {
  await db
    .insertInto('guest_file')
    .values({ id: file.id, guest_id: file.guestId, file_id: file.fileId, note: file.note, supplied_at: file.at })
    .execute()
}

export async function decideFile(
  db: Db,
  id: string,
  decision: { state: SuppliedFileState; reason: string | null; by: string | null; at: string },
): Promise<void> {
  await db
    .updateTable('guest_file')
    .set({ state: decision.state, reason: decision.reason, decided_by: decision.by, decided_at: decision.at })
    .where('id', '=', id)
    .execute()
}

/** What guests said of the deeds of an agreement, the newest first. */
export async function listAnswers(db: Db, agreementId: string): Promise<GuestAnswer[]> {
  const rows = await db
    .selectFrom('guest_answer as a')
    .innerJoin('guest as g', 'g.id', 'a.guest_id')
    .innerJoin('entry as e', 'e.id', 'a.entry_id')
    .innerJoin('activity as v', 'v.id', 'e.activity_id')
    .select(['a.id', 'a.entry_id', 'a.happened', 'a.reason', 'a.answered_at', 'g.name', 'g.organisation_name'])
    .select(['e.kind', 'v.title'])
    .where('g.agreement_id', '=', agreementId)
    .orderBy('a.answered_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(row => ({
    ...{ id: row.id, entryId: row.entry_id, kind: row.kind, title: row.title, happened: row.happened },
    ...{
      reason: row.reason,
      answeredAt: row.answered_at,
      guestName: row.name,
      organisationName: row.organisation_name,
    },
  }))
}
