// SQL of entries: append-only deeds with their activities and evidence.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { dateText } from './commitment.store.ts'
import { entryVisible } from './ledger.policy.ts'
import type { Entry, ServedBy } from './ledger.shapes.ts'
import type { EntryState, Unit } from './ledger.terms.ts'

/** An entry with what is shown beside it. */
export interface StoredEntry extends Entry {
  homeId: string
  /** The home unit of the agreement, for permissions. */
  unitOfSource: string | null
  title: string | null
  note: string | null
  reason: string | null
  reversedById: string | null
  postedBy: string | null
  postedAt: string
}

const selection = (db: Db) =>
  db
    .selectFrom('entry as e')
    .innerJoin('activity as a', 'a.id', 'e.activity_id')
    .leftJoin('ledger_source as s', 's.source_id', 'e.agreement_id')
    .leftJoin('auth_user as u', 'u.id', 'e.posted_by')
    .selectAll('e')
    .select(['a.title', 'a.note', 's.unit_id as unit_of_source', 'u.name as poster'])

type Row = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const fromRow = (row: Row): StoredEntry => ({
  id: row.id,
  homeId: row.home_id,
  unitOfSource: row.unit_of_source,
  kind: row.kind,
  unit: row.unit as Unit,
  currency: row.currency,
  baseQuantity: row.base_quantity,
  from: { organisationId: row.from_id, unitId: row.from_unit_id },
  to: { organisationId: row.to_id, unitId: row.to_unit_id },
  startOn: dateText(row.starts_on, row.starts_precision),
  endOn: row.ends_on && dateText(row.ends_on, row.ends_precision),
  status: row.status as EntryState,
  field: row.field,
  agreementId: row.agreement_id,
  module: row.module,
  activityId: row.activity_id,
  lineKey: row.line_key,
  commitmentId: row.commitment_id,
  servedBy: row.served_by as ServedBy,
  reversesId: row.reverses_id,
  reversedById: row.reversed_by_id,
  title: row.title,
  note: row.note,
  reason: row.reason,
  postedBy: row.poster,
  postedAt: row.posted_at,
})

export interface EntryFilter {
  agreementId?: string | undefined
  /** Those that stand under no agreement. */
  withoutAgreement?: boolean | undefined
  /** Any of these on either side. */
  amongIds?: readonly string[] | undefined
  commitmentIds?: readonly string[] | undefined
  partnerId?: string | undefined
  status?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  unserved?: boolean | undefined
  withReversed?: boolean | undefined
}

/** Entries that the actor may see, newest deed first. */
export async function listEntries(
  db: Db,
  actor: Actor,
  filter: EntryFilter,
  paging: { offset: number; limit: number },
): Promise<{ items: StoredEntry[]; total: number }> {
  const conditions = sql.join(
    [
      entryVisible(actor),
      ...(filter.withReversed ? [] : [sql`e.reverses_id is null and e.reversed_by_id is null`]),
      ...(filter.agreementId ? [sql`e.agreement_id = ${filter.agreementId}`] : []),
      ...(filter.withoutAgreement ? [sql`e.agreement_id is null`] : []),
      ...(filter.amongIds
        ? [sql`(e.from_id = any(${[...filter.amongIds]}::uuid[]) or e.to_id = any(${[...filter.amongIds]}::uuid[]))`]
        : []),
      ...(filter.commitmentIds ? [sql`e.commitment_id = any(${filter.commitmentIds})`] : []),
      ...(filter.partnerId ? [sql`(e.from_id = ${filter.partnerId} or e.to_id = ${filter.partnerId})`] : []),
      ...(filter.status?.length ? [sql`e.status = any(${filter.status})`] : []),
      ...(filter.kind?.length ? [sql`e.kind = any(${filter.kind})`] : []),
      ...(filter.unserved ? [sql`e.commitment_id is null`] : []),
    ],
    sql` and `,
  )
  const rows = await selection(db)
    .where(sql<boolean>`${conditions}`)
    .orderBy('e.starts_on', 'desc')
    .orderBy('e.id', 'desc')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await db
    .selectFrom('entry as e')
    .select(sql<number>`count(*)`.as('total'))
    .where(sql<boolean>`${conditions}`)
    .executeTakeFirstOrThrow()
  return { items: rows.map(fromRow), total }
}

export async function findEntry(db: Db, actor: Actor, id: string): Promise<StoredEntry | undefined> {
  const row = await selection(db)
    .where('e.id', '=', id)
    .where(sql<boolean>`${entryVisible(actor)}`)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Entries by id, in the order of the ids given. */
export async function listEntriesByIds(db: Db, ids: readonly string[]): Promise<StoredEntry[]> {
  if (ids.length === 0) return []
  const rows = await selection(db).where('e.id', '=', sql<string>`any(${ids})`).execute()
  const byId = new Map(rows.map(row => [row.id, fromRow(row)]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** All entries of activities, reversals among them, for planning a posting; the activities stay locked until the commit. */
export async function lockActivityEntries(
  db: Db,
  module: string,
  activityIds: readonly string[],
): Promise<StoredEntry[]> {
  await sql`select id from activity where id = any(${activityIds}) order by id for update`.execute(db)
  const rows = await selection(db)
    .where('e.module', '=', module)
    .where('e.activity_id', '=', sql<string>`any(${activityIds})`)
    .orderBy('e.id')
    .execute()
  return rows.map(fromRow)
}

/** Every entry, reversals among them, that serves one of these commitments; for making their sums anew. */
export async function listServing(db: Db, commitmentIds: readonly string[]): Promise<StoredEntry[]> {
  if (commitmentIds.length === 0) return []
  const rows = await selection(db)
    .where('e.commitment_id', '=', sql<string>`any(${commitmentIds})`)
    .orderBy('e.id')
    .execute()
  return rows.map(fromRow)
}

export interface ActivityRow {
  id: string
  module: string
  homeId: string
  kind: string
  title: string | null
  note: string | null
}

export async function writeActivities(db: Db, activities: readonly ActivityRow[]): Promise<void> {
  if (activities.length === 0) return
  await db
    .insertInto('activity')
    .values(
      activities.map(one => ({
        id: one.id,
        module: one.module,
        home_id: one.homeId,
        kind: one.kind,
        title: one.title,
        note: one.note,
      })),
    )
    .onConflict(c =>
      c.column('id').doUpdateSet(eb => ({
        kind: eb.ref('excluded.kind'),
        title: eb.ref('excluded.title'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute()
}

export async function activityExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('activity').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

const firstOf = (text: string): string => `${text}-01-01`.slice(0, 10)

const lastOf = (text: string): string => {
  const start = Temporal.PlainDate.from(firstOf(text))
  if (text.length === 4) return start.with({ month: 12, day: 31 }).toString()
  return text.length === 7 ? start.with({ day: start.daysInMonth }).toString() : text
}

const precisionOf = (text: string) => (text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day')

export interface NewEntry extends Entry {
  homeId: string
  reason: string | null
  postedBy: string | null
  eventId: string
}

/** Appends entries and marks what they take back. */
export async function appendEntries(db: Db, entries: readonly NewEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += 1000)
    await db
      .insertInto('entry')
      .values(
        entries.slice(start, start + 1000).map(one => ({
          id: one.id,
          home_id: one.homeId,
          kind: one.kind,
          unit: one.unit,
          currency: one.currency,
          base_quantity: one.baseQuantity,
          from_id: one.from.organisationId,
          from_unit_id: one.from.unitId,
          to_id: one.to.organisationId,
          to_unit_id: one.to.unitId,
          starts_on: firstOf(one.startOn),
          starts_precision: precisionOf(one.startOn),
          ends_on: one.endOn && lastOf(one.endOn),
          ends_precision: one.endOn && precisionOf(one.endOn),
          status: one.status,
          field: one.field,
          module: one.module,
          activity_id: one.activityId,
          line_key: one.lineKey,
          agreement_id: one.agreementId,
          commitment_id: one.commitmentId,
          served_by: one.servedBy,
          reverses_id: one.reversesId,
          reason: one.reason,
          posted_by: one.postedBy,
          event_id: one.eventId,
        })),
      )
      .execute()
  const reversals = entries.filter(one => one.reversesId !== null)
  if (reversals.length > 0)
    await sql`update entry e set reversed_by_id = r.id
      from entry r where r.id = any(${reversals.map(one => one.id)}) and e.id = r.reverses_id`.execute(db)
}

/** Entries in the order of their ids, for counting through all of them. */
export async function pageOfEntries(db: Db, after: string | null, limit: number): Promise<StoredEntry[]> {
  const rows = await selection(db)
    .$if(after !== null, q => q.where('e.id', '>', after!))
    .orderBy('e.id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Activities whose entries belong to an agreement; for its timeline. */
export async function activityIdsOf(db: Db, agreementId: string, limit = 500): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .select('activity_id')
    .distinct()
    .where('agreement_id', '=', agreementId)
    .limit(limit)
    .execute()
  return rows.map(row => row.activity_id)
}
