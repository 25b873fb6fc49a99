// Says how well the cells of a column fit a meaning, and what they suggest when the header says nothing.
import type { ColumnContent } from './column-content.ts'
import type { ColumnMeaning } from './column-meanings.ts'

type Fit = (content: ColumnContent) => number

const dates: Fit = ({ share }) =>
  Math.max(0, Math.min(1, share.date + share.dateWord + share.serial * 0.9) - share.range)
const codes =
  (trait: 'ror' | 'erasmus_code' | 'pic' | 'oid' | 'isni' | 'wikidata'): Fit =>
  ({ share }) =>
    share[trait]
const text: Fit = ({ share }) => 1 - Math.min(1, share.number + share.url + share.email + share.date + share.boolean)

/** Meanings that are absent here are judged by their header alone. */
const fits: Partial<Record<ColumnMeaning, Fit>> = {
  partner: ({ share, distinct }) =>
    Math.max(
      0,
      Math.min(1, share.institution * 1.2 + 0.15 * distinct + 0.15) -
        share.url -
        share.email -
        share.date -
        share.boolean -
        share.number,
    ),
  partner_country: ({ share }) => share.country,
  partner_city: ({ share }) =>
    Math.max(0, 1 - share.number - share.url - share.long - share.country - share.institution),
  'partner_identifier:ror': codes('ror'),
  'partner_identifier:erasmus_code': codes('erasmus_code'),
  'partner_identifier:pic': codes('pic'),
  'partner_identifier:oid': codes('oid'),
  'partner_identifier:schac': ({ share }) => share.url,
  'partner_identifier:isni': codes('isni'),
  'partner_identifier:wikidata': codes('wikidata'),
  partner_website: ({ share }) => share.url,
  latitude: ({ share, maxNumber }) => (maxNumber <= 90 ? Math.max(share.degrees, share.number * 0.6) : 0),
  longitude: ({ share, maxNumber }) => (maxNumber <= 180 ? Math.max(share.degrees, share.number * 0.6) : 0),
  home_unit: text,
  partner_unit: text,
  number: ({ distinct, share }) => Math.max(0, distinct - share.long - share.institution),
  title: ({ share, distinct, meanLength }) =>
    text({ share } as ColumnContent) * (0.4 + 0.6 * distinct) * Math.min(1, meanLength / 15) * (1 - share.long * 0.4),
  kind: ({ share, distinct }) => Math.min(1, share.kind + (share.boolean > 0.8 ? 0.5 : 0) + (distinct < 0.2 ? 0.2 : 0)),
  status: ({ share, distinct }) => Math.min(1, share.state + share.boolean * 0.8 + (distinct < 0.2 ? 0.2 : 0)),
  signed_on: dates,
  in_force_on: dates,
  approved_on: dates,
  review_due_on: dates,
  expires_on: ({ share }) =>
    Math.min(1, Math.max(0, share.date + share.dateWord + share.serial * 0.9 + share.duration * 0.3 - share.range)),
  term: ({ share }) => Math.min(1, share.range + share.dateWord * 0.5),
  duration: ({ share, maxNumber }) =>
    Math.min(
      1,
      Math.max(0, share.duration - share.date * 0.5) +
        (share.smallNumber > 0.8 && maxNumber <= 120 ? 0.3 : 0) +
        share.dateWord * 0.3,
    ),
  renewal: ({ share }) => Math.min(1, 0.3 + share.boolean + share.dateWord + share.duration * 0.3),
  notice: ({ share }) => Math.min(1, share.duration + share.smallNumber * 0.6),
  scope: ({ share }) => text({ share } as ColumnContent),
  quota: ({ share }) => Math.min(1, share.smallNumber + (share.number < 0.5 && share.institution < 0.3 ? 0.3 : 0)),
  languages: ({ share }) => Math.min(1, share.language + 0.2),
  contact_email: ({ share }) => share.email,
  contact_phone: ({ share }) => Math.min(1, share.phone + share.number),
  coordinator_home: ({ share }) => Math.max(0, text({ share } as ColumnContent) - share.institution * 0.5),
  coordinator_partner: ({ share }) => Math.max(0, text({ share } as ColumnContent) - share.institution * 0.5),
  document_link: ({ share }) => Math.min(1, share.document + share.url * 0.7),
}

/** Between 0 and 1, or nothing when the cells cannot speak for or against the meaning. */
export function contentFit(meaning: ColumnMeaning, content: ColumnContent): number | undefined {
  const measure = fits[meaning]
  return measure ? Math.max(0, Math.min(1, measure(content))) : undefined
}

/** What a column is by its cells alone, with scores that a clear header always outweighs. */
export function contentOnly(content: ColumnContent): { meaning: ColumnMeaning; score: number }[] {
  const { share, distinct } = content
  const found: { meaning: ColumnMeaning; score: number }[] = []
  const add = (meaning: ColumnMeaning, strength: number, bar: number, worth: number) => {
    if (strength >= bar) found.push({ meaning, score: strength * worth })
  }
  add('partner_identifier:ror', share.ror, 0.6, 0.8)
  add('partner_identifier:erasmus_code', share.erasmus_code, 0.7, 0.8)
  add('partner_identifier:oid', share.oid, 0.7, 0.7)
  add('partner_identifier:wikidata', share.wikidata, 0.8, 0.6)
  add('partner_identifier:isni', share.isni, 0.8, 0.7)
  add('partner_identifier:pic', share.pic * (distinct > 0.5 ? 1 : 0), 0.9, 0.6)
  add('contact_email', share.email, 0.6, 0.8)
  add('document_link', share.document, 0.6, 0.75)
  add('partner_website', share.url, 0.7, 0.6)
  add('partner_country', share.country, 0.7, 0.75)
  add('partner', share.institution, 0.55, 0.68)
  add('term', share.range, 0.6, 0.7)
  add('kind', share.kind - share.institution - (distinct > 0.6 ? 0.3 : 0), 0.7, 0.6)
  add('status', share.state - (distinct > 0.4 ? 0.4 : 0), 0.8, 0.6)
  add('languages', share.language, 0.8, 0.55)
  return found
}
