// Why an organisation was or was not chosen: typed codes with values, worded for people by evidence.terms.ts.
import { WORD_FLAG } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'

/** All codes of evidence; each has a message in EVIDENCE_TERMS. */
export const EVIDENCE_CODES = [
  'name_exact',
  'name_words',
  'alias',
  'former_name',
  'acronym',
  'transliteration',
  'spelling_differs',
  'word_order_differs',
  'words_not_matched',
  'words_left_over',
  'number_differs',
  'acronym_agrees',
  'country_agrees',
  'country_differs',
  'city_agrees',
  'city_differs',
  'domain_agrees',
  'identifier_agrees',
  'successor_followed',
  'organisation_closed',
  'name_shared',
  'parent_named',
  'child_named',
  'generic_name',
  'decided_before',
  'decided_none',
  'close_rival',
  'not_sure',
  'nothing_similar',
  'text_empty',
  'several_organisations',
  'text_cut',
  'place_would_decide',
] as const
export type EvidenceCode = (typeof EVIDENCE_CODES)[number]

/** One reason; the values are those its message asks for. */
export interface EvidenceItem {
  code: EvidenceCode
  values: Record<string, string | number>
}

const MOST_WORDS = 8

/** Reasons for and against one candidate, strongest first. */
export function evidenceFor(index: OrganisationIndex, query: Query, scored: Scored): EvidenceItem[] {
  return [
    ...nameEvidence(index, query, scored),
    ...placeEvidence(index, query, scored),
    ...relationEvidence(index, scored),
  ]
}

function nameEvidence(index: OrganisationIndex, query: Query, scored: Scored): EvidenceItem[] {
  const { alignment } = scored
  const name = index.textOfName(alignment.name)
  const language = index.languageOfName(alignment.name) || 'none'
  const items: EvidenceItem[] = []
  const codes = {
    label: scored.isLiteral ? 'name_exact' : 'name_words',
    alias: 'alias',
    former: 'former_name',
    acronym: 'acronym',
  } as const
  items.push({ code: codes[scored.kind], values: { name, language } })
  if (alignment.isTransliterated) items.push({ code: 'transliteration', values: { name } })
  if (alignment.hasTypo) items.push({ code: 'spelling_differs', values: { name } })
  if (alignment.isDisordered) items.push({ code: 'word_order_differs', values: { name } })
  const missing = Array.from(index.tokensOfName(alignment.name))
    .filter((_, i) => alignment.positions[i] === -1)
    .map(token => index.vocabulary.word(token))
  if (missing.length > 0) items.push({ code: 'words_not_matched', values: { words: listed(missing) } })
  const over = leftOver(query, scored)
  if (over.length > 0) items.push({ code: 'words_left_over', values: { words: listed(over) } })
  if (alignment.hasOtherNumber) items.push({ code: 'number_differs', values: { name } })
  if (scored.acronymAt >= 0) items.push({ code: 'acronym_agrees', values: {} })
  if (scored.nameWeight < 0.45 && scored.country !== 'agrees' && scored.city !== 'agrees')
    items.push({ code: 'generic_name', values: { name } })
  return items
}

/** Words of the same segment that neither the name nor a place, an address or a unit explains. */
function leftOver(query: Query, scored: Scored): string[] {
  const { alignment } = scored
  const from = query.segments[alignment.first] as number
  const to = query.segments[alignment.last] as number
  const explained = WORD_FLAG.address | WORD_FLAG.unit | WORD_FLAG.digits
  return query.tokens.filter((_, i) => {
    const segment = query.segments[i] as number
    const flags = query.flags[i] as number
    return (
      segment >= from &&
      segment <= to &&
      query.isPlace[i] === 0 &&
      (flags & explained) === 0 &&
      !alignment.positions.includes(i)
    )
  })
}

function placeEvidence(index: OrganisationIndex, query: Query, scored: Scored): EvidenceItem[] {
  const items: EvidenceItem[] = []
  const country = scored.organisation.country ?? ''
  const city = index.places.name(scored.organisation.city)
  if (scored.country === 'agrees') items.push({ code: 'country_agrees', values: { country } })
  if (scored.country === 'differs') {
    const stated = query.countries.find(mention => mention.code !== country)?.code ?? ''
    items.push({ code: 'country_differs', values: { country, stated } })
  }
  if (scored.city === 'agrees') items.push({ code: 'city_agrees', values: { city } })
  if (scored.city === 'differs') items.push({ code: 'city_differs', values: { city } })
  if (scored.domainAgrees)
    items.push({ code: 'domain_agrees', values: { domain: scored.organisation.domains[0] ?? '' } })
  return items
}

function relationEvidence(index: OrganisationIndex, scored: Scored): EvidenceItem[] {
  const items: EvidenceItem[] = []
  const ownName = index.displayName(scored.number)
  if (scored.named !== scored.number) {
    items.push({ code: 'successor_followed', values: { from: index.displayName(scored.named), to: ownName } })
  }
  if (scored.organisation.isClosed) items.push({ code: 'organisation_closed', values: { name: ownName } })
  if (scored.namesakes > 0) items.push({ code: 'name_shared', values: { count: scored.namesakes } })
  if (scored.features.parentNamed > 0) items.push({ code: 'parent_named', values: {} })
  if (scored.features.childNamed > 0) items.push({ code: 'child_named', values: {} })
  return items
}

function listed(words: string[]): string {
  return words.slice(0, MOST_WORDS).join(' ') + (words.length > MOST_WORDS ? ' …' : '')
}
