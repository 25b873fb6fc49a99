// Rows that tell about one person: read for the export, erased on request. Driven by the list of personal data.
import { sql } from 'kysely'
import { forgetPast, pastOf } from '../../database/as-of.ts'
import type { Db } from '../../database/connect.ts'
import { type PersonalTable, personalTables, pseudonymOf } from '../personal-data.ts'

type Row = Record<string, unknown>

const withoutSecrets = (row: Row, secret: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !secret.includes(column)))

/** Everything that is kept about an account, by table; without hashes and keys. */
export async function rowsAbout(db: Db, accountId: string): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>()
  for (const { table, account, secret = [] } of personalTables) {
    if (!account) continue
    const conditions = account.map(column => sql`${sql.ref(column)}::text = ${accountId}`)
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.join(conditions, sql` or `)}`.execute(
      db,
    )
    found.set(
      table,
      rows.map(row => withoutSecrets(row, secret)),
    )
  }
  return found
}

/** Ids of the events that a person caused or that are about the account, oldest first, a page at a time. */
export async function eventIdsOf(db: Db, accountId: string, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from event
    where (actor_id = ${accountId} or (subject_type = 'account' and subject_id::text = ${accountId}))
      and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(db)
  return rows.map(row => row.id)
}

const madeOf = (kind: string, id: string): string | null => {
  if (kind === 'pseudonym') return pseudonymOf(id)
  if (kind === 'address') return `${pseudonymOf(id).slice(1)}@erased.invalid`
  return kind === 'empty' ? '{}' : null
}

async function eraseIn(db: Db, { table, erase }: PersonalTable, columns: readonly string[], id: string): Promise<void> {
  if (!erase) return
  const where = sql.join(
    columns.map(column => sql`${sql.ref(column)}::text = ${id}`),
    sql` or `,
  )
  const places = [table, ...(await pastOf(db, [table]))]
  if (erase === 'delete') {
    for (const place of places) await sql`delete from ${sql.table(place)} where ${where}`.execute(db)
    return
  }
  const changes = Object.entries(erase).map(([column, kind]) => {
    const value = madeOf(kind, id)
    return kind === 'empty' ? sql`${sql.ref(column)} = '{}'::jsonb` : sql`${sql.ref(column)} = ${value}`
  })
  for (const place of places) await sql`update ${sql.table(place)} set ${sql.join(changes)} where ${where}`.execute(db)
}

/** How names begin under which guests act: `Name (guest of …)`, in every language; isolated where directions differ. */
export const guestForms = (name: string): string[] => [`${name} (`, `\u2068${name}\u2069 (`]

/** Names that were written down as texts beside the records, without an id. */
async function replaceNames(db: Db, name: string, pseudonym: string): Promise<void> {
  const texts = [
    ['hand_over', 'by_name'],
    ['commitment', 'partner_owner'],
    ['entry_evidence', 'added_by_name'],
    ['record_comment', 'author_name'],
  ] as const
  for (const [table, column] of texts)
    for (const place of [table, ...(await pastOf(db, [table]))])
      await sql`update ${sql.table(place)} set ${sql.ref(column)} = ${pseudonym} where ${sql.ref(column)} = ${name}
        or exists (select from unnest(${guestForms(name)}::text[]) as form where starts_with(${sql.ref(column)}, form))`.execute(
        db,
      )
}

/** Takes the identity out of everything that an account left; what it did stays. */
export async function eraseAccountRows(db: Db, account: { id: string; name: string; email: string }): Promise<void> {
  const { id, name, email } = account
  await forgetPast(db)
  for (const table of personalTables)
    if (table.account && table.table !== 'person') await eraseIn(db, table, table.account, id)
  await sql`delete from saved_view where user_id = ${id} and not shared`.execute(db)
  await sql`delete from access_log where lower(email) = ${email.toLowerCase()}`.execute(db)
  await sql`delete from one_time_link where details->>'userId' = ${id}`.execute(db)
  await sql`update auth_user set disabled_at = coalesce(disabled_at, now()), updated_at = now() where id = ${id}`.execute(
    db,
  )
  await replaceNames(db, name, pseudonymOf(id))
}

export interface ContactIdentity {
  id: string
  name: string
  email: string | null
  phone: string | null
  orcid: string | null
  homeId: string | null
}

export async function findContact(db: Db, id: string): Promise<ContactIdentity | undefined> {
  const { rows } = await sql<ContactIdentity>`select id, name, email, phone, orcid, home_id as "homeId"
    from person where id = ${id}::uuid for update`.execute(db)
  return rows[0]
}

/** Takes the identity of a contact out of everything that names them; answers the names under which they were guests. */
export async function eraseContactRows(db: Db, contact: ContactIdentity): Promise<string[]> {
  const { id, name, email } = contact
  const pseudonym = pseudonymOf(id)
  await forgetPast(db)
  for (const table of personalTables) if (table.contact) await eraseIn(db, table, [table.contact], id)
  await sql`update person set version = version + 1, updated_at = now() where id = ${id}::uuid`.execute(db)
  const names = new Set([name])
  if (email !== null) {
    for (const place of ['agreement_contact', ...(await pastOf(db, ['agreement_contact']))])
      await sql`update ${sql.table(place)} set name = ${pseudonym}, email = null, phone = null where lower(email) = ${email.toLowerCase()}`.execute(
        db,
      )
    const { rows } = await sql<{ name: string }>`select name from guest where lower(email) = ${email.toLowerCase()}
      for update`.execute(db)
    for (const guest of rows) names.add(guest.name)
    await sql`update guest set name = ${pseudonym}, email = null, revoked_at = coalesce(revoked_at, now())
      where lower(email) = ${email.toLowerCase()}`.execute(db)
  }
  for (const each of names) await replaceNames(db, each, pseudonym)
  return [...names]
}
