// Search as you type over all names and identifiers, shaped for the fields one chooses organisations in.
import { useCallback } from 'react'
import { type OrganisationOption, searchOrganisations } from '#modules/registry/organisation.contract.ts'
import { type IdentifierScheme, identifierSchemes } from '#modules/registry/registry.terms.ts'
import { call } from '../../core/api.ts'
import { type Formats, useFormat } from '../../core/format.ts'
import { term } from '../../core/i18n.ts'
import type { FindChoices } from '../../kit/async-choices.ts'
import type { FoundChoice } from '../../kit/combo-box.tsx'

/** A chosen organisation: what is shown, and what other records keep of it. */
export interface OrganisationChoice extends FoundChoice {
  country: string | null
  /** Left out where the choice comes from a reference of another record. */
  option?: OrganisationOption
}

export interface OrganisationSearch {
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined
  /** Only home organisations and their units. */
  home?: boolean | undefined
  /** Only units of this organisation. */
  unitOf?: string | undefined
  /** Organisations that are not offered, such as the record itself. */
  except?: readonly string[] | undefined
}

/** Keeps a name's direction to itself in a line of several names (Unicode FSI, PDI). */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** The same for codes and addresses, which always run from left to right (Unicode LRI, PDI). */
export const isolateCode = (text: string): string => `\u2066${text}\u2069`

const isScheme = (kind: string): kind is IdentifierScheme => kind in identifierSchemes
const shownSchemes: readonly string[] = ['ror', 'erasmus', 'pic', 'national']

const writeIdentifier = (identifier: { scheme: IdentifierScheme; value: string }): string =>
  `${term(identifierSchemes[identifier.scheme])} ${isolateCode(identifier.value)}`

/** The line below the name: what it is also called, what it belongs to, where it is, how it is known. */
export function describeOption(option: OrganisationOption, formats: Formats): string {
  const { matched } = option
  const place = [
    option.city ? isolate(option.city) : null,
    option.country ? formats.country(option.country) : null,
  ].filter(part => part !== null)
  const isByName = !isScheme(matched.kind)
  const others = [option.original, isByName ? matched.text : ''].filter(text => text !== '' && text !== option.name)
  const identifiers = isScheme(matched.kind)
    ? [{ scheme: matched.kind, value: matched.text }]
    : option.identifiers.filter(each => shownSchemes.includes(each.scheme)).slice(0, 2)
  return [
    ...[...new Set(others)].map(isolate),
    ...(option.unitOf ? [isolate(option.unitOf)] : []),
    ...(place.length > 0 ? [place.join(formats.reader.language === 'fa' ? '، ' : ', ')] : []),
    ...identifiers.map(writeIdentifier),
  ].join(' · ')
}

export const choiceOfOption = (option: OrganisationOption, formats: Formats): OrganisationChoice => ({
  id: option.id,
  label: option.name,
  detail: describeOption(option, formats),
  country: option.country,
  option,
})

/** The choice for an organisation that another record mentions. */
export const choiceOfReference = (
  reference: { id: string; name: string; country?: string | null } | null | undefined,
): OrganisationChoice | null =>
  reference ? { id: reference.id, label: reference.name, country: reference.country ?? null } : null

/** Asks the server; the answer is in its order, the best first. */
export function useFindOrganisations(search: OrganisationSearch): FindChoices<OrganisationChoice> {
  const formats = useFormat()
  const { country, home, unitOf, except } = search
  return useCallback(
    async (q, signal) => {
      if (q === '') return []
      const query = { q, limit: 12, ...(country && { country }), ...(home && { home }), ...(unitOf && { unitOf }) }
      const { items } = await call(searchOrganisations, { query, signal })
      return items.filter(item => !except?.includes(item.id)).map(item => choiceOfOption(item, formats))
    },
    [country, home, unitOf, except, formats],
  )
}
