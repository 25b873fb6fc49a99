// SQL of lists: what is kept of them, their versions and entries.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { ListFormat, ListMapping, VersionState } from './list.terms.ts'
import { hashOfEntry, type ListEntry } from './lists/list-entry.ts'

export interface ActiveList {
  id: string
  name: string
  versionId: string
  /** Of the version. */
  number: number
  sha256: string
  publishedOn: string | null
  loadedAt: string
}

/** Lists that are in use and were read at least once. */
export async function listActive(db: Db): Promise<ActiveList[]> {
  return (await db
    .selectFrom('screening_list as l')
    .innerJoin('screening_list_version as v', 'v.id', 'l.current_version_id')
    .select(['l.id', 'l.name', 'v.id as versionId', 'v.number', 'v.sha256', 'v.published_on as publishedOn'])
    .select('v.loaded_at as loadedAt')
    .where('l.active', '=', true)
    .where('l.removed_at', 'is', null)
    .orderBy('l.created_at')
    .orderBy('l.id')
    .execute()) as ActiveList[]
}

export interface EntryNames {
  id: string
  kind: string
  names: string[]
  hash: string
}

const pageSize = 1000

/** All entries that count, in pages. */
export async function* readNames(db: Db, listId: string): AsyncGenerator<EntryNames[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db
      .selectFrom('screening_entry')
      .select(['id', 'kind', 'names', 'hash'])
      .where('list_id', '=', listId)
      .where('gone_version_id', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.id
  }
}

/** What differs from a version before. */
export async function readChangedNames(
  db: Db,
  listId: string,
  sinceNumber: number,
): Promise<{ changed: EntryNames[]; gone: string[] }> {
  const since = db
    .selectFrom('screening_list_version')
    .select('id')
    .where('list_id', '=', listId)
    .where('number', '>', sinceNumber)
  const changed = await db
    .selectFrom('screening_entry')
    .select(['id', 'kind', 'names', 'hash'])
    .where('list_id', '=', listId)
    .where('changed_version_id', 'in', since)
    .where('gone_version_id', 'is', null)
    .execute()
  const gone = await db
    .selectFrom('screening_entry')
    .select('id')
    .where('list_id', '=', listId)
    .where('gone_version_id', 'in', since)
    .execute()
  return { changed, gone: gone.map(row => row.id) }
}

export interface StoredEntry {
  id: string
  listId: string
  hash: string
  content: ListEntry
}

export async function entriesById(db: Db, ids: readonly string[]): Promise<Map<string, StoredEntry>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('screening_entry')
    .select(['id', 'list_id', 'hash', 'content'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(
    rows.map(row => [row.id, { id: row.id, listId: row.list_id, hash: row.hash, content: row.content as ListEntry }]),
  )
}

/** Writes a batch of entries of the version that is being read; what is the same stays as it was. */
export async function writeEntries(
  db: Db,
  listId: string,
  versionId: string,
  entries: readonly { id: string; entry: ListEntry }[],
): Promise<void> {
  const rows = entries.map(({ id, entry }) => ({
    ...{ id, external_id: entry.externalId, kind: entry.kind, names: entry.names, content: entry },
    hash: hashOfEntry(entry),
  }))
  await sql`
    insert into screening_entry (id, list_id, external_id, kind, names, content, hash, first_version_id, changed_version_id, seen_version_id)
    select r.id, ${listId}::uuid, r.external_id, r.kind, array(select jsonb_array_elements_text(r.names)), r.content, r.hash,
      ${versionId}::uuid, ${versionId}::uuid, ${versionId}::uuid
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, external_id text, kind text, names jsonb, content jsonb, hash text)
    on conflict (list_id, external_id) do update set
      kind = excluded.kind, names = excluded.names, content = excluded.content, hash = excluded.hash,
      changed_version_id = case when screening_entry.hash = excluded.hash and screening_entry.gone_version_id is null
        then screening_entry.changed_version_id else excluded.changed_version_id end,
      seen_version_id = excluded.seen_version_id, gone_version_id = null`.execute(db)
}

/** Marks what the version no longer has, and counts what it brought. */
export async function settleEntries(
  db: Db,
  listId: string,
  versionId: string,
): Promise<{ entries: number; added: number; changed: number; gone: number }> {
  const gone = await db
    .updateTable('screening_entry')
    .set({ gone_version_id: versionId })
    .where('list_id', '=', listId)
    .where('seen_version_id', '<>', versionId)
    .where('gone_version_id', 'is', null)
    .executeTakeFirst()
  const counts = await db
    .selectFrom('screening_entry')
    .select(sql<number>`count(*)`.as('entries'))
    .select(sql<number>`count(*) filter (where first_version_id = ${versionId}::uuid)`.as('added'))
    .select(
      sql<number>`count(*) filter (where changed_version_id = ${versionId}::uuid and first_version_id <> ${versionId}::uuid)`.as(
        'changed',
      ),
    )
    .where('list_id', '=', listId)
    .where('gone_version_id', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...counts, gone: Number(gone.numUpdatedRows) }
}

const lists = (db: Db) => db.selectFrom('screening_list').selectAll().where('removed_at', 'is', null)

export type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]

export const listLists = (db: Db): Promise<ListRow[]> => lists(db).orderBy('created_at').orderBy('id').execute()
export const findList = (db: Db, id: string): Promise<ListRow | undefined> =>
  lists(db).where('id', '=', id).executeTakeFirst()
export const lockList = (db: Db, id: string): Promise<ListRow | undefined> =>
  lists(db).where('id', '=', id).forUpdate().executeTakeFirst()

export interface ListInput {
  name: string
  publisher: string | null
  format: ListFormat
  mapping: ListMapping | null
}

export async function insertList(db: Db, id: string, input: ListInput): Promise<void> {
  const { mapping, ...row } = input
  await db
    .insertInto('screening_list')
    .values({ id, ...row, mapping: json(mapping ?? {}) })
    .execute()
}

export async function updateList(
  db: Db,
  id: string,
  change: Partial<Omit<ListInput, 'mapping'>> & {
    mapping?: ListMapping | null
    active?: boolean
    removed_at?: string
    current_version_id?: string
  },
): Promise<void> {
  const { mapping, ...rest } = change
  await db
    .updateTable('screening_list')
    .set({ ...rest, ...(mapping !== undefined && { mapping: json(mapping ?? {}) }), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

const versions = (db: Db) =>
  db
    .selectFrom('screening_list_version as v')
    .leftJoin('auth_user as u', 'u.id', 'v.loaded_by')
    .selectAll('v')
    .select('u.name as loader')

export type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

export const listVersions = (db: Db, listIds: readonly string[]): Promise<VersionRow[]> =>
  versions(db)
    .where('v.list_id', '=', sql<string>`any(${[...listIds]}::uuid[])`)
    .orderBy('v.number', 'desc')
    .limit(500)
    .execute()
export const findVersion = (db: Db, id: string): Promise<VersionRow | undefined> =>
  versions(db).where('v.id', '=', id).executeTakeFirst()

export async function insertVersion(
  db: Db,
  version: {
    id: string
    listId: string
    fileName: string
    sha256: string
    storedHash: string
    loadedBy: string | null
    at: string
  },
): Promise<void> {
  await sql`
    insert into screening_list_version (id, list_id, number, file_name, sha256, stored_hash, loaded_by, requested_at)
    select ${version.id}, ${version.listId}, coalesce(max(number), 0) + 1, ${version.fileName}, ${version.sha256},
      ${version.storedHash}, ${version.loadedBy}, ${version.at}::timestamptz
    from screening_list_version where list_id = ${version.listId}`.execute(db)
}

export async function updateVersion(
  db: Db,
  id: string,
  change: {
    state: VersionState
    published_on?: string | null
    entries?: number
    added?: number
    changed?: number
    gone?: number
    not_understood?: number
    problems?: readonly object[]
    error?: string
    loaded_at?: string
  },
): Promise<void> {
  const { problems, ...rest } = change
  await db
    .updateTable('screening_list_version')
    .set({ ...rest, ...(problems && { problems: json(problems) }) })
    .where('id', '=', id)
    .execute()
}
