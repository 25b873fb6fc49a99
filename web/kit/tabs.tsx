// The parts of a record; which one is open stands in the address.
import type { ReactNode } from 'react'
import * as Aria from 'react-aria-components'
import { readText, useUrlState } from '../core/url-state.ts'

export interface Tab {
  id: string
  label: string
  /** A number after the label. */
  count?: string | undefined
  /** Rendered when the tab is opened. */
  content: () => ReactNode
}

const readers = { tab: readText }

/** The first tab is open when the address names none. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [{ tab }, change] = useUrlState(readers)
  const open = tabs.find(each => each.id === tab) ?? tabs[0]
  return (
    <Aria.Tabs
      selectedKey={open?.id ?? ''}
      onSelectionChange={key => change({ tab: key === tabs[0]?.id ? undefined : String(key) })}
      className="flex flex-col"
    >
      <Aria.TabList aria-label={label} className="mb-5 flex gap-5 overflow-x-auto border-b border-line no-print">
        {tabs.map(each => (
          <Aria.Tab
            key={each.id}
            id={each.id}
            className="-mb-px flex shrink-0 cursor-default items-center gap-1.5 border-b-2 border-transparent py-2 text-sm text-muted outline-none hover:text-ink selected:border-accent selected:font-medium selected:text-ink focus-visible:rounded-sm focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
          >
            {each.label}
            {each.count !== undefined && <span className="text-xs text-muted tabular-nums">{each.count}</span>}
          </Aria.Tab>
        ))}
      </Aria.TabList>
      {tabs.map(each => (
        <Aria.TabPanel key={each.id} id={each.id} className="outline-none focus-ring">
          {each.content()}
        </Aria.TabPanel>
      ))}
    </Aria.Tabs>
  )
}
