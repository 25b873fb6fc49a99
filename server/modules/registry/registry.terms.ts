// Closed word lists of the registry with their labels, shared with the web.
import type { Terms } from '#core/terms.ts'

export type OrganisationStatus = 'active' | 'inactive' | 'withdrawn' | 'unverified' | 'merged'
export const organisationStatuses: Terms<OrganisationStatus> = {
  active: /*i18n*/ { id: 'registry.status.active', message: 'Active' },
  inactive: /*i18n*/ { id: 'registry.status.inactive', message: 'No longer active' },
  withdrawn: /*i18n*/ { id: 'registry.status.withdrawn', message: 'Withdrawn by the official registry' },
  unverified: /*i18n*/ { id: 'registry.status.unverified', message: 'Not verified yet' },
  merged: /*i18n*/ { id: 'registry.status.merged', message: 'Merged into another' },
}

export type OrganisationType =
  | 'education'
  | 'government'
  | 'facility'
  | 'company'
  | 'nonprofit'
  | 'healthcare'
  | 'funder'
  | 'archive'
  | 'other'
export const organisationTypes: Terms<OrganisationType> = {
  education: /*i18n*/ { id: 'registry.type.education', message: 'Education' },
  government: /*i18n*/ { id: 'registry.type.government', message: 'Government' },
  facility: /*i18n*/ { id: 'registry.type.facility', message: 'Research facility' },
  company: /*i18n*/ { id: 'registry.type.company', message: 'Company' },
  nonprofit: /*i18n*/ { id: 'registry.type.nonprofit', message: 'Non-profit' },
  healthcare: /*i18n*/ { id: 'registry.type.healthcare', message: 'Health care' },
  funder: /*i18n*/ { id: 'registry.type.funder', message: 'Funder' },
  archive: /*i18n*/ { id: 'registry.type.archive', message: 'Archive, library or museum' },
  other: /*i18n*/ { id: 'registry.type.other', message: 'Other' },
}

export type NameKind = 'label' | 'alias' | 'acronym' | 'former'
export const nameKinds: Terms<NameKind> = {
  label: /*i18n*/ { id: 'registry.name_kind.label', message: 'Name' },
  alias: /*i18n*/ { id: 'registry.name_kind.alias', message: 'Also called' },
  acronym: /*i18n*/ { id: 'registry.name_kind.acronym', message: 'Acronym' },
  former: /*i18n*/ { id: 'registry.name_kind.former', message: 'Former name' },
}

export type IdentifierScheme =
  | 'ror'
  | 'schac'
  | 'erasmus'
  | 'pic'
  | 'oid'
  | 'isni'
  | 'wikidata'
  | 'grid'
  | 'fundref'
  | 'national'
  | 'domain'
export const identifierSchemes: Terms<IdentifierScheme> = {
  ror: /*i18n*/ { id: 'registry.scheme.ror', message: 'ROR' },
  schac: /*i18n*/ { id: 'registry.scheme.schac', message: 'SCHAC domain' },
  erasmus: /*i18n*/ { id: 'registry.scheme.erasmus', message: 'Erasmus code' },
  pic: /*i18n*/ { id: 'registry.scheme.pic', message: 'PIC' },
  oid: /*i18n*/ { id: 'registry.scheme.oid', message: 'OID' },
  isni: /*i18n*/ { id: 'registry.scheme.isni', message: 'ISNI' },
  wikidata: /*i18n*/ { id: 'registry.scheme.wikidata', message: 'Wikidata' },
  grid: /*i18n*/ { id: 'registry.scheme.grid', message: 'GRID' },
  fundref: /*i18n*/ { id: 'registry.scheme.fundref', message: 'Crossref Funder ID' },
  national: /*i18n*/ { id: 'registry.scheme.national', message: 'National number' },
  domain: /*i18n*/ { id: 'registry.scheme.domain', message: 'Web domain' },
}

export type RelationKind = 'parent' | 'child' | 'related' | 'successor' | 'predecessor'
export const relationKinds: Terms<RelationKind> = {
  parent: /*i18n*/ { id: 'registry.relation.parent', message: 'Part of' },
  child: /*i18n*/ { id: 'registry.relation.child', message: 'Includes' },
  related: /*i18n*/ { id: 'registry.relation.related', message: 'Related to' },
  successor: /*i18n*/ { id: 'registry.relation.successor', message: 'Continued by' },
  predecessor: /*i18n*/ { id: 'registry.relation.predecessor', message: 'Continues' },
}

export type LinkKind = 'website' | 'wikipedia' | 'other'
export const linkKinds: Terms<LinkKind> = {
  website: /*i18n*/ { id: 'registry.link.website', message: 'Website' },
  wikipedia: /*i18n*/ { id: 'registry.link.wikipedia', message: 'Wikipedia' },
  other: /*i18n*/ { id: 'registry.link.other', message: 'Other page' },
}

/** Who said a fact. */
export type FactSource = 'manual' | 'ror' | 'charter' | 'import'
export const factSources: Terms<FactSource> = {
  manual: /*i18n*/ { id: 'registry.source.manual', message: 'Entered here' },
  ror: /*i18n*/ { id: 'registry.source.ror', message: 'Research Organization Registry' },
  charter: /*i18n*/ { id: 'registry.source.charter', message: 'Charter list' },
  import: /*i18n*/ { id: 'registry.source.import', message: 'Imported file' },
}

/** Fields of an organisation that a person may decide otherwise than a source. */
export type OrganisationField =
  | 'name'
  | 'names'
  | 'identifiers'
  | 'types'
  | 'status'
  | 'place'
  | 'links'
  | 'established'
export const organisationFields: Terms<OrganisationField> = {
  name: /*i18n*/ { id: 'registry.field.name', message: 'Shown name' },
  names: /*i18n*/ { id: 'registry.field.names', message: 'Names' },
  identifiers: /*i18n*/ { id: 'registry.field.identifiers', message: 'Identifiers' },
  types: /*i18n*/ { id: 'registry.field.types', message: 'Types' },
  status: /*i18n*/ { id: 'registry.field.status', message: 'Status' },
  place: /*i18n*/ { id: 'registry.field.place', message: 'Place' },
  links: /*i18n*/ { id: 'registry.field.links', message: 'Links' },
  established: /*i18n*/ { id: 'registry.field.established', message: 'Founded' },
}

export type ImportKind = 'ror' | 'charter'
export const importKinds: Terms<ImportKind> = {
  ror: /*i18n*/ { id: 'registry.import_kind.ror', message: 'Research Organization Registry' },
  charter: /*i18n*/ { id: 'registry.import_kind.charter', message: 'Erasmus charter list' },
}

export type ImportState = 'waiting' | 'running' | 'stopped' | 'finished' | 'failed'
export const importStates: Terms<ImportState> = {
  waiting: /*i18n*/ { id: 'registry.import_state.waiting', message: 'Waiting' },
  running: /*i18n*/ { id: 'registry.import_state.running', message: 'Running' },
  stopped: /*i18n*/ { id: 'registry.import_state.stopped', message: 'Interrupted; goes on when started again' },
  finished: /*i18n*/ { id: 'registry.import_state.finished', message: 'Finished' },
  failed: /*i18n*/ { id: 'registry.import_state.failed', message: 'Failed' },
}

/** Why a row of a charter list waits for a person. */
export type DoubtReason = 'not_sure' | 'several_carriers' | 'matched_twice' | 'other_code'
export const doubtReasons: Terms<DoubtReason> = {
  not_sure: /*i18n*/ { id: 'registry.doubt.not_sure', message: 'No organisation is meant with certainty' },
  several_carriers: /*i18n*/ {
    id: 'registry.doubt.several_carriers',
    message: 'Its codes belong to several organisations',
  },
  matched_twice: /*i18n*/ {
    id: 'registry.doubt.matched_twice',
    message: 'Another row of the list was matched with the same organisation',
  },
  other_code: /*i18n*/ { id: 'registry.doubt.other_code', message: 'The organisation has another code already' },
}
