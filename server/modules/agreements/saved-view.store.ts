// Saved views of readers: filters of a page under a name.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'

export interface StoredView {
  id: string
  userId: string
  page: string
  name: string
  query: Record<string, string | string[]>
  shared: boolean
}

const select = sql`id, user_id as "userId", page, name, query, shared`

/** The reader's own views and the shared ones. */
export async function listViews(db: Db, userId: string, page: string | null): Promise<StoredView[]> {
  const { rows } = await sql<StoredView>`select ${select} from saved_view
    where (user_id = ${userId} or shared) and (${page}::text is null or page = ${page}) order by page, name, id`.execute(
    db,
  )
  return rows
}

export async function findView(db: Db, userId: string, id: string): Promise<StoredView | undefined> {
  const { rows } =
    await sql<StoredView>`select ${select} from saved_view where id = ${id} and (user_id = ${userId} or shared)`.execute(
      db,
    )
  return rows[0]
}

export async function isNameTaken(db: Db, view: Pick<StoredView, 'id' | 'userId' | 'page' | 'name'>): Promise<boolean> {
  const row = await db
    .selectFrom('saved_view')
    .select('id')
    .where('user_id', '=', view.userId)
    .where('page', '=', view.page)
    .where('name', '=', view.name)
    .where('id', '<>', view.id)
    .executeTakeFirst()
  return row !== undefined
}

export async function putView(db: Db, view: StoredView): Promise<void> {
  const { page, name, shared } = view
  await db
    .insertInto('saved_view')
    .values({ id: view.id, user_id: view.userId, page, name, shared, query: json(view.query) })
    .onConflict(c => c.column('id').doUpdateSet({ page, name, shared, query: json(view.query) }))
    .execute()
}

export async function dropView(db: Db, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
}
