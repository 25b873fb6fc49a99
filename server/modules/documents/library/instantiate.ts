// Makes the text of an agreement out of a template: the clauses in order, variables filled, what it promises and what is still open.
import type { Static } from 'typebox'
import { newId } from '#core/ids.ts'
import type { ClauseVersion, TextClause, TextRun } from '../text/document-text.ts'
import type { ClausePromise, ClauseVariable, TemplateContent, TemplatePart } from './content.contract.ts'
import type { NoticeKind } from './library.terms.ts'
import type { StoredAlternative, StoredClause } from './stored-content.ts'
import type {
  ClauseOrigin,
  DraftedPromise,
  OpenChoice,
  OpenVariable,
  TemplateText as TemplateTextSchema,
  VariableValue,
} from './template-text.contract.ts'
import { valueWords } from './value-words.ts'

/** A clause of the library in the version that a template uses. */
export interface SourceClause {
  itemId: string
  version: number
  isApproved: boolean
  isRetired: boolean
  content: StoredClause
}

/** A template with its clauses, ready to become texts. */
export interface TemplateSource {
  id: string
  version: number
  content: TemplateContent
  clauses: ReadonlyMap<string, SourceClause>
}

export type TemplateText = Static<typeof TemplateTextSchema>

export interface Filling {
  /** What fills variables, by their names. */
  values?: Readonly<Record<string, VariableValue>>
  /** Chosen alternatives, by the clause in the library. */
  choices?: Readonly<Record<string, string>>
}

interface Placed {
  part: TemplatePart
  clause: SourceClause
  chosen: StoredAlternative
  id: string
}

function place({ content, clauses }: TemplateSource, choices: Filling['choices'] = {}): Placed[] {
  return content.parts.flatMap(part => {
    const clause = clauses.get(part.clauseId)
    if (!clause) return []
    const wanted = part.alternative ?? choices[part.clauseId]
    const { alternatives } = clause.content
    const chosen = alternatives.find(one => one.key === wanted) ?? alternatives[0]!
    return [{ part, clause, chosen, id: newId() }]
  })
}

/** What stands where nothing was said yet: the question in brackets. */
const blank = (variable: ClauseVariable | undefined, key: string, language: string): string =>
  `[${variable?.question[language] ?? variable?.question.en ?? Object.values(variable?.question ?? {})[0] ?? key}]`

type Fill = (key: string, language: string) => string

const fillRuns = (runs: readonly TextRun[], language: string, fill: Fill): TextRun[] =>
  runs.map(run => (run.variable ? { ...run, text: fill(run.variable, language) } : { ...run }))

const fillVersion = ({ heading, blocks }: ClauseVersion, language: string, fill: Fill): ClauseVersion => ({
  heading: fillRuns(heading, language, fill),
  blocks: blocks.map(block => ({ ...block, runs: fillRuns(block.runs, language, fill) })),
})

const variablesIn = (versions: Record<string, ClauseVersion>): string[] =>
  Object.values(versions).flatMap(({ heading, blocks }) =>
    [heading, ...blocks.map(block => block.runs)].flatMap(runs => runs.flatMap(run => run.variable ?? [])),
  )

function draftPromise(clauseId: string, promise: ClausePromise, values: Filling['values'] = {}): DraftedPromise {
  const { quantity, quantityVariable, currency, ...rest } = promise
  const value = quantityVariable === null ? undefined : values[quantityVariable]
  const given = typeof value === 'object' && 'amount' in value ? value : undefined
  const amount = typeof value === 'string' ? value : (given?.amount as string | undefined)
  return {
    ...{ clauseId, ...rest },
    quantity: amount ?? quantity,
    quantityVariable: amount === undefined ? quantityVariable : null,
    currency: (given?.currency as string | undefined) ?? currency,
  }
}

function openVariables(placed: readonly Placed[], known: ReadonlyMap<string, ClauseVariable>, isFilled: Fill | null) {
  const open = new Map<string, OpenVariable>()
  for (const { chosen, id } of placed)
    for (const key of new Set(variablesIn(chosen.versions))) {
      const { kind, question } = known.get(key) ?? { kind: 'text' as const, question: {} }
      if (isFilled?.(key, 'en')) continue
      if (!open.has(key)) open.set(key, { key, kind, question, clauseIds: [] })
      open.get(key)!.clauseIds.push(id)
    }
  return [...open.values()]
}

function noticesOf(placed: readonly Placed[], languages: readonly string[]) {
  const notices: { clauseId: string; kind: NoticeKind }[] = []
  for (const { clause, chosen, id } of placed) {
    if (languages.some(language => !chosen.versions[language])) notices.push({ clauseId: id, kind: 'language_missing' })
    if (clause.isRetired) notices.push({ clauseId: id, kind: 'retired' })
    else if (!clause.isApproved) notices.push({ clauseId: id, kind: 'not_approved' })
  }
  return notices
}

const choiceOf = ({ clause: { content }, chosen, id }: Placed): OpenChoice => ({
  ...{ clauseId: id, title: content.title, guidance: content.guidance, chosen: chosen.key },
  choices: content.alternatives.map(({ key, when }) => ({ key, when })),
})

const originOf = ({ clause, chosen, id }: Placed): ClauseOrigin => ({
  ...{ clauseId: id, itemId: clause.itemId, version: clause.version, alternative: chosen.key },
  title: clause.content.title,
})

/**
 * The text in the wanted languages. A variable without a value stands as its question in brackets and is listed; where
 * a clause knows alternatives and the template leaves the choice, the first is taken and the choice listed.
 */
export function instantiateTemplate(
  source: TemplateSource,
  languages: readonly string[],
  { values = {}, choices = {} }: Filling = {},
): TemplateText {
  const placed = place(source, choices)
  const known = new Map<string, ClauseVariable>()
  for (const { clause } of placed)
    for (const variable of clause.content.variables) if (!known.has(variable.key)) known.set(variable.key, variable)
  const given = (key: string, language: string): string =>
    key in values ? (valueWords(known.get(key)?.kind ?? 'text', values[key]!, language) ?? '') : ''
  const fill: Fill = (key, language) => given(key, language) || blank(known.get(key), key, language)
  const clauses = placed.map(({ part, chosen, id }): TextClause => {
    const versions = languages.map(language => {
      const written = chosen.versions[language] ?? { heading: [], blocks: [] }
      return [language, fillVersion(written, language, fill)] as const
    })
    return { id, role: part.role, versions: Object.fromEntries(versions) }
  })
  const { title, prevailing } = source.content
  const titleIn = (language: string) =>
    (title[language] ?? title.en ?? '').replace(/\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}/g, (_, key: string) =>
      fill(key, language),
    )
  return {
    text: {
      languages: [...languages],
      prevailing: prevailing !== null && languages.includes(prevailing) ? prevailing : null,
      title: Object.fromEntries(languages.map(language => [language, titleIn(language)])),
      clauses,
    },
    promises: placed.flatMap(({ chosen, id }) => chosen.promises.map(promise => draftPromise(id, promise, values))),
    variables: openVariables(placed, known, given),
    choices: placed
      .filter(one => one.part.alternative === null && one.clause.content.alternatives.length > 1)
      .map(choiceOf),
    origins: placed.map(originOf),
    notices: noticesOf(placed, languages),
  }
}
