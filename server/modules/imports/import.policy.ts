// Who may import and see imports: those who write for the home organisation.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, reaches, reachOf } from '#core/identity/actor.ts'
import { all, type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const notYourHome: Term = /*i18n*/ {
  id: 'imports.policy.not_your_home',
  message: 'Only officers of the home organisation may do this.',
}
const notNow: Term = /*i18n*/ {
  id: 'imports.policy.not_now',
  message: 'Not possible in the present state of the import.',
}

/** Rows of homes for which the actor works; viewers see what was imported on the records, not the work on it. */
export function visibleRuns(actor: Actor): RawBuilder<SqlBool> {
  const imports = reachOf(actor, 'import')
  if (imports === 'everywhere') return sql<SqlBool>`true`
  return sql<SqlBool>`r.home_id = any(${[...imports]})`
}

export const canImport = (actor: Actor, homeId: string): Decision =>
  when(reaches(reachOf(actor, 'import'), homeId), notYourHome)

const inState = (state: string, ...wanted: string[]): Decision => when(wanted.includes(state), notNow)

/** What may be done with a run in its state. */
export function decisionsFor(actor: Actor, run: { homeId: string; state: string }): Record<string, Decision> {
  const may = canImport(actor, run.homeId)
  return {
    map: all(may, inState(run.state, 'planned', 'mapping', 'failed')),
    decide: all(may, inState(run.state, 'planned')),
    write: all(may, inState(run.state, 'planned')),
    undo: all(may, inState(run.state, 'written')),
    cancel: all(may, inState(run.state, 'reading', 'mapping', 'planning', 'planned', 'failed')),
  }
}
