// One filter whose choices carry counts.
import { MultiSelect } from '../../../kit/multi-select.tsx'
import type { FacetChoices, FacetName } from './facet-choices.ts'
import { useFilterLabels } from './filter-chips.ts'
import type { ChangeFilter, FilterValues } from './portfolio-filter.ts'

export interface FilterPart {
  values: FilterValues
  change: ChangeFilter
  facets: FacetChoices
}

export function FacetSelect({
  name,
  values,
  change,
  facets,
  isInLine,
}: FilterPart & { name: FacetName; isInLine: boolean }) {
  const labels = useFilterLabels()
  const chosen = values[name] as string[] | undefined
  const choices = facets.choicesOf(name, chosen)
  if (choices.length === 0 && !isInLine) return null
  return (
    <MultiSelect
      label={labels[name]}
      hidesLabel={isInLine}
      placeholder={isInLine ? labels[name] : undefined}
      className={isInLine ? 'hidden w-36 lg:flex' : ''}
      choices={choices}
      value={chosen ?? []}
      onChange={next => change({ [name]: next })}
    />
  )
}
