// What is confided to named people: they read it, and whoever stands in for them; an auditor reads it all the same.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, actsAs, reaches, reachOf } from './actor.ts'

/** To whom a record is confided: its owner and the people named as its readers. */
export interface Readers {
  ownerId: string | null
  readerIds: readonly string[]
}

/**
 * In whose names an actor reads what is confided: their own, and those of the absent whom they stand in for. Nobody's
 * without a role that holds today, and nobody's by a token that was not made for it.
 */
export function readsAs(actor: Actor): string[] {
  if (actor.kind !== 'person' || actor.id === null || actor.grants.length === 0) return []
  if (actor.tokenScopes && !actor.tokenScopes.includes('confidential')) return []
  return actsAs(actor)
}

export const isConfidedTo = (actor: Actor, { ownerId, readerIds }: Readers): boolean =>
  readsAs(actor).some(id => id === ownerId || readerIds.includes(id))

/** Whether an actor reads a confidential record of a place. */
export const readsConfided = (actor: Actor, record: Readers & { homeId: string; unitId: string | null }): boolean =>
  isConfidedTo(actor, record) || reaches(reachOf(actor, 'confidential'), record.homeId, record.unitId)

/** Whether somebody reads every confidential record there is, so that nobody need ask of which. */
export const readsAllConfided = (actor: Actor): boolean => reachOf(actor, 'confidential') === 'everywhere'

/** Whether a note on a record that the actor reads is meant for them: for everybody, or for those named. */
export const isMeantFor = (
  actor: Actor,
  onlyFor: readonly string[] | null,
  { homeId, unitId }: { homeId: string | null; unitId: string | null },
): boolean =>
  onlyFor === null ||
  readsAs(actor).some(id => onlyFor.includes(id)) ||
  (homeId === null ? readsAllConfided(actor) : reaches(reachOf(actor, 'confidential'), homeId, unitId))

/** `isMeantFor` as a condition on a table or alias with the columns home_id, unit_id and only_for. */
export function meantFor(actor: Actor, alias: string): RawBuilder<SqlBool> {
  const reach = reachOf(actor, 'confidential')
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const audited =
    reach.size === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`coalesce(${column('home_id')} = any(${[...reach]}::uuid[]) or ${column('unit_id')} = any(${[...reach]}::uuid[]), false)`
  return sql<SqlBool>`(${column('only_for')} is null or ${column('only_for')} && ${readsAs(actor)}::text[] or ${audited})`
}

/** `readsConfided` as a condition on a table or alias with the columns home_id, unit_id, owner_id and reader_ids. */
export function confidedTo(actor: Actor, alias: string): RawBuilder<SqlBool> {
  const reach = reachOf(actor, 'confidential')
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const names = readsAs(actor)
  const conditions = [
    ...(names.length > 0
      ? [
          sql`coalesce(${column('owner_id')} = any(${names}::text[]), false)`,
          sql`${column('reader_ids')} && ${names}::text[]`,
        ]
      : []),
    ...(reach.size > 0
      ? [
          sql`coalesce(${column('home_id')} = any(${[...reach]}::uuid[]) or ${column('unit_id')} = any(${[...reach]}::uuid[]), false)`,
        ]
      : []),
  ]
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`
}
