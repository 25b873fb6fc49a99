// Refusals of Word templates, each fault in a sentence of its own.
import { declareError, type FieldError, Refusal } from '#core/errors.ts'
import type { Terms } from '#core/terms.ts'
import type { TemplateFault } from './word-template.ts'

export const TemplateRefused = declareError(
  'word_template.refused',
  422,
  /*i18n*/ { id: 'documents.error.template_refused', message: 'This template cannot be used as it is.' },
)

const known: Terms<Exclude<TemplateFault['fault'], 'tag_unknown'> | 'unknown' | 'unknown_meant'> = {
  not_word: /*i18n*/ { id: 'documents.template_fault.not_word', message: 'This is no Word file (.docx).' },
  too_large: /*i18n*/ {
    id: 'documents.template_fault.too_large',
    message: 'The file unpacks to more than 60 MB. Make its pictures smaller.',
  },
  macros: /*i18n*/ {
    id: 'documents.template_fault.macros',
    message: 'The file holds programs (macros). Save it as .docx without them.',
  },
  outside: /*i18n*/ {
    id: 'documents.template_fault.outside',
    message:
      'The file loads something from elsewhere when it is opened, such as a linked picture or template. Put it into the file.',
  },
  fields: /*i18n*/ {
    id: 'documents.template_fault.fields',
    message: 'The file has a field that reads other files or starts programs. Remove it.',
  },
  tags_unbalanced: /*i18n*/ {
    id: 'documents.template_fault.unbalanced',
    message: 'A tag begins and does not end, or ends where none began: {tag}',
  },
  unknown: /*i18n*/ { id: 'documents.template_fault.unknown', message: 'Nothing is known here that could fill {tag}.' },
  unknown_meant: /*i18n*/ {
    id: 'documents.template_fault.unknown_meant',
    message: 'Nothing is known here that could fill {tag}. Did you mean {suggestion}?',
  },
}

const fieldOf = (one: TemplateFault): FieldError => {
  if (one.fault !== 'tag_unknown')
    return { path: 'file', message: known[one.fault], values: 'tag' in one ? { tag: one.tag } : {} }
  const { tag, suggestion } = one
  return suggestion === null
    ? { path: 'file', message: known.unknown, values: { tag } }
    : { path: 'file', message: known.unknown_meant, values: { tag, suggestion } }
}

export const templateRefusal = (faults: readonly TemplateFault[]): Refusal =>
  new Refusal(TemplateRefused, {}, { fields: faults.slice(0, 20).map(fieldOf) })
