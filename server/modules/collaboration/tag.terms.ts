// The colours that a tag can have: the tones of the interface. Pure: the web imports it.
import type { Terms } from '#core/terms.ts'

export const tagColours = ['accent', 'info', 'ok', 'warn', 'bad', 'quiet'] as const
export type TagColour = (typeof tagColours)[number]

export const tagColourTerms: Terms<TagColour> = {
  accent: /*i18n*/ { id: 'collaboration.colour.accent', message: 'Teal' },
  info: /*i18n*/ { id: 'collaboration.colour.info', message: 'Blue' },
  ok: /*i18n*/ { id: 'collaboration.colour.ok', message: 'Green' },
  warn: /*i18n*/ { id: 'collaboration.colour.warn', message: 'Amber' },
  bad: /*i18n*/ { id: 'collaboration.colour.bad', message: 'Red' },
  quiet: /*i18n*/ { id: 'collaboration.colour.quiet', message: 'Grey' },
}
