// The opened list of a select; fetched when a select is first touched.
import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { foldedIncludes } from '../core/fold.ts'
import type { ChoiceGroup } from './choice.ts'
import { listLook, Option } from './option.tsx'
import type { OpenOverlay } from './overlay-trigger.tsx'
import { flatChoices, type PickerChoices, type PickerProps } from './picker-choices.ts'

const isGroup = (entry: PickerChoices[number]): entry is ChoiceGroup => 'choices' in entry

function Choices({ choices }: { choices: PickerChoices }) {
  return choices.map(entry =>
    isGroup(entry) ? (
      <Aria.ListBoxSection key={entry.label} id={entry.label}>
        <Aria.Header className="px-2.5 pt-2 pb-1 text-2xs font-medium text-muted">{entry.label}</Aria.Header>
        {entry.choices.map(choice => (
          <Option key={choice.id} choice={choice} />
        ))}
      </Aria.ListBoxSection>
    ) : (
      <Option key={entry.id} choice={entry} />
    ),
  )
}

/** From this many choices on the list can be searched. */
const searchableFrom = 15

/** The list; when it is long, below a field that filters it. */
function List({
  choices,
  mode,
  chosen,
  label,
  focus,
  choose,
}: PickerProps & Pick<OpenOverlay, 'focus'> & { choose: (keys: Aria.Selection) => void }) {
  const { t } = useLingui()
  const isLong = flatChoices(choices).length > searchableFrom
  const list = (
    <Aria.ListBox
      aria-label={label}
      {...(!isLong && { autoFocus: focus })}
      shouldFocusWrap
      selectionMode={mode}
      selectedKeys={chosen}
      onSelectionChange={choose}
      renderEmptyState={() => (
        <p className="px-3 py-3 text-sm text-muted">{t`Nothing found. Try fewer letters or another spelling.`}</p>
      )}
      className={listLook}
    >
      <Choices choices={choices} />
    </Aria.ListBox>
  )
  if (!isLong) return list
  return (
    <Aria.Autocomplete filter={foldedIncludes}>
      <Aria.SearchField
        aria-label={t`Search in the list`}
        autoFocus
        className="flex items-center gap-2 border-b border-line px-3"
      >
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Aria.Input
          dir="auto"
          placeholder={t`Search`}
          className="h-9 min-w-0 flex-1 bg-transparent text-sm outline-none rtl:text-right [&::-webkit-search-cancel-button]:hidden"
        />
      </Aria.SearchField>
      {list}
    </Aria.Autocomplete>
  )
}

/** One choice closes the list, the same again too; several keep it open. */
export function PickerPopover(props: PickerProps & OpenOverlay) {
  const { choices, mode, onChoose, label, triggerRef, close } = props
  const choose = (keys: Aria.Selection) => {
    const next = flatChoices(choices)
      .map(choice => choice.id)
      .filter(id => keys === 'all' || keys.has(id))
    if (mode === 'multiple') return onChoose(next)
    close()
    if (next.length > 0) onChoose(next)
  }
  return (
    <Aria.Popover
      isOpen
      onOpenChange={open => !open && close()}
      triggerRef={triggerRef}
      offset={4}
      placement="bottom start"
      trigger="Select"
      aria-label={label}
      className="popover-frame flex min-w-(--trigger-width) flex-col"
    >
      <List {...props} choose={choose} />
    </Aria.Popover>
  )
}
