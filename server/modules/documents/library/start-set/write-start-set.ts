// The form in which the start set is written: each text in English, Persian and Russian, in this order. Pure.
import type { ClauseContent, ClausePromise, ClauseVariable, TemplateContent } from '../content.contract.ts'
import type { VariableKind } from '../library.terms.ts'

export type ClauseRole = ClauseContent['role']
export type Three = readonly [en: string, fa: string, ru: string]

export const three = ([en, fa, ru]: Three): Record<string, string> => ({ en, fa, ru })

export interface StartClause {
  /** What it is called in the start set for ever, so that nothing is adopted twice. */
  origin: string
  content: ClauseContent
}

export interface StartTemplate {
  origin: string
  content: Omit<TemplateContent, 'parts'> & {
    parts: { clause: string; role: ClauseRole; alternative: string | null }[]
  }
}

interface Way {
  when?: Three
  body: Three
  promises?: readonly ClausePromise[]
}

export interface ClauseDraft {
  role?: ClauseRole
  title: Three
  /** The heading in the text; the title unless given. Preambles and closing words have none. */
  heading?: Three
  guidance: Three
  variables?: readonly ClauseVariable[]
  ways: readonly Way[]
}

const unheaded: Three = ['', '', '']

export function clause(origin: string, draft: ClauseDraft): StartClause {
  const { role = 'article', title, guidance, variables = [], ways } = draft
  const heading = draft.heading ?? (role === 'article' ? title : unheaded)
  const versions = (body: Three) =>
    Object.fromEntries(
      (['en', 'fa', 'ru'] as const).map((key, at) => [key, { heading: heading[at]!, body: body[at]! }]),
    )
  return {
    origin,
    content: {
      ...{ role, title: three(title), guidance: three(guidance), variables: [...variables] },
      alternatives: ways.map(({ when, body, promises = [] }, at) => ({
        ...{ key: 'abcdef'[at]!, when: when ? three(when) : {} },
        ...{ versions: versions(body), promises: [...promises] },
      })),
    },
  }
}

export const variable = (key: string, kind: VariableKind, question: Three): ClauseVariable => ({
  ...{ key, kind, question: three(question) },
})

/** Unless said otherwise: at least some, over the whole term, without condition, each side to the other. */
export const promise = (
  kind: ClausePromise['kind'],
  unit: ClausePromise['unit'],
  more: Partial<ClausePromise> = {},
): ClausePromise => ({
  ...{ kind, unit, quantity: null, quantityVariable: null, currency: null },
  ...{ comparator: 'at_least', period: 'whole_term', periodYears: null },
  ...{ condition: 'none', direction: 'both', ...more },
})
