// The filter bar of portfolio and partners: text in any script, the usual filters in line, all of them in a sheet.
import { Trans, useLingui } from '@lingui/react/macro'
import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PortfolioCounts } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Drawer } from '../../../kit/drawer.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { Select } from '../../../kit/select.tsx'
import type { OrganisationChoice } from '../../registry/find-organisations.ts'
import { OrganisationsPicker } from '../../registry/organisation-picker.tsx'
import { type FacetChoices, type FacetName, useFacetChoices } from './facet-choices.ts'
import { useDaysText, useFilterChips, useFilterLabels } from './filter-chips.ts'
import { type ChangeFilter, type FilterValues, useFilter } from './portfolio-filter.ts'

const inLine = ['country', 'kind', 'state', 'pulse'] as const satisfies readonly FacetName[]
const inSheet = [
  ...inLine,
  'field',
  'unit',
  'owner',
  'homeId',
  'renewal',
  'end',
  'confidentiality',
] as const satisfies readonly FacetName[]

interface PartProps {
  values: FilterValues
  change: ChangeFilter
  facets: FacetChoices
}

function FacetSelect({ name, values, change, facets, isInLine }: PartProps & { name: FacetName; isInLine: boolean }) {
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

export function PortfolioFilters({ counts, end }: { counts: PortfolioCounts | undefined; end?: ReactNode }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { values, change, clear } = useFilter()
  const facets = useFacetChoices(counts)
  const chips = useFilterChips(values, change, facets)
  const [isOpen, setOpen] = useState(false)
  const part = { values, change, facets }
  return (
    <>
      <FilterBar
        search={
          <SearchBox
            label={t`Search agreements, partners, numbers`}
            value={values.text ?? ''}
            onChange={text => change({ text })}
            className="w-full sm:w-72"
          />
        }
        filters={
          <>
            {inLine.map(name => (
              <FacetSelect key={name} {...part} name={name} isInLine />
            ))}
            <Button
              icon={<SlidersHorizontal aria-hidden className="size-4 text-muted" />}
              onPress={() => setOpen(true)}
            >
              {chips.length > 0 ? t`Filters (${number(chips.length)})` : t`Filters`}
            </Button>
          </>
        }
        savedViews={end}
        chips={chips}
        onClear={clear}
      />
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t`Filters`}>
        <div className="flex flex-col gap-5 p-6">
          <PartnerFilter {...part} />
          {inSheet.map(name => (
            <FacetSelect key={name} {...part} name={name} isInLine={false} />
          ))}
          <DateFilters {...part} />
          <FlagFilters {...part} />
          <div className="flex gap-2 border-t border-line pt-5">
            <Button variant="primary" onPress={() => setOpen(false)}>
              {counts ? t`Show ${number(counts.total)}` : t`Show`}
            </Button>
            <Button variant="quiet" onPress={clear}>
              <Trans>Clear all</Trans>
            </Button>
          </div>
        </div>
      </Drawer>
    </>
  )
}

function PartnerFilter({ values, change, facets }: PartProps) {
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

function DateFilters({ values, change }: PartProps) {
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

function FlagFilters({ values, change }: PartProps) {
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
