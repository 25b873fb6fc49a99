// Tells the ledger what it must know of agreements: who may see them and which belong together.
import type { Db } from '#core/database/connect.ts'
import { writeSources } from '#modules/ledger/index.ts'
import { listFamilies } from './agreement-family.store.ts'

/** Rewrites what the ledger knows of these agreements and their whole families; pass former relatives too. */
export async function keepSources(db: Db, ids: readonly string[]): Promise<void> {
  const members = await listFamilies(db, [...new Set(ids)])
  await writeSources(
    db,
    members.map(({ id, familyId, homeId, unitId, ownerId, confidential, readerIds }) => ({
      ...{ sourceId: id, familyId, homeId, unitId, ownerId, confidential, readerIds },
    })),
  )
}
