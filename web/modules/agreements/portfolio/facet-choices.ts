// Choices of the filters with their counts, as the server found them under the other filters.
import { useMemo } from 'react'
import { agreementStateTerms } from '#modules/agreements/agreement.states.ts'
import {
  agreementKindTerms,
  confidentialityTerms,
  endKindTerms,
  pulseTerms,
  renewalTerms,
} from '#modules/agreements/agreement.terms.ts'
import { fieldTerm } from '#modules/agreements/isced.terms.ts'
import type { PortfolioCounts } from '#modules/agreements/portfolio.contract.ts'
import { type Formats, useFormat } from '../../../core/format.ts'
import { type Term, useTerm } from '../../../core/i18n.ts'
import type { Choice } from '../../../kit/choice.ts'
import { pulseTones, stateTone } from '../agreement-words.tsx'

export type FacetName = PortfolioCounts['facets'][number]['filter']

const terms: Partial<Record<FacetName, Readonly<Record<string, Term>>>> = {
  kind: agreementKindTerms,
  state: agreementStateTerms,
  pulse: pulseTerms,
  confidentiality: confidentialityTerms,
  renewal: renewalTerms,
  end: endKindTerms,
}

/** The words of a value that the counts do not name, as nothing fits it now. */
function wordOf(filter: FacetName, value: string, term: (term: Term) => string, formats: Formats): string {
  if (filter === 'country') return formats.country(value)
  const known = filter === 'field' ? fieldTerm(value) : terms[filter]?.[value]
  return known ? term(known) : value
}

export interface FacetChoices {
  choicesOf: (filter: FacetName, chosen: readonly string[] | undefined) => Choice[]
  labelOf: (filter: FacetName, value: string) => string
}

export function useFacetChoices(counts: PortfolioCounts | undefined): FacetChoices {
  const term = useTerm()
  const formats = useFormat()
  return useMemo(() => {
    const valuesOf = (filter: FacetName) => counts?.facets.find(facet => facet.filter === filter)?.values ?? []
    const labelOf = (filter: FacetName, value: string) =>
      valuesOf(filter).find(each => each.value === value)?.label ?? wordOf(filter, value, term, formats)
    const toneOf = (filter: FacetName, value: string) =>
      filter === 'pulse' && value in pulseTones
        ? { tone: pulseTones[value as keyof typeof pulseTones] }
        : filter === 'state' && value in agreementStateTerms
          ? { tone: stateTone(value as keyof typeof agreementStateTerms) }
          : {}
    return {
      labelOf,
      choicesOf(filter, chosen = []) {
        const found = valuesOf(filter).map(each => ({
          id: each.value,
          label: `${each.label} (${formats.number(each.count)})`,
          ...toneOf(filter, each.value),
        }))
        const missing = chosen.filter(value => !found.some(each => each.id === value))
        return [...found, ...missing.map(id => ({ id, label: labelOf(filter, id), ...toneOf(filter, id) }))]
      },
    }
  }, [counts, term, formats])
}
