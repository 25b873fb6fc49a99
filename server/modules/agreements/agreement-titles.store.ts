// Titles of agreements for other modules that mention them.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'

/** Title in the reader's language and number of each agreement; kind in words is the caller's business. */
export async function agreementTitles(
  db: Db,
  ids: readonly string[],
  t: Translator,
): Promise<Map<string, { title: string; number: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'title', 'number'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { title: t.localised(row.title as Record<string, string>) || (row.number ?? '–'), number: row.number },
    ]),
  )
}
