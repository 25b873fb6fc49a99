// Who may see and change commitments and entries: whoever works for the home organisation they belong to.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Reach, reaches, reachOf } from '#core/identity/actor.ts'
import { confidedTo, type Readers, readsAllConfided, readsConfided } from '#core/identity/confided.ts'
import { type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const notYourHome: Term = /*i18n*/ {
  id: 'ledger.policy.not_your_home',
  message: 'Only officers of the home organisation may change its commitments and entries.',
}
const alreadyReversed: Term = /*i18n*/ {
  id: 'ledger.policy.already_reversed',
  message: 'This entry was taken back already.',
}
const alreadyConfirmed: Term = /*i18n*/ {
  id: 'ledger.policy.already_confirmed',
  message: 'This entry is confirmed already.',
}
const ofAModule: Term = /*i18n*/ {
  id: 'ledger.policy.of_a_module',
  message: 'This entry comes from an activity. Correct it there, and the ledger follows.',
}

const idsOf = (reach: Reach): string[] => (reach === 'everywhere' ? [] : [...reach])

/** Whether the actor may see a source: on `ledger_source` or an alias of it. */
function sourceReadable(actor: Actor, alias: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const reads =
    actor.reads === 'everywhere'
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(${column('home_id')} = any(${idsOf(actor.reads)}) or ${column('unit_id')} = any(${idsOf(actor.reads)}))`
  return sql<SqlBool>`case when ${column('confidential')} then ${confidedTo(actor, alias)} else ${reads} end`
}

/** The query fragment for lists: rows whose source (an agreement) the actor may see. `column` holds the source's id. */
export function sourceVisible(actor: Actor, column: string): RawBuilder<SqlBool> {
  if (actor.reads === 'everywhere' && readsAllConfided(actor)) return sql<SqlBool>`true`
  return sql<SqlBool>`exists (select 1 from ledger_source seen where seen.source_id = ${sql.ref(column)} and ${sourceReadable(actor, 'seen')})`
}

/**
 * Entries: those of a visible source, and those without a source in the homes that the actor reads. `source` is the alias
 * under which a query has joined `ledger_source` already.
 */
export function entryVisible(actor: Actor, source?: string): RawBuilder<SqlBool> {
  if (actor.reads === 'everywhere' && readsAllConfided(actor)) return sql<SqlBool>`true`
  const home = actor.reads === 'everywhere' ? sql<SqlBool>`true` : sql<SqlBool>`e.home_id = any(${idsOf(actor.reads)})`
  const seen = source === undefined ? sourceVisible(actor, 'e.agreement_id') : sourceReadable(actor, source)
  return sql<SqlBool>`case when e.agreement_id is null then ${home} else ${seen} end`
}

/** The same rule for one source, decided without the database. */
export function canReadSource(
  actor: Actor,
  source: Readers & { homeId: string; unitId: string | null; confidential: boolean },
): boolean {
  return source.confidential ? readsConfided(actor, source) : reaches(actor.reads, source.homeId, source.unitId)
}

export const canWriteHome = (actor: Actor, homeId: string, unitId: string | null = null): Decision =>
  when(reaches(actor.writes, homeId, unitId), notYourHome)

/** Recording what happened and its evidence; promises and corrections are for those who write. */
export const canPostEntry = (actor: Actor, homeId: string, unitId: string | null = null): Decision =>
  when(reaches(reachOf(actor, 'record'), homeId, unitId), notYourHome)

export const canCorrectEntry = (
  actor: Actor,
  entry: { homeId: string; unitId: string | null; reversed: boolean; module: string },
): Decision => {
  const may = canWriteHome(actor, entry.homeId, entry.unitId)
  if (!may.allowed) return may
  if (entry.module !== 'ledger') return { allowed: false, reason: ofAModule }
  return when(!entry.reversed, alreadyReversed)
}

export const canConfirmEntry = (
  actor: Actor,
  entry: { homeId: string; unitId: string | null; reversed: boolean; module: string; status: string },
): Decision => {
  const may = canCorrectEntry(actor, entry)
  return may.allowed ? when(entry.status === 'planned', alreadyConfirmed) : may
}
