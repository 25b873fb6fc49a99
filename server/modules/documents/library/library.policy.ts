// Who reads and writes the clause library: the house reads, those who write agreements draft, those who conclude them approve.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, reaches, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const readsNothing: Term = /*i18n*/ {
  id: 'documents.library.policy.reads_nothing',
  message: 'You have no role here yet. Ask an administrator for one.',
}
const writesNot: Term = /*i18n*/ {
  id: 'documents.library.policy.writes_not',
  message: 'Only those who write agreements for this organisation write in its library.',
}
const approvesNot: Term = /*i18n*/ {
  id: 'documents.library.policy.approves_not',
  message: 'Only those who conclude agreements for this organisation approve and retire what stands in its library.',
}
const adoptsNot: Term = /*i18n*/ {
  id: 'documents.library.policy.adopts_not',
  message: 'Only administrators take over the start set.',
}

/** What is of the installation (`homeId` null) needs a power everywhere. */
const has = (actor: Actor, power: 'write' | 'conclude' | 'administer', homeId: string | null): boolean => {
  const reach = reachOf(actor, power)
  return homeId === null ? reach === 'everywhere' : reaches(reach, homeId)
}

export const canReadLibrary = (actor: Actor): Decision => when(!reachesNothing(actor.reads), readsNothing)

export const canWrite = (actor: Actor, homeId: string | null): Decision => when(has(actor, 'write', homeId), writesNot)

export const canApprove = (actor: Actor, homeId: string | null): Decision =>
  when(has(actor, 'conclude', homeId), approvesNot)

export const canAdopt = (actor: Actor, homeId: string | null): Decision =>
  when(has(actor, 'administer', homeId), adoptsNot)

/** Whether there is any library in which the actor writes. */
export const canWriteAnywhere = (actor: Actor): Decision => when(!reachesNothing(reachOf(actor, 'write')), writesNot)

/** Homes whose library the reader reads: those of their roles, and those of the units that they have a role in. */
export const readsHome = (actor: Actor, homeId: RawBuilder<unknown>): RawBuilder<SqlBool> => {
  if (actor.reads === 'everywhere') return sql<SqlBool>`true`
  const ids = [...actor.reads]
  return sql<SqlBool>`(${homeId} = any(${ids}::uuid[]) or ${homeId} in (
    with recursive above(id, unit_of) as (
      select id, unit_of from organisation where id = any(${ids}::uuid[])
      union select o.id, o.unit_of from organisation o join above a on o.id = a.unit_of
    ) select id from above))`
}

/** Items `i` that the reader may see. */
export const visibleItem = (actor: Actor): RawBuilder<SqlBool> =>
  reachesNothing(actor.reads)
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(i.home_id is null or ${readsHome(actor, sql`i.home_id`)})`
