// Finds the families of agreements: annexes, amendments and successors that belong together, however they are linked.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface FamilyMember {
  id: string
  familyId: string
  homeId: string
  unitId: string | null
  ownerId: string | null
  confidential: boolean
  readerIds: string[]
}

/** All members of the families of these agreements; a family is named by its smallest, that is oldest, id. */
export async function listFamilies(db: Db, ids: readonly string[]): Promise<FamilyMember[]> {
  const members = new Map<string, FamilyMember>()
  for (let start = 0; start < ids.length; start += 5000) {
    const { rows } = await sql<FamilyMember>`with recursive family(start, id) as (
        select x, x from unnest(${ids.slice(start, start + 5000)}::uuid[]) x
        union
        select f.start, n.id from family f cross join lateral (
          select unnest(array[a.parent_id, a.amends_id, a.supersedes_id]) as id from agreement a where a.id = f.id
          union all select b.id from agreement b where b.parent_id = f.id
          union all select b.id from agreement b where b.amends_id = f.id
          union all select b.id from agreement b where b.supersedes_id = f.id) n
        where n.id is not null),
      named as (select id, min(least(start::text, id::text)) over (partition by start) as family_id from family)
      select distinct on (a.id) a.id, n.family_id::uuid as "familyId", a.home_id as "homeId", a.unit_id as "unitId",
        a.owner_id as "ownerId", a.confidentiality = 'confidential' as confidential, a.reader_ids as "readerIds"
      from named n join agreement a on a.id = n.id order by a.id, n.family_id`.execute(db)
    for (const row of rows) members.set(row.id, row)
  }
  return [...members.values()]
}
