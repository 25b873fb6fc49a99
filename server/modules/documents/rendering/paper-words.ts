// The few words that a document carries besides its own text, in the language of each version.
import { translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import { baseLanguage } from './numbering.ts'

export const paperTerms = {
  draft: /*i18n*/ { id: 'documents.paper.draft', message: 'Draft' },
  number: /*i18n*/ { id: 'documents.paper.number', message: 'No. {number}' },
  version: /*i18n*/ { id: 'documents.paper.version', message: 'Version {version}' },
  place_and_date: /*i18n*/ { id: 'documents.paper.place_and_date', message: 'Place and date' },
  done_at: /*i18n*/ { id: 'documents.paper.done_at', message: '{place}, {date}' },
  signed_for: /*i18n*/ { id: 'documents.paper.signed_for', message: 'For {party}' },
  and: /*i18n*/ { id: 'documents.paper.and', message: 'and' },
  signature: /*i18n*/ { id: 'documents.paper.signature', message: 'Signature' },
  trail: /*i18n*/ { id: 'documents.paper.trail', message: 'How this document came about' },
  verify: /*i18n*/ {
    id: 'documents.paper.verify',
    message: 'Whether this document is genuine can be seen at {address} with the code {code}.',
  },
  text_hash: /*i18n*/ { id: 'documents.paper.text_hash', message: 'Hash of the text (SHA-256)' },
} as const satisfies Record<string, Term>

/** A word of the paper in the language of a version; in English where that language has none here. */
export const paperWord = (term: Term, language: string, values?: Record<string, unknown>): string =>
  translator(baseLanguage(language))(term, values)
