// Whether a clause or template holds together: variables have questions, promises can be counted, parts exist.
import { Refusal } from '#core/errors.ts'
import type { ClauseContent, ClausePromise, TemplateContent } from './content.contract.ts'
import {
  ClauseNotWritten,
  PromiseIncomplete,
  PromiseVariableWrong,
  TemplateClauseTwice,
  TemplateClauseUnknown,
  VariableTwice,
  VariableUnknown,
} from './library.errors.ts'
import { filled, type StoredClause, storedClause, variablesOf } from './stored-content.ts'

const twice = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at)

function checkPromise(content: ClauseContent, promise: ClausePromise, path: string): void {
  const isMoney = promise.unit === 'money'
  if (promise.quantityVariable !== null) {
    const kind = content.variables.find(one => one.key === promise.quantityVariable)?.kind
    if (kind !== (isMoney ? 'money' : 'number')) {
      const values = { name: promise.quantityVariable }
      const fields = [{ path: `${path}.quantityVariable`, message: PromiseVariableWrong.text, values }]
      throw new Refusal(PromiseVariableWrong, values, { fields })
    }
  }
  const needsCurrency = isMoney && promise.quantity !== null && promise.currency === null
  if (needsCurrency || (promise.period === 'every_n_years' && promise.periodYears === null))
    throw new Refusal(PromiseIncomplete, {}, { fields: [{ path, message: PromiseIncomplete.text }] })
}

/** @throws Refusal 422 that names the field. */
export function checkClause(content: ClauseContent): StoredClause {
  const stored = storedClause(content)
  const isWritten = stored.alternatives.every(one => Object.keys(one.versions).length > 0)
  if (!isWritten || Object.keys(stored.title).length === 0)
    throw new Refusal(
      ClauseNotWritten,
      {},
      { fields: [{ path: isWritten ? 'content.title' : 'content.alternatives', message: ClauseNotWritten.text }] },
    )
  const doubled = twice(content.variables.map(one => one.key)) ?? twice(content.alternatives.map(one => one.key))
  if (doubled) throw new Refusal(VariableTwice, { name: doubled })
  const known = new Set(content.variables.map(one => one.key))
  const unknown = variablesOf(content).filter(key => !known.has(key))
  if (unknown.length > 0) {
    const values = { names: unknown.join(', ') }
    throw new Refusal(VariableUnknown, values, {
      fields: [{ path: 'content.variables', message: VariableUnknown.text, values }],
    })
  }
  for (const [at, { promises }] of content.alternatives.entries())
    for (const [index, promise] of promises.entries())
      checkPromise(content, promise, `content.alternatives.${at}.promises.${index}`)
  return stored
}

/** What a template needs to know of a clause that it names. */
export interface NamedClause {
  homeId: string | null
  keys: readonly string[]
}

/** Clauses of the same library or of the installation's; the names of alternatives are those of the latest version. */
export function checkTemplate(
  content: TemplateContent,
  homeId: string | null,
  clauses: ReadonlyMap<string, NamedClause>,
): TemplateContent {
  for (const [at, { clauseId, alternative }] of content.parts.entries()) {
    const clause = clauses.get(clauseId)
    const isHere = clause && (clause.homeId === null || clause.homeId === homeId)
    if (!isHere || (alternative !== null && !clause.keys.includes(alternative)))
      throw new Refusal(
        TemplateClauseUnknown,
        {},
        { fields: [{ path: `content.parts.${at}`, message: TemplateClauseUnknown.text }] },
      )
  }
  if (twice(content.parts.map(part => part.clauseId))) throw new Refusal(TemplateClauseTwice)
  const prevailing = content.languages.find(one => one === content.prevailing) ?? null
  return { ...content, title: filled(content.title), description: filled(content.description), prevailing }
}
