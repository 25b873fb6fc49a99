// Turns what a person wrote about an organisation into facts, or says which fields cannot be taken as they are.
import { type FieldError, Refusal } from '#core/errors.ts'
import type { Term } from '#core/terms.ts'
import { identifierExamples, identifierForm } from './identifiers.ts'
import type { WrittenFields } from './organisation-facts.ts'
import { FieldRefused } from './registry.errors.ts'
import type { IdentifierScheme, LinkKind, NameKind, OrganisationStatus } from './registry.terms.ts'
import { fold } from './resolution/fold.ts'

/** The body of a request that creates or changes an organisation. */
export interface WrittenOrganisation {
  name?: string
  names?: { text: string; language?: string | null; kind: NameKind }[]
  identifiers?: { scheme: IdentifierScheme; value: string; preferred?: boolean }[]
  types?: string[]
  place?: {
    country: string | null
    region: string | null
    city: string | null
    latitude: number | null
    longitude: number | null
  }
  established?: number | null
  links?: { kind: LinkKind; url: string }[]
  status?: OrganisationStatus
}

export interface WrittenProblem {
  path: string
  term: Term
  values: Record<string, unknown>
}

const emptyName: Term = /*i18n*/ {
  id: 'registry.written.empty_name',
  message: 'A name needs at least one letter or digit.',
}
const wrongIdentifier: Term = /*i18n*/ {
  id: 'registry.written.wrong_identifier',
  message: '“{value}” is not an identifier of this kind; one looks like {example}.',
}
const wrongAddress: Term = /*i18n*/ {
  id: 'registry.written.wrong_address',
  message: '“{value}” is not a web address; one begins with https://.',
}
const halfPosition: Term = /*i18n*/ {
  id: 'registry.written.half_position',
  message: 'Give both latitude and longitude, or neither.',
}

// Control characters and marks that turn the reading direction never belong to a name.
const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const addressForm = (text: string): string | undefined => {
  const address = /^[a-z][a-z+.-]*:/i.test(text.trim()) ? text.trim() : `https://${text.trim()}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? address : undefined
}

/** Facts as they are kept, and everything that is wrong with what was written. */
export function readWritten(written: WrittenOrganisation): { fields: WrittenFields; problems: WrittenProblem[] } {
  const problems: WrittenProblem[] = []
  const problem = (path: string, term: Term, values: Record<string, unknown> = {}) =>
    problems.push({ path, term, values })
  const fields: WrittenFields = {}
  if (written.name !== undefined) {
    fields.name = clean(written.name)
    if (fold(fields.name) === '') problem('name', emptyName)
  }
  if (written.names)
    fields.names = written.names.map(({ text, language, kind }, i) => {
      if (fold(text) === '') problem(`names.${i}.text`, emptyName)
      return { text: clean(text), language: language ?? null, script: null, kind }
    })
  if (written.identifiers)
    fields.identifiers = written.identifiers.map(({ scheme, value, preferred }, i) => {
      const form = identifierForm(scheme, value)
      if (form === undefined)
        problem(`identifiers.${i}.value`, wrongIdentifier, { value, example: identifierExamples[scheme] })
      return { scheme, value: form ?? value, preferred: preferred ?? false }
    })
  if (written.links)
    fields.links = written.links.map(({ kind, url }, i) => {
      const form = addressForm(url)
      if (form === undefined) problem(`links.${i}.url`, wrongAddress, { value: url })
      return { kind, url: form ?? url }
    })
  if (written.place) {
    if ((written.place.latitude === null) !== (written.place.longitude === null))
      problem('place.latitude', halfPosition)
    fields.place = written.place
  }
  if (written.types) fields.types = [...new Set(written.types)].sort()
  if (written.established !== undefined) fields.established = written.established
  if (written.status !== undefined) fields.status = written.status
  return { fields, problems }
}

/** @throws Refusal naming every field that cannot be taken. `translate` gives the sentences. */
export function fieldsFrom(
  written: WrittenOrganisation,
  translate: (term: Term, values: Record<string, unknown>) => string,
): WrittenFields {
  const { fields, problems } = readWritten(written)
  if (problems.length === 0) return fields
  const errors: FieldError[] = problems.map(one => ({ path: one.path, message: translate(one.term, one.values) }))
  throw new Refusal(FieldRefused, {}, { fields: errors })
}
