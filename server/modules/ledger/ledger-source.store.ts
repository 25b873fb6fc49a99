// SQL of the sources of commitments: what the ledger must know of an agreement.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { sourceVisible } from './ledger.policy.ts'

/** The family of each source that is not the head of its own, for the rule "same agreement or its family"; of some, or of a whole home. */
export async function familiesOf(
  db: Db,
  of: { homeId: string } | { sourceIds: readonly string[] },
): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('ledger_source')
    .select(['source_id', 'family_id'])
    .$if('homeId' in of, q => q.where('home_id', '=', (of as { homeId: string }).homeId))
    .$if('sourceIds' in of, q =>
      q.where('source_id', '=', sql<string>`any(${[...(of as { sourceIds: readonly string[] }).sourceIds]})`),
    )
    .whereRef('source_id', '<>', 'family_id')
    .execute()
  return Object.fromEntries(rows.map(row => [row.source_id, row.family_id]))
}

/** What the ledger must know of a source: its home, who may see it, and the family it belongs to. */
export interface LedgerSource {
  sourceId: string
  familyId: string
  homeId: string
  unitId: string | null
  ownerId: string | null
  confidential: boolean
  /** People named as readers; they count while it is confidential. */
  readerIds: readonly string[]
}

export async function writeSources(db: Db, sources: readonly LedgerSource[]): Promise<void> {
  for (let start = 0; start < sources.length; start += 2000)
    await db
      .insertInto('ledger_source')
      .values(
        sources.slice(start, start + 2000).map(one => ({
          source_id: one.sourceId,
          family_id: one.familyId,
          home_id: one.homeId,
          unit_id: one.unitId,
          owner_id: one.ownerId,
          confidential: one.confidential,
          reader_ids: [...one.readerIds],
        })),
      )
      .onConflict(c =>
        c.column('source_id').doUpdateSet(eb => ({
          family_id: eb.ref('excluded.family_id'),
          unit_id: eb.ref('excluded.unit_id'),
          owner_id: eb.ref('excluded.owner_id'),
          confidential: eb.ref('excluded.confidential'),
          reader_ids: eb.ref('excluded.reader_ids'),
        })),
      )
      .execute()
}

export async function findSource(db: Db, actor: Actor, sourceId: string): Promise<LedgerSource | undefined> {
  const row = await db
    .selectFrom('ledger_source as s')
    .selectAll()
    .where('s.source_id', '=', sourceId)
    .where(sourceVisible(actor, 's.source_id'))
    .executeTakeFirst()
  return (
    row && {
      sourceId: row.source_id,
      familyId: row.family_id,
      homeId: row.home_id,
      unitId: row.unit_id,
      ownerId: row.owner_id,
      confidential: row.confidential,
      readerIds: row.reader_ids,
    }
  )
}

/** The home unit of each source, for permissions. */
export async function sourceUnits(db: Db, sourceIds: readonly string[]): Promise<Map<string, string | null>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledger_source')
    .select(['source_id', 'unit_id'])
    .where('source_id', '=', sql<string>`any(${[...new Set(sourceIds)]})`)
    .execute()
  return new Map(rows.map(row => [row.source_id, row.unit_id]))
}
