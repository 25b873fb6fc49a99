// What is filtered now, in words, each with the way to take it off.
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { listTags, type TagView } from '#modules/collaboration/relation.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { callOptions } from '../../../core/query.ts'
import type { FilterChip } from '../../../kit/filter-bar.tsx'
import type { FacetChoices, FacetName } from './facet-choices.ts'
import type { ChangeFilter, FilterName, FilterValues } from './portfolio-filter.ts'

export function useFilterLabels(): Record<FilterName, string> {
  const { t } = useLingui()
  return {
    text: t`Text`,
    homeId: t`Our organisation`,
    country: t`Country`,
    partner: t`Partner`,
    kind: t`Kind`,
    state: t`State`,
    field: t`Field of science`,
    unit: t`Unit`,
    owner: t`Owner`,
    pulse: t`Pulse`,
    confidentiality: t`Confidentiality`,
    renewal: t`Renewal`,
    end: t`End`,
    language: t`Language`,
    expiringWithinDays: t`Ends within`,
    endsFrom: t`Ends from`,
    endsUntil: t`Ends until`,
    signedFrom: t`Signed from`,
    signedUntil: t`Signed until`,
    reviewDue: t`Review due`,
    hasCommitments: t`Has commitments`,
    hasEntries: t`Has entries`,
    hasUnkept: t`Has broken promises`,
    hasFiles: t`Has files`,
    tag: t`Tags`,
    importId: t`From an import`,
  }
}

/** Tags of the home organisations, asked for only where they are wanted. */
export const useTags = (isWanted: boolean): TagView[] =>
  useQuery({ ...callOptions(listTags), enabled: isWanted }).data?.items ?? []

/** Days of a notice in the words people use for them. */
export function useDaysText(): (days: number) => string {
  const { t } = useLingui()
  const { number } = useFormat()
  return days => {
    if (days === 90) return t`3 months`
    if (days === 182) return t`6 months`
    if (days === 365) return t`12 months`
    if (days === 730) return t`2 years`
    return t`${number(days)} days`
  }
}

export function useFilterChips(values: FilterValues, change: ChangeFilter, facets: FacetChoices): FilterChip[] {
  const { t } = useLingui()
  const { date, list, languageName } = useFormat()
  const labels = useFilterLabels()
  const daysText = useDaysText()
  const tags = useTags(values.tag !== undefined)
  const written = (name: FilterName, value: NonNullable<FilterValues[FilterName]>): string => {
    if (name === 'importId') return t`only this one`
    if (name === 'expiringWithinDays') return daysText(Number(value))
    if (typeof value === 'boolean') return value ? t`yes` : t`no`
    if (typeof value === 'string') return name === 'text' ? value : date(value)
    if (!Array.isArray(value)) return String(value)
    if (name === 'language') return list(value.map(languageName))
    const tagged = (id: string) => tags.find(tag => tag.id === id)?.name ?? '…'
    const words = value.map(each => (name === 'tag' ? tagged(each) : facets.labelOf(name as FacetName, each)))
    return words.length > 3 ? `${list(words.slice(0, 2))} +${words.length - 2}` : list(words)
  }
  return (Object.entries(values) as [FilterName, NonNullable<FilterValues[FilterName]>][])
    .filter(([name, value]) => name !== 'text' && value !== undefined)
    .map(([name, value]) => ({
      id: name,
      label: labels[name],
      value: written(name, value),
      onRemove: () => change({ [name]: undefined }),
    }))
}
