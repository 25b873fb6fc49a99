// The door of the registry: what other modules may use of it.

export {
  createUnverifiedOrganisations,
  removeUnverifiedOrganisations,
  type UnverifiedOrganisation,
  withdrawUnverifiedOrganisations,
} from './actions/create-unverified.ts'
export { decideName, rememberDecisions } from './actions/decide-name.ts'
export { setHomes } from './actions/set-homes.ts'
export { createPerson } from './actions/write-person.ts'
export { identifierForm } from './identifiers.ts'
export {
  canonicalIds,
  findOrganisations,
  listHomes,
  listUnits,
  nameIn,
  type OrganisationCard,
  organisationFamily,
  organisationsById,
  refsFor,
  searchOrganisations,
} from './organisation.store.ts'
export { organisationFieldTerms } from './organisation-changes.ts'
export { searchHits } from './organisation-search.store.ts'
export { findPerson, type KeptPerson, listPersons } from './person.store.ts'
export {
  ContactAdded,
  ContactLeft,
  OrganisationChanged,
  OrganisationMerged,
  OrganisationSplit,
  PersonChanged,
} from './registry.events.ts'
export { visiblePersons } from './registry.policy.ts'
export { latinOf } from './registry-run.store.ts'
export { EVIDENCE_TERMS } from './resolution/evidence.terms.ts'
export type { EvidenceItem } from './resolution/evidence.ts'
export { fold, foldCompact } from './resolution/fold.ts'
export { JsonStreamError, readJsonPieces } from './resolution/json-stream.ts'
export { matchParty, type Party, PartyList, type PartyMatch } from './resolution/match-party.ts'
export { countryOfName } from './resolution/places.ts'
export type { ResolveHints } from './resolution/query.ts'
export type { Match, Resolution } from './resolution/resolve.ts'
export { consonantKey, isGramLetter, scriptOf, soundKey } from './resolution/transliteration.ts'
export { loadIndex, type OrganisationResolver, openResolver, resolveMany } from './resolver.ts'
