// Whether what was given for the variables of a template is of their kinds.
import { type FieldError, Refusal } from '#core/errors.ts'
import type { TemplateSource } from './instantiate.ts'
import { ValueUnfit } from './library.errors.ts'
import type { VariableValue } from './template-text.contract.ts'
import { valueWords } from './value-words.ts'

/** @throws Refusal 422 that names each value that does not fit; values that no clause asks for are left alone. */
export function checkValues(source: TemplateSource, values: Readonly<Record<string, VariableValue>>): void {
  const variables = [...source.clauses.values()].flatMap(clause => clause.content.variables)
  const kinds = new Map(variables.map(one => [one.key, one.kind]))
  const fields = Object.entries(values).flatMap(([key, value]): FieldError[] => {
    const kind = kinds.get(key)
    const fits = kind === undefined || value === '' || valueWords(kind, value, 'en') !== null
    return fits ? [] : [{ path: `values.${key}`, message: ValueUnfit.text }]
  })
  if (fields.length > 0) throw new Refusal(ValueUnfit, {}, { fields })
}
