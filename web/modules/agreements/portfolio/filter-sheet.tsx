// All filters of the portfolio in a sheet; loaded when somebody opens it.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { Select } from '../../../kit/select.tsx'
import type { OrganisationChoice } from '../../registry/find-organisations.ts'
import { OrganisationsPicker } from '../../registry/organisation-picker.tsx'
import { FacetSelect, type FilterPart } from './facet-select.tsx'
import { useDaysText, useFilterLabels, useTags } from './filter-chips.ts'

const inSheet = [
  'country',
  'kind',
  'state',
  'pulse',
  'field',
  'unit',
  'owner',
  'homeId',
  'renewal',
  'end',
  'confidentiality',
] as const

export function FilterSheet(part: FilterPart) {
  return (
    <>
      <PartnerFilter {...part} />
      {inSheet.map(name => (
        <FacetSelect key={name} {...part} name={name} isInLine={false} />
      ))}
      <TagFilter {...part} />
      <DateFilters {...part} />
      <FlagFilters {...part} />
    </>
  )
}

function TagFilter({ values, change }: FilterPart) {
  const labels = useFilterLabels()
  const tags = useTags(true)
  if (tags.length === 0) return null
  return (
    <MultiSelect
      label={labels.tag}
      choices={tags.map(tag => ({ id: tag.id, label: tag.name }))}
      value={values.tag ?? []}
      onChange={tag => change({ tag })}
    />
  )
}

function PartnerFilter({ values, change, facets }: FilterPart) {
  const { t } = useLingui()
  const [known, setKnown] = useState<ReadonlyMap<string, OrganisationChoice>>(new Map())
  const chosen = (values.partner ?? []).map(
    id => known.get(id) ?? { id, label: facets.labelOf('partner', id), country: null },
  )
  return (
    <OrganisationsPicker
      label={t`Partner`}
      value={chosen}
      onChange={next => {
        setKnown(new Map([...known, ...next.map(each => [each.id, each] as const)]))
        change({ partner: next.map(each => each.id) })
      }}
    />
  )
}

const spans = [90, 182, 365, 730] as const

function DateFilters({ values, change }: FilterPart) {
  const { t } = useLingui()
  const daysText = useDaysText()
  const labels = useFilterLabels()
  const days = values.expiringWithinDays
  const all = days === undefined || (spans as readonly number[]).includes(days) ? spans : [...spans, days]
  return (
    <>
      <Select
        label={labels.expiringWithinDays}
        choices={[{ id: 'any', label: t`Any time` }, ...all.map(each => ({ id: String(each), label: daysText(each) }))]}
        value={days === undefined ? 'any' : String(days)}
        onChange={id => change({ expiringWithinDays: id === 'any' ? undefined : Number(id) })}
      />
      <FormRow>
        <DateField
          label={labels.endsFrom}
          value={values.endsFrom ?? null}
          onChange={endsFrom => change({ endsFrom })}
        />
        <DateField
          label={labels.endsUntil}
          value={values.endsUntil ?? null}
          onChange={endsUntil => change({ endsUntil })}
        />
      </FormRow>
      <FormRow>
        <DateField
          label={labels.signedFrom}
          value={values.signedFrom ?? null}
          onChange={signedFrom => change({ signedFrom })}
        />
        <DateField
          label={labels.signedUntil}
          value={values.signedUntil ?? null}
          onChange={signedUntil => change({ signedUntil })}
        />
      </FormRow>
    </>
  )
}

const flags = ['reviewDue', 'hasUnkept', 'hasCommitments', 'hasEntries', 'hasFiles'] as const

function FlagFilters({ values, change }: FilterPart) {
  const { t } = useLingui()
  const labels = useFilterLabels()
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 text-sm font-medium">{t`Only those with`}</legend>
      {flags.map(name => (
        <Checkbox key={name} isSelected={values[name] === true} onChange={on => change({ [name]: on || undefined })}>
          {labels[name]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
