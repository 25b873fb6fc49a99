// English wording of every kind of evidence, for the catalogues; values are those of EvidenceItem.
import type { EvidenceCode } from './evidence.ts'

export interface EvidenceTerm {
  id: string
  message: string
}

export const EVIDENCE_TERMS: Record<EvidenceCode, EvidenceTerm> = {
  name_exact: /*i18n*/ { id: 'registry.evidence.name_exact', message: 'The name “{name}” is written exactly so' },
  name_words: /*i18n*/ { id: 'registry.evidence.name_words', message: 'Words of the name “{name}”' },
  alias: /*i18n*/ {
    id: 'registry.evidence.alias',
    message: '{language, select, none {Other name “{name}”} other {Other name “{name}” (language: {language})}}',
  },
  former_name: /*i18n*/ { id: 'registry.evidence.former_name', message: 'Former name “{name}”' },
  acronym: /*i18n*/ { id: 'registry.evidence.acronym', message: 'Acronym “{name}”' },
  transliteration: /*i18n*/ {
    id: 'registry.evidence.transliteration',
    message: 'The same sound in another script: “{name}”',
  },
  spelling_differs: /*i18n*/ {
    id: 'registry.evidence.spelling_differs',
    message: 'Spelt slightly differently from “{name}”',
  },
  word_order_differs: /*i18n*/ {
    id: 'registry.evidence.word_order_differs',
    message: 'Same words in another order: “{name}”',
  },
  words_not_matched: /*i18n*/ {
    id: 'registry.evidence.words_not_matched',
    message: 'Words of the name not found: {words}',
  },
  words_left_over: /*i18n*/ {
    id: 'registry.evidence.words_left_over',
    message: 'Words that the name does not explain: {words}',
  },
  number_differs: /*i18n*/ { id: 'registry.evidence.number_differs', message: 'A number differs from “{name}”' },
  acronym_agrees: /*i18n*/ {
    id: 'registry.evidence.acronym_agrees',
    message: 'Its acronym is written beside the name',
  },
  country_agrees: /*i18n*/ { id: 'registry.evidence.country_agrees', message: 'Country agrees ({country})' },
  country_differs: /*i18n*/ {
    id: 'registry.evidence.country_differs',
    message: 'Country differs: {stated} is stated, the organisation is in {country}',
  },
  city_agrees: /*i18n*/ { id: 'registry.evidence.city_agrees', message: 'City agrees ({city})' },
  city_differs: /*i18n*/ {
    id: 'registry.evidence.city_differs',
    message: 'Another city is stated; the organisation is in {city}',
  },
  domain_agrees: /*i18n*/ { id: 'registry.evidence.domain_agrees', message: 'Web address agrees ({domain})' },
  identifier_agrees: /*i18n*/ {
    id: 'registry.evidence.identifier_agrees',
    message: 'Identifier agrees ({scheme}: {value})',
  },
  successor_followed: /*i18n*/ {
    id: 'registry.evidence.successor_followed',
    message: '“{from}” is closed; its successor is “{to}”',
  },
  organisation_closed: /*i18n*/ { id: 'registry.evidence.organisation_closed', message: '“{name}” is closed' },
  name_shared: /*i18n*/ {
    id: 'registry.evidence.name_shared',
    message: '{count, plural, one {One other organisation fits} other {# other organisations fit}} equally well',
  },
  parent_named: /*i18n*/ {
    id: 'registry.evidence.parent_named',
    message: 'The organisation it belongs to is named too',
  },
  child_named: /*i18n*/ {
    id: 'registry.evidence.child_named',
    message: 'An organisation that belongs to it is named too',
  },
  generic_name: /*i18n*/ {
    id: 'registry.evidence.generic_name',
    message: '“{name}” is a common name and no place confirms it',
  },
  decided_before: /*i18n*/ {
    id: 'registry.evidence.decided_before',
    message: 'A person decided this for the same text',
  },
  decided_none: /*i18n*/ {
    id: 'registry.evidence.decided_none',
    message: 'A person decided that this text names no known organisation',
  },
  close_rival: /*i18n*/ {
    id: 'registry.evidence.close_rival',
    message: '“{first}” and “{second}” fit nearly equally well',
  },
  not_sure: /*i18n*/ { id: 'registry.evidence.not_sure', message: 'No organisation fits well enough to be sure' },
  nothing_similar: /*i18n*/ {
    id: 'registry.evidence.nothing_similar',
    message: 'No known organisation has a similar name',
  },
  text_empty: /*i18n*/ { id: 'registry.evidence.text_empty', message: 'The text has no letters or digits' },
  several_organisations: /*i18n*/ {
    id: 'registry.evidence.several_organisations',
    message: 'The text names {count, plural, one {# organisation} other {# organisations}}',
  },
  text_cut: /*i18n*/ {
    id: 'registry.evidence.text_cut',
    message: 'The text is very long; only its first {count, plural, one {# word was} other {# words were}} read',
  },
  place_would_decide: /*i18n*/ {
    id: 'registry.evidence.place_would_decide',
    message: 'The place would decide: {first} ({firstPlace}) or {second} ({secondPlace})',
  },
}
