// Who may see and change what in the registry. Organisations are common ground; contacts belong to a home organisation.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, reaches, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { all, any, type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const officersOnly: Term = /*i18n*/ {
  id: 'registry.policy.officers_only',
  message: 'Only officers and administrators may change the registry.',
}
const homeOnly: Term = /*i18n*/ {
  id: 'registry.policy.home_only',
  message: 'Only officers of this home organisation and administrators may change it and its units.',
}
const allHomesOnly: Term = /*i18n*/ {
  id: 'registry.policy.all_homes_only',
  message:
    'Merging changes what every home organisation sees: only an administrator, or an officer of all of them, may do it.',
}
const homesStay: Term = /*i18n*/ {
  id: 'registry.policy.homes_stay',
  message: 'A home organisation is not merged into another one.',
}
const mergedAway: Term = /*i18n*/ {
  id: 'registry.policy.merged_away',
  message: 'This organisation was merged into another one.',
}
const notMerged: Term = /*i18n*/ { id: 'registry.policy.not_merged', message: 'This organisation was not merged.' }
const nothingElse: Term = /*i18n*/ {
  id: 'registry.policy.nothing_else',
  message: 'No source says otherwise than what is shown.',
}
const contactsOfHome: Term = /*i18n*/ {
  id: 'registry.policy.contacts_of_home',
  message: 'Only officers of the home organisation that keeps this contact may change it.',
}
const administratorsOnly: Term = /*i18n*/ {
  id: 'registry.policy.administrators_only',
  message: 'Only administrators may do this.',
}

/** What decides about an organisation: the home organisation it is, or belongs to as a unit. */
export interface OrganisationPlace {
  id: string
  /** Itself or the home organisation above it; null for the others. */
  homeId: string | null
  mergedInto: string | null
}

const isOfficer = (actor: Actor): Decision =>
  when(actor.administers || !reachesNothing(reachOf(actor, 'registry')), officersOnly)

export const canReadOrganisations = (actor: Actor): boolean => actor.kind !== 'anonymous'

export const canAddOrganisation = (actor: Actor): Decision => isOfficer(actor)

/** Partners are changed by every officer; a home organisation and its units by their own. */
export const canChangeOrganisation = (actor: Actor, organisation: OrganisationPlace): Decision =>
  all(
    isOfficer(actor),
    when(organisation.mergedInto === null, mergedAway),
    when(
      organisation.homeId === null ||
        actor.administers ||
        reaches(reachOf(actor, 'registry'), organisation.homeId, organisation.id),
      homeOnly,
    ),
  )

const reachesAll = (actor: Actor, homes: readonly string[]): boolean =>
  actor.administers ||
  (!reachesNothing(reachOf(actor, 'registry')) && homes.every(home => reaches(reachOf(actor, 'registry'), home)))

/** `homes`: all home organisations of the installation. */
export const canMergeOrganisation = (
  actor: Actor,
  organisation: OrganisationPlace,
  homes: readonly string[],
): Decision =>
  all(
    isOfficer(actor),
    when(organisation.mergedInto === null, mergedAway),
    when(organisation.homeId !== organisation.id, homesStay),
    when(reachesAll(actor, homes), allHomesOnly),
  )

export const canUndoMerge = (actor: Actor, organisation: OrganisationPlace, homes: readonly string[]): Decision =>
  all(isOfficer(actor), when(organisation.mergedInto !== null, notMerged), when(reachesAll(actor, homes), allHomesOnly))

export const canAcceptStatement = (actor: Actor, organisation: OrganisationPlace, differences: number): Decision =>
  all(canChangeOrganisation(actor, organisation), when(differences > 0, nothingElse))

export const canAdminister = (actor: Actor): Decision => when(actor.administers, administratorsOnly)

/** A contact is seen where its home organisation is read; one without a home by everyone who is signed in. */
export const canReadPerson = (actor: Actor, person: { homeId: string | null }): boolean =>
  actor.kind !== 'anonymous' && (person.homeId === null || reaches(actor.reads, person.homeId))

/** The same as a condition on rows of `person` under this name. */
export const visiblePersons = (actor: Actor, table = 'person'): RawBuilder<boolean> => {
  if (actor.kind === 'anonymous') return sql<boolean>`false`
  if (actor.reads === 'everywhere') return sql<boolean>`true`
  const home = sql.ref(`${table}.home_id`)
  return sql<boolean>`(${home} is null or ${home} = any(${[...actor.reads]}::uuid[]))`
}

export const canChangePerson = (actor: Actor, person: { homeId: string | null }): Decision =>
  any(
    canAdminister(actor),
    all(
      isOfficer(actor),
      when(person.homeId === null || reaches(reachOf(actor, 'registry'), person.homeId), contactsOfHome),
    ),
  )

/** Decisions about names belong to a home organisation. */
export const canDecideNames = (actor: Actor, homeId: string): Decision =>
  when(actor.administers || reaches(reachOf(actor, 'registry'), homeId), contactsOfHome)

export const canReadDecisions = (actor: Actor, homeId: string): boolean => reaches(actor.reads, homeId)
