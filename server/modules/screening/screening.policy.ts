// Who checks, who decides and who looks: whoever writes the record checks, whoever concludes decides, auditors read.
import { type Actor, reaches, reachOf } from '#core/identity/actor.ts'
import { all, any, type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const notYours: Term = /*i18n*/ {
  id: 'screening.policy.not_yours',
  message: 'Only those who may change the record check it.',
}
const notConcluding: Term = /*i18n*/ {
  id: 'screening.policy.not_concluding',
  message: 'Only those who conclude agreements of this organisation decide about matches and checks.',
}
const notAnother: Term = /*i18n*/ {
  id: 'screening.policy.not_another',
  message: 'You gave it to somebody else to decide; it needs another pair of eyes.',
}
const notShown: Term = /*i18n*/ {
  id: 'screening.policy.not_shown',
  message: 'What a check found is shown to those who check, decide or audit.',
}
const administratorsOnly: Term = /*i18n*/ {
  id: 'screening.policy.administrators_only',
  message: 'Only administrators choose lists and questionnaires.',
}

/** What decides about a check: the record's home and who may change the record. */
export interface CheckStanding {
  homeId: string
  unitId: string | null
  decide(actor: Actor): { write: boolean }
}

const concludes = (actor: Actor, { homeId, unitId }: CheckStanding): boolean =>
  reaches(reachOf(actor, 'conclude'), homeId, unitId)

export const canCheck = (actor: Actor, record: CheckStanding): Decision => when(record.decide(actor).write, notYours)

export const canDecide = (actor: Actor, record: CheckStanding): Decision =>
  when(concludes(actor, record), notConcluding)

/** What was found names people: it is not for everybody who sees the record. */
export const canLookInto = (actor: Actor, record: CheckStanding): Decision =>
  any(
    canCheck(actor, record),
    canDecide(actor, record),
    when(actor.powers !== undefined && reaches(reachOf(actor, 'audit'), record.homeId, record.unitId), notShown),
    when(false, notShown),
  )

/** Four eyes: who gave a case on does not decide it. */
export const canConclude = (actor: Actor, record: CheckStanding, escalatedBy: string | null): Decision =>
  all(canDecide(actor, record), when(escalatedBy === null || escalatedBy !== actor.id, notAnother))

export const canAdminister = (actor: Actor): Decision => when(actor.administers, administratorsOnly)
