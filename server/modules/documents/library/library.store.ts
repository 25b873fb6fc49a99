// SQL of the clause library: items with their versions, found as their reader sees them.
import { sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import { type Db, json } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { readsHome, visibleItem } from './library.policy.ts'
import type { ItemKind, ItemState } from './library.terms.ts'
import type { StoredContent } from './stored-content.ts'

const stateOf = sql<ItemState>`case when i.retired_at is not null then 'retired'
  when i.approved_version is not null then 'approved' else 'draft' end`

const items = (db: Db) =>
  db
    .selectFrom('library_item as i')
    .innerJoin('library_version as v', join =>
      join.onRef('v.item_id', '=', 'i.id').onRef('v.version', '=', 'i.version'),
    )
    .leftJoin('organisation as o', 'o.id', 'i.home_id')
    .leftJoin('auth_user as u', 'u.id', 'i.changed_by')
    .select(['i.id', 'i.kind', 'i.home_id', 'i.origin', 'i.version', 'i.approved_version', 'i.retired_because'])
    .select([
      'i.title',
      'i.changed_at',
      'v.content',
      'o.name as home_name',
      'o.names as home_names',
      'u.name as changer',
    ])
    .select(stateOf.as('state'))

export type ItemRow = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]

/** The item with its latest version, if the actor may see it. */
export const findItem = (db: Db, actor: Actor, kind: ItemKind, id: string): Promise<ItemRow | undefined> =>
  items(db).where('i.id', '=', id).where('i.kind', '=', kind).where(visibleItem(actor)).executeTakeFirst()

/** The same, locked for the rest of the transaction. */
export const lockItem = (db: Db, actor: Actor, kind: ItemKind, id: string): Promise<ItemRow | undefined> =>
  items(db)
    .where('i.id', '=', id)
    .where('i.kind', '=', kind)
    .where(visibleItem(actor))
    .forUpdate('i')
    .executeTakeFirst()

export interface ItemFilter {
  kind: ItemKind
  /** Folded words. */
  words?: string | undefined
  state?: ItemState | undefined
  language?: string | undefined
  role?: string | undefined
  /** A kind of agreement: templates for it, and those for any. */
  agreementKind?: string | undefined
  /** Only what is of the installation or of this home. */
  homeId?: string | undefined
}

function condition(actor: Actor, filter: ItemFilter) {
  const parts = [sql<boolean>`i.kind = ${filter.kind}`, visibleItem(actor)]
  for (const word of filter.words?.split(' ').filter(Boolean) ?? [])
    parts.push(sql<boolean>`i.words like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (filter.state) parts.push(sql<boolean>`${stateOf} = ${filter.state}`)
  else parts.push(sql<boolean>`i.retired_at is null`)
  if (filter.role) parts.push(sql<boolean>`v.content->>'role' = ${filter.role}`)
  if (filter.homeId) parts.push(sql<boolean>`(i.home_id is null or i.home_id = ${filter.homeId}::uuid)`)
  if (filter.language)
    parts.push(
      filter.kind === 'clause'
        ? sql<boolean>`(v.content #> '{alternatives,0,versions}') ? ${filter.language}`
        : sql<boolean>`(v.content->'languages') ? ${filter.language}`,
    )
  if (filter.agreementKind)
    parts.push(sql<boolean>`(v.content->'kinds' = '[]'::jsonb or (v.content->'kinds') ? ${filter.agreementKind})`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** By their names in the reader's language. */
export async function pageOfItems(
  db: Db,
  actor: Actor,
  filter: ItemFilter,
  language: string,
  paging: { offset: number; limit: number },
): Promise<{ rows: ItemRow[]; total: number }> {
  const name = sql`coalesce(i.title->>${language}, i.title->>'en', i.title::text)`
  const rows = await items(db)
    .where(condition(actor, filter))
    .orderBy(name)
    .orderBy('i.id')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await db
    .selectFrom('library_item as i')
    .innerJoin('library_version as v', join =>
      join.onRef('v.item_id', '=', 'i.id').onRef('v.version', '=', 'i.version'),
    )
    .select(sql<number>`count(*)::int`.as('total'))
    .where(condition(actor, filter))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** Clauses by their ids, in no order; those that the actor may not see are left out. */
export async function findClauses(db: Db, actor: Actor, ids: readonly string[]): Promise<ItemRow[]> {
  if (ids.length === 0) return []
  return items(db)
    .where('i.kind', '=', 'clause')
    .where('i.id', 'in', [...new Set(ids)])
    .where(visibleItem(actor))
    .execute()
}

/** Contents of given versions, by item. */
export async function contentsOf(
  db: Db,
  wanted: readonly { id: string; version: number }[],
): Promise<Map<string, StoredContent>> {
  if (wanted.length === 0) return new Map()
  const pairs = wanted.map(({ id, version }) => sql`(${id}::uuid, ${version}::int)`)
  const rows = await db
    .selectFrom('library_version as v')
    .select(['v.item_id', 'v.content'])
    .where(sql<boolean>`(v.item_id, v.version) in (${sql.join(pairs)})`)
    .execute()
  return new Map(rows.map(row => [row.item_id, row.content as StoredContent]))
}

export const listVersions = (db: Db, id: string) =>
  db
    .selectFrom('library_version as v')
    .leftJoin('auth_user as w', 'w.id', 'v.written_by')
    .leftJoin('auth_user as a', 'a.id', 'v.approved_by')
    .select(['v.version', 'v.note', 'v.written_at as writtenAt', 'v.approved_at as approvedAt'])
    .select(['w.name as writtenBy', 'a.name as approvedBy'])
    .where('v.item_id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(500)
    .execute()

/** Templates whose latest version names the clause. */
export async function templatesWith(db: Db, actor: Actor, clauseId: string) {
  const rows = await items(db)
    .where('i.kind', '=', 'template')
    .where('i.retired_at', 'is', null)
    .where(visibleItem(actor))
    .where(sql<boolean>`v.content->'parts' @> ${JSON.stringify([{ clauseId }])}::jsonb`)
    .orderBy('i.changed_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(row => ({ id: row.id, title: row.title as LocalisedText }))
}

export interface NewVersion {
  id: string
  version: number
  title: LocalisedText
  /** Folded. */
  words: string
  content: StoredContent
  note: string | null
  by: string | null
  at: string
}

export async function insertItem(
  db: Db,
  item: { kind: ItemKind; homeId: string | null; origin: string | null },
  version: NewVersion,
): Promise<void> {
  await db
    .insertInto('library_item')
    .values({
      ...{ id: version.id, kind: item.kind, home_id: item.homeId, origin: item.origin, version: version.version },
      ...{ title: json(version.title), words: version.words, changed_at: version.at, changed_by: version.by },
    })
    .execute()
  await insertVersion(db, version)
}

async function insertVersion(db: Db, { id, version, content, note, by, at }: NewVersion): Promise<void> {
  await db
    .insertInto('library_version')
    .values({ item_id: id, version, content: json(content), note, written_by: by, written_at: at })
    .execute()
}

export async function addVersion(db: Db, version: NewVersion): Promise<void> {
  await insertVersion(db, version)
  await db
    .updateTable('library_item')
    .set({
      ...{ version: version.version, title: json(version.title), words: version.words },
      ...{ changed_at: version.at, changed_by: version.by },
    })
    .where('id', '=', version.id)
    .execute()
}

export async function markApproved(
  db: Db,
  { id, version, by, at }: { id: string; version: number; by: string | null; at: string },
): Promise<void> {
  await db.updateTable('library_item').set({ approved_version: version }).where('id', '=', id).execute()
  await db
    .updateTable('library_version')
    .set({ approved_by: by, approved_at: at })
    .where('item_id', '=', id)
    .where('version', '=', version)
    .execute()
}

export async function markRetired(db: Db, id: string, retired: { at: string; because: string } | null): Promise<void> {
  await db
    .updateTable('library_item')
    .set({ retired_at: retired?.at ?? null, retired_because: retired?.because ?? null })
    .where('id', '=', id)
    .execute()
}

/** What of the start set stands in libraries already: origin to item, for one place. */
export async function adoptedOrigins(db: Db, homeId: string | null): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('library_item')
    .select(['id', 'origin'])
    .where('origin', 'is not', null)
    .where('home_id', homeId === null ? 'is' : '=', homeId)
    .execute()
  return new Map(rows.map(row => [row.origin!, row.id]))
}

/** How much of the start set each place has; the installation's under null. */
export async function countAdopted(db: Db): Promise<Map<string | null, number>> {
  const rows = await db
    .selectFrom('library_item')
    .select(['home_id', sql<number>`count(*)::int`.as('count')])
    .where('origin', 'is not', null)
    .groupBy('home_id')
    .execute()
  return new Map(rows.map(row => [row.home_id, row.count]))
}

/** Home organisations that the reader reads. */
export const readableHomes = (db: Db, actor: Actor) =>
  db
    .selectFrom('organisation as h')
    .select(['h.id', 'h.name', 'h.names'])
    .where('h.home', '=', true)
    .where(readsHome(actor, sql`h.id`))
    .orderBy('h.name')
    .execute()
