// `visibleTo` as a condition for queries written by hand.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Reach, reachOf } from '#core/identity/actor.ts'

const within = (reach: Reach): RawBuilder<SqlBool> => {
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const ids = [...reach]
  return sql<SqlBool>`(agreement.home_id = any(${ids}::uuid[]) or coalesce(agreement.unit_id = any(${ids}::uuid[]), false))`
}

/** The condition on a table or alias named `agreement`; the same decision as `canRead`. */
export const visibleAgreement = (
  actor: Actor,
): RawBuilder<SqlBool> => sql<SqlBool>`(agreement.removed_at is null and ${within(actor.reads)}
  and (agreement.confidentiality <> 'confidential' or ${within(reachOf(actor, 'confidential'))} or coalesce(agreement.owner_id = ${actor.id}, false)))`
