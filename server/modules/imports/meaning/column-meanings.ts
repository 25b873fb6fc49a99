// What a column of an agreements list can mean.

export const identifierSchemes = ['ror', 'erasmus_code', 'pic', 'oid', 'schac', 'isni', 'wikidata', 'national'] as const
export type IdentifierScheme = (typeof identifierSchemes)[number]

export const columnMeanings = [
  'partner',
  'partner_country',
  'partner_city',
  'partner_unit',
  'partner_identifier:ror',
  'partner_identifier:erasmus_code',
  'partner_identifier:pic',
  'partner_identifier:oid',
  'partner_identifier:schac',
  'partner_identifier:isni',
  'partner_identifier:wikidata',
  'partner_identifier:national',
  'partner_website',
  'latitude',
  'longitude',
  'home_unit',
  'number',
  'title',
  'kind',
  'status',
  'signed_on',
  'in_force_on',
  'approved_on',
  'expires_on',
  'review_due_on',
  'term',
  'duration',
  'renewal',
  'notice',
  'scope',
  'quota',
  'field_of_science',
  'languages',
  'coordinator_home',
  'coordinator_partner',
  'contact_email',
  'contact_phone',
  'signatory_home',
  'signatory_partner',
  'remarks',
  'document_link',
  'ignored',
  'kept',
] as const

export type ColumnMeaning = (typeof columnMeanings)[number]

/** Meanings that several columns of one list may share; any other goes to the column it fits best. */
export const repeatableMeanings: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'partner',
  'partner_country',
  'partner_city',
  'quota',
  'scope',
  'remarks',
  'document_link',
  'contact_email',
  'contact_phone',
  'coordinator_home',
  'coordinator_partner',
  'signatory_home',
  'signatory_partner',
  'ignored',
  'kept',
])

export const dateMeanings = {
  signed_on: 'signed',
  in_force_on: 'in_force',
  approved_on: 'approved',
  expires_on: 'expires',
  review_due_on: 'review_due',
  term: 'term',
} as const satisfies Partial<Record<ColumnMeaning, string>>

export type DateMeaning = keyof typeof dateMeanings

export function isDateMeaning(meaning: ColumnMeaning): meaning is DateMeaning {
  return meaning in dateMeanings
}
