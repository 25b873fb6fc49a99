// A short text in three languages by which an office sees what its template makes.
import { translator } from '#core/i18n.ts'
import { newId } from '#core/ids.ts'
import type { Term } from '#core/terms.ts'
import { emptyFrame, type RenderRequest } from '../rendering/document-frame.ts'

const title: Term = /*i18n*/ { id: 'documents.template_sample.title', message: 'Sample agreement' }
const heading: Term = /*i18n*/ { id: 'documents.template_sample.heading', message: 'Purpose' }
const words: Term = /*i18n*/ {
  id: 'documents.template_sample.words',
  message: 'Each side sends up to five students a year to the other side. This text is only a sample.',
}
const party: Term = /*i18n*/ { id: 'documents.template_sample.party', message: 'Organisation {nth}' }

const languages = ['en', 'fa', 'ru']
const inEach = (term: Term, values?: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(languages.map(language => [language, translator(language)(term, values)]))

/** The reader's language comes first. */
export function sampleDocument(first: string, madeAt: string): RenderRequest {
  const [titles, headings, bodies] = [inEach(title), inEach(heading), inEach(words)]
  const order = [first, ...languages.filter(language => language !== first)]
  return {
    madeAt,
    frame: {
      ...{ ...emptyFrame, number: 'A-2026-1', version: '1', date: madeAt.slice(0, 10) },
      parties: [1, 2].map(nth => ({
        ...{ side: nth === 1 ? ('home' as const) : ('partner' as const), name: inEach(party, { nth }) },
        ...{ country: null, address: null, signatories: [] },
      })),
    },
    text: {
      ...{ languages: order, prevailing: null, title: titles },
      clauses: [1, 2].map(() => ({
        ...{ id: newId(), role: 'article' as const },
        versions: Object.fromEntries(
          order.map(language => [
            language,
            {
              heading: [{ text: headings[language]! }],
              blocks: [{ kind: 'paragraph' as const, runs: [{ text: bodies[language]! }] }],
            },
          ]),
        ),
      })),
    },
  }
}
