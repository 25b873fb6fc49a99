// Words for organisations that several pages show alike: status, types, place, abilities.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Abilities } from '#core/contract.ts'
import {
  type IdentifierScheme,
  identifierSchemes,
  type OrganisationStatus,
  type OrganisationType,
  organisationStatuses,
  organisationTypes,
} from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { Bdi } from '../../kit/bdi.tsx'
import type { Choice } from '../../kit/choice.ts'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'
import { Tag } from '../../kit/tag.tsx'
import { isolate } from './find-organisations.ts'

export const statusTones: Record<OrganisationStatus, Tone> = {
  active: 'ok',
  inactive: 'quiet',
  withdrawn: 'warn',
  unverified: 'info',
  merged: 'quiet',
}

export function OrganisationStatusDot({ status }: { status: OrganisationStatus }) {
  const term = useTerm()
  return (
    <StatusDot tone={statusTones[status]} className="max-w-full">
      {term(organisationStatuses[status])}
    </StatusDot>
  )
}

const isType = (type: string): type is OrganisationType => type in organisationTypes

/** Types in words; a word of a newer registry stays as it is. */
export function useTypeWords(): (types: readonly string[]) => string {
  const term = useTerm()
  return types => types.map(type => (isType(type) ? term(organisationTypes[type]) : type)).join(' · ')
}

interface Placed {
  country: string | null
  city: string | null
  region?: string | null
}

/** `Kazan, Tatarstan, Russia`; empty when nothing is known. */
export function usePlaceWords(): (place: Placed) => string {
  const { country, reader } = useFormat()
  const comma = reader.language === 'fa' ? '، ' : ', '
  return place => {
    const names = [place.city, place.region === place.city ? null : place.region].filter(Boolean) as string[]
    return [...names.map(isolate), ...(place.country ? [country(place.country)] : [])].join(comma)
  }
}

/** A name as a link text or title, with the original beside when it is another. */
export function NameWithOriginal({ name, original }: { name: string; original: string }) {
  return (
    <>
      <Bdi>{name}</Bdi>
      {original !== name && (
        <span className="text-muted">
          {' '}
          <Bdi>{original}</Bdi>
        </span>
      )}
    </>
  )
}

export function HomeTag() {
  const { t } = useLingui()
  return <Tag>{t`Home`}</Tag>
}

/** All terms of a list as choices, in their order or the reader's alphabet. */
export function useTermChoices<K extends string>(terms: Record<K, { id: string; message: string }>): Choice<K>[] {
  const term = useTerm()
  return useMemo(() => (Object.keys(terms) as K[]).map(id => ({ id, label: term(terms[id]) })), [terms, term])
}

const schemeOrder = Object.keys(identifierSchemes)

/** In the order of the word list: those that people work with first. */
export const inSchemeOrder = <T extends { scheme: IdentifierScheme }>(identifiers: readonly T[]): T[] =>
  identifiers.toSorted((one, other) => schemeOrder.indexOf(one.scheme) - schemeOrder.indexOf(other.scheme))

export const mayDo = (abilities: Abilities, name: string): boolean => abilities[name] === true

/** Why something cannot be done; undefined when it can. */
export function refusalOf(abilities: Abilities, name: string): string | undefined {
  const ability = abilities[name]
  return typeof ability === 'object' ? ability.reason : undefined
}

/** Whether an action is worth showing: it can be done, or there is a reason why not. */
export const isOffered = (abilities: Abilities, name: string): boolean => abilities[name] !== undefined
