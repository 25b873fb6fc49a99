// The closed state of selects: a button with what is chosen; the list is fetched when the button is first touched.
import { ChevronDown } from 'lucide-react'
import { lazy, useId } from 'react'
import { OverlayTrigger } from './overlay-trigger.tsx'
import type { PickerProps } from './picker-choices.ts'
import { PlainField } from './plain-field.tsx'
import { PressButton } from './press-button.tsx'

/** Opened lists, for preloading. */
export const loadPicker = () => import('./picker-popover.tsx')
const PickerPopover = lazy(() => loadPicker().then(file => ({ default: file.PickerPopover })))

export function Picker(props: PickerProps) {
  const { text, placeholder, error, help } = props
  const id = useId()
  const ids = { label: `${id}label`, control: `${id}control`, notes: `${id}notes` }
  const value = `${id}value`
  const trigger = (
    <PressButton
      id={ids.control}
      aria-labelledby={`${value} ${ids.label}`}
      {...((error || help) && { 'aria-describedby': ids.notes })}
      isDisabled={Boolean(props.isDisabled || props.isReadOnly)}
      data-invalid={error ? true : undefined}
      data-disabled={props.isDisabled || props.isReadOnly || undefined}
      className="field-frame w-full cursor-default gap-2 px-2.5 text-start"
    >
      <span id={value} className={`min-w-0 flex-1 truncate ${text === null ? 'text-muted' : ''}`}>
        {text ?? placeholder}
      </span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </PressButton>
  )
  return (
    <PlainField {...props} ids={ids}>
      <OverlayTrigger trigger={trigger} kind="listbox" preload={() => void loadPicker()}>
        {overlay => <PickerPopover {...props} {...overlay} />}
      </OverlayTrigger>
    </PlainField>
  )
}
