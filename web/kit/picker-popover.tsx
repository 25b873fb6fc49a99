// The opened list of a select; fetched when a select is first touched.
import * as Aria from 'react-aria-components'
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

/** One choice closes the list, several keep it open. */
export function PickerPopover(props: PickerProps & OpenOverlay) {
  const { choices, mode, chosen, onChoose, label, triggerRef, focus, close } = props
  const known = flatChoices(choices)
  const choose = (keys: Aria.Selection) => {
    const next = known.map(choice => choice.id).filter(id => keys === 'all' || keys.has(id))
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
      className="popover-frame min-w-(--trigger-width)"
    >
      <Aria.ListBox
        aria-label={label}
        autoFocus={focus}
        shouldFocusWrap
        selectionMode={mode}
        selectedKeys={chosen}
        // Choosing the same again also closes the list.
        onAction={key => mode === 'single' && chosen.includes(String(key)) && close()}
        disallowEmptySelection={mode === 'single'}
        onSelectionChange={choose}
        className={listLook}
      >
        <Choices choices={choices} />
      </Aria.ListBox>
    </Aria.Popover>
  )
}
