// Field-level changes of an organisation as they stand in the trail: short texts that a person can compare.
import { type Changes, changesBetween } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import { type FieldTerms, nameOfCode } from '#core/timeline.ts'
import type { OrganisationFacts } from './organisation-facts.ts'
import { organisationFields, organisationStatuses, organisationTypes } from './registry.terms.ts'

const readable = (facts: OrganisationFacts): Record<string, unknown> => ({
  name: facts.name,
  names: facts.names.map(name => (name.language === null ? name.text : `${name.text} (${name.language})`)).sort(),
  identifiers: facts.identifiers.map(one => `${one.scheme} ${one.value}`).sort(),
  types: facts.types,
  status: facts.status,
  place: [facts.place.city, facts.place.region, facts.place.country].filter(part => part !== null).join(', '),
  position: facts.place.latitude === null ? null : `${facts.place.latitude}, ${facts.place.longitude}`,
  links: facts.links.map(link => link.url),
  established: facts.established === null ? null : String(facts.established),
})

/** Only fields that differ. */
export const organisationChanges = (before: OrganisationFacts, after: OrganisationFacts): Changes =>
  changesBetween(readable(before), readable(after))

const fields = Object.entries(organisationFields).map(([key, label]) => [key, { label }] as const)

/** `Esfahan, IR` with the country in words. */
const withCountry = (place: string, t: Translator): string =>
  place.replace(/\b[A-Z]{2}$/, code => nameOfCode('region', code, t))

/** `Politécnico (es)` with the language in words. */
const withLanguage = (name: string, t: Translator): string =>
  name.replace(/ \(([a-z]{2,3}(?:-\w+)*)\)$/, (_, tag: string) => ` (${nameOfCode('language', tag, t)})`)

/** Labels of the fields and of closed lists, for the timeline. */
export const organisationFieldTerms: FieldTerms = {
  ...Object.fromEntries(fields),
  status: { label: organisationFields.status, values: organisationStatuses },
  types: { label: organisationFields.types, values: organisationTypes },
  position: { label: /*i18n*/ { id: 'registry.field.position', message: 'Position on the map' } },
  place: { label: organisationFields.place, say: withCountry },
  names: { label: organisationFields.names, say: withLanguage },
  unitOf: { label: /*i18n*/ { id: 'registry.field.unit_of', message: 'Unit of' } },
  home: { label: /*i18n*/ { id: 'registry.field.home', message: 'Home organisation' } },
  mergedInto: { label: /*i18n*/ { id: 'registry.field.merged_into', message: 'Merged into' } },
  mergedFrom: { label: /*i18n*/ { id: 'registry.field.merged_from', message: 'Merged into it' } },
  units: { label: /*i18n*/ { id: 'registry.field.units', message: 'Units' } },
  relations: { label: /*i18n*/ { id: 'registry.field.relations', message: 'Related organisations' } },
  field: { label: organisationFields.name, values: organisationFields },
}
