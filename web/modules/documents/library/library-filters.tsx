// Search and state of a list of the library; the address keeps them.
import { useLingui } from '@lingui/react/macro'
import { type ItemState, itemStates, itemStateTerms } from '#modules/documents/library/library.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { Select } from '../../../kit/select.tsx'

const readers = { q: readText, state: readOneOf(itemStates) }
const inUse = 'in_use'

export function useLibraryFilter() {
  const [url, change] = useUrlState(readers)
  return {
    query: { ...(url.q && { q: url.q }), ...(url.state && { state: url.state }) },
    isFiltered: url.q !== undefined || url.state !== undefined,
    clear: () => change({ q: undefined, state: undefined }),
    ...{ url, change },
  }
}

export function LibraryFilters({ url, change, label }: ReturnType<typeof useLibraryFilter> & { label: string }) {
  const { t } = useLingui()
  const term = useTerm()
  return (
    <FilterBar
      search={<SearchBox label={label} value={url.q ?? ''} onChange={q => change({ q })} />}
      filters={
        <Select<ItemState | typeof inUse>
          label={t`State`}
          hidesLabel
          className="w-full sm:w-56"
          choices={[
            { id: inUse, label: t`All but retired ones` },
            ...itemStates.map(state => ({ id: state, label: term(itemStateTerms[state]) })),
          ]}
          value={url.state ?? inUse}
          onChange={state => change({ state: state === inUse ? undefined : state })}
        />
      }
    />
  )
}
