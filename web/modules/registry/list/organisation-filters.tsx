// Search and filters of the list of organisations, and what is set as chips.
import { useLingui } from '@lingui/react/macro'
import {
  type OrganisationStatus,
  type OrganisationType,
  organisationStatuses,
  organisationTypes,
} from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { useCountryChoices } from '../../../kit/country-field.tsx'
import { FilterBar, type FilterChip } from '../../../kit/filter-bar.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { Select } from '../../../kit/select.tsx'
import { useTermChoices } from '../organisation-words.tsx'
import { type ChangeList, type ListAddress, type SortName, sorts } from './list-address.ts'

interface FilterProps {
  url: ListAddress
  change: ChangeList
  onClear: () => void
}

export function OrganisationFilters({ url, change, onClear }: FilterProps) {
  const { t } = useLingui()
  const { list, country } = useFormat()
  const term = useTerm()
  const countries = useCountryChoices()
  const typeChoices = useTermChoices(organisationTypes)
  const statusChoices = useTermChoices(organisationStatuses)
  const sortWords: Record<SortName, string> = {
    best: t`Best match first`,
    name: t`By name`,
    country: t({ message: 'By country', context: 'order' }),
    changed: t`Last changed first`,
  }
  const usual: SortName = url.text ? 'best' : 'name'
  const chips: FilterChip[] = [
    ...(url.country ?? []).map(code => ({
      id: `country ${code}`,
      label: t`Country`,
      value: country(code),
      onRemove: () => change({ country: url.country?.filter(each => each !== code) }),
    })),
    ...(url.type
      ? [
          {
            id: 'type',
            label: t`Type`,
            value: list(
              url.type.map(each => term(organisationTypes[each as OrganisationType] ?? { id: each, message: each })),
            ),
            onRemove: () => change({ type: undefined }),
          },
        ]
      : []),
    ...(url.status
      ? [
          {
            id: 'status',
            label: t`Status`,
            value: list(
              url.status.map(each =>
                term(organisationStatuses[each as OrganisationStatus] ?? { id: each, message: each }),
              ),
            ),
            onRemove: () => change({ status: undefined }),
          },
        ]
      : []),
  ]
  return (
    <FilterBar
      search={
        <SearchBox
          label={t`Search organisations`}
          placeholder={t`Any name, acronym or identifier`}
          value={url.text ?? ''}
          onChange={text => change({ text })}
          className="w-full sm:w-72"
        />
      }
      filters={
        <>
          <ComboBox
            label={t`Country`}
            hidesLabel
            placeholder={t`Any country`}
            className="w-[calc(50%-0.25rem)] sm:w-40"
            choices={countries.filter(choice => !url.country?.includes(choice.id))}
            value={null}
            onChange={code => code && change({ country: [...(url.country ?? []), code] })}
          />
          <MultiSelect<OrganisationType>
            label={t`Type`}
            hidesLabel
            placeholder={t`Any type`}
            className="w-[calc(50%-0.25rem)] sm:w-40"
            choices={typeChoices}
            value={(url.type ?? []) as OrganisationType[]}
            onChange={type => change({ type })}
          />
          <MultiSelect<OrganisationStatus>
            label={t`Status`}
            hidesLabel
            placeholder={t`In use`}
            className="w-[calc(50%-0.25rem)] sm:w-40"
            choices={statusChoices}
            value={(url.status ?? []) as OrganisationStatus[]}
            onChange={status => change({ status })}
          />
          <Select<SortName>
            label={t`Order`}
            hidesLabel
            className="w-[calc(50%-0.25rem)] sm:w-44"
            choices={sorts
              .filter(each => each !== 'best' || url.text)
              .map(each => ({ id: each, label: sortWords[each] }))}
            value={url.sort ?? usual}
            onChange={sort => change({ sort: sort === usual ? undefined : sort })}
          />
        </>
      }
      chips={chips}
      onClear={onClear}
    />
  )
}
