// Who may see and change agreements: readers of their home or unit; confidential ones the owner and the people named.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Reach, reaches, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { confidedTo, readsAllConfided, readsAs, readsConfided } from '#core/identity/confided.ts'
import { all, type Decision, deny, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { concludingSteps } from './agreement.states.ts'

/** What decides about an agreement. */
export interface AgreementStanding {
  homeId: string
  unitId: string | null
  confidentiality: string
  ownerId: string | null
  /** People named as readers; they count while it is confidential. */
  readerIds: readonly string[]
  removed: boolean
}

const notYours: Term = /*i18n*/ {
  id: 'agreements.policy.not_yours',
  message: 'Only officers of the home organisation or unit may change this agreement.',
}
const notVisible: Term = /*i18n*/ {
  id: 'agreements.policy.not_visible',
  message: 'This agreement is not visible to you.',
}
const notHere: Term = /*i18n*/ {
  id: 'agreements.policy.not_here',
  message: 'You may not record agreements for this organisation or unit.',
}
const notYourView: Term = /*i18n*/ {
  id: 'agreements.policy.not_your_view',
  message: 'Only the person who saved this view may change it.',
}
const notConcluding: Term = /*i18n*/ {
  id: 'agreements.policy.not_concluding',
  message: 'Only officers, agreements managers and signatories may approve, conclude or end this agreement.',
}
const mayNotUpload: Term = /*i18n*/ {
  id: 'agreements.policy.may_not_upload',
  message: 'Your role does not add files.',
}
const recordsNoAgreements: Term = /*i18n*/ {
  id: 'agreements.policy.records_no_agreements',
  message: 'Your role does not record agreements.',
}
const recordsNoEntries: Term = /*i18n*/ {
  id: 'agreements.policy.records_no_entries',
  message: 'Your role does not record what happened.',
}
const mayNotShare: Term = /*i18n*/ {
  id: 'agreements.policy.may_not_share',
  message: 'Only officers may share a view with everyone.',
}

export function canRead(actor: Actor, agreement: AgreementStanding): Decision {
  if (agreement.removed) return deny(notVisible)
  if (agreement.confidentiality === 'confidential') return when(readsConfided(actor, agreement), notVisible)
  return when(reaches(actor.reads, agreement.homeId, agreement.unitId), notVisible)
}

export const canEdit = (actor: Actor, agreement: AgreementStanding): Decision =>
  all(canRead(actor, agreement), when(reaches(actor.writes, agreement.homeId, agreement.unitId), notYours))

/** Naming readers is for those who may change the agreement, and for its owner whatever their role. */
export const canNameReaders = (actor: Actor, agreement: AgreementStanding): Decision =>
  all(
    canRead(actor, agreement),
    when(
      readsAs(actor).some(id => id === agreement.ownerId) || reaches(actor.writes, agreement.homeId, agreement.unitId),
      notYours,
    ),
  )

/** Steps that bind the home organisation or free it are for those who conclude; the others for those who edit. */
export function canStep(actor: Actor, agreement: AgreementStanding, step: string): Decision {
  if (!concludingSteps.has(step)) return canEdit(actor, agreement)
  return all(
    canRead(actor, agreement),
    when(reaches(reachOf(actor, 'conclude'), agreement.homeId, agreement.unitId), notConcluding),
  )
}

/** A file that stands by itself until a record takes it, such as evidence. */
export const canUpload = (actor: Actor): Decision => when(!reachesNothing(reachOf(actor, 'record')), mayNotUpload)

export const canRecord = (actor: Actor, homeId: string, unitId: string | null): Decision =>
  when(reaches(actor.writes, homeId, unitId), notHere)

/** Whether there is any place for which the actor records agreements, or deeds. */
export const canRecordAnywhere = (actor: Actor): Decision => when(!reachesNothing(actor.writes), recordsNoAgreements)
export const canPostAnywhere = (actor: Actor): Decision =>
  when(!reachesNothing(reachOf(actor, 'record')), recordsNoEntries)

export const canChangeView = (actor: Actor, view: { userId: string }): Decision =>
  when(actor.id !== null && view.userId === actor.id, notYourView)

export const canShareView = (actor: Actor): Decision => when(!reachesNothing(reachOf(actor, 'share')), mayNotShare)

const within = (reach: Reach): RawBuilder<SqlBool> => {
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const ids = [...reach]
  return sql<SqlBool>`(agreement.home_id = any(${ids}::uuid[]) or coalesce(agreement.unit_id = any(${ids}::uuid[]), false))`
}

/** `canRead` as a condition on a table or alias named `agreement`. */
export const visibleAgreement = (actor: Actor): RawBuilder<SqlBool> =>
  actor.reads === 'everywhere' && readsAllConfided(actor)
    ? sql<SqlBool>`(agreement.removed_at is null)`
    : sql<SqlBool>`(agreement.removed_at is null and case agreement.confidentiality
        when 'confidential' then ${confidedTo(actor, 'agreement')} else ${within(actor.reads)} end)`
