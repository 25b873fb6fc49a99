// How one record stands to another, seen from either side. Pure: the web imports it.
import type { Terms } from '#core/terms.ts'

export const linkWords = ['relates_to', 'follows_from', 'followed_by', 'replaces', 'replaced_by', 'see_also'] as const
export type LinkWord = (typeof linkWords)[number]

export const linkWordTerms: Terms<LinkWord> = {
  relates_to: /*i18n*/ { id: 'collaboration.link.relates_to', message: 'Relates to' },
  follows_from: /*i18n*/ { id: 'collaboration.link.follows_from', message: 'Follows from' },
  followed_by: /*i18n*/ { id: 'collaboration.link.followed_by', message: 'Followed by' },
  replaces: /*i18n*/ { id: 'collaboration.link.replaces', message: 'Replaces' },
  replaced_by: /*i18n*/ { id: 'collaboration.link.replaced_by', message: 'Replaced by' },
  see_also: /*i18n*/ { id: 'collaboration.link.see_also', message: 'See also' },
}

/** The same link, seen from the other side. */
export const seenFromOther: Readonly<Record<LinkWord, LinkWord>> = {
  relates_to: 'relates_to',
  follows_from: 'followed_by',
  followed_by: 'follows_from',
  replaces: 'replaced_by',
  replaced_by: 'replaces',
  see_also: 'see_also',
}
