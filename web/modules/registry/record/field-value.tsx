// A field of an organisation as two sources say it, in words; shaped as in the record.
import type { Organisation } from '#modules/registry/organisation.contract.ts'
import {
  identifierSchemes,
  linkKinds,
  nameKinds,
  type OrganisationField,
  organisationStatuses,
} from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import { usePlaceWords, useTypeWords } from '../organisation-words.tsx'

interface Line {
  key: string
  text: string
  language?: string | null
  note?: string
}

/** The lines of a field; an empty list means that nothing is said. */
function useFieldLines(): (field: OrganisationField, value: unknown) => Line[] {
  const term = useTerm()
  const { number, languageName } = useFormat()
  const typeWords = useTypeWords()
  const placeWords = usePlaceWords()
  const single = (text: string): Line[] => (text === '' ? [] : [{ key: text, text }])
  const lines: Record<OrganisationField, (value: unknown) => Line[]> = {
    name: value => single(String(value)),
    names: value =>
      (value as Organisation['names']).map(name => ({
        key: `${name.kind} ${name.language} ${name.text}`,
        text: name.text,
        language: name.language,
        note: [term(nameKinds[name.kind]), name.language && languageName(name.language)].filter(Boolean).join(' · '),
      })),
    identifiers: value =>
      (value as Organisation['identifiers']).map(each => ({
        key: `${each.scheme} ${each.value}`,
        text: each.value,
        note: term(identifierSchemes[each.scheme]),
      })),
    types: value => single(typeWords(value as string[])),
    status: value => single(term(organisationStatuses[value as Organisation['status']])),
    place: value => single(placeWords(value as Organisation['place'])),
    links: value =>
      (value as Organisation['links']).map(each => ({
        key: each.url,
        text: each.url,
        note: term(linkKinds[each.kind]),
      })),
    established: value => single(number(Number(value), { useGrouping: false })),
  }
  return (field, value) => (value === null || value === undefined ? [] : lines[field](value))
}

interface FieldValueProps {
  field: OrganisationField
  value: unknown
  /** The other side: lines that it lacks are marked. */
  other: unknown
}

export function FieldValue({ field, value, other }: FieldValueProps) {
  const linesOf = useFieldLines()
  const lines = linesOf(field, value)
  const known = new Set(linesOf(field, other).map(line => line.key))
  if (lines.length === 0) return <Missing />
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {lines.map(line => (
        <li key={line.key} className={known.has(line.key) ? 'text-muted' : 'font-medium'}>
          <Bdi language={line.language}>{line.text}</Bdi>
          {line.note && <span className="block text-xs font-normal text-muted">{line.note}</span>}
        </li>
      ))}
    </ul>
  )
}
