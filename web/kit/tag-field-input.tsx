// The working tag field; fetched when one is first touched.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import * as Aria from 'react-aria-components'
import { foldForSearch } from '../core/fold.ts'
import { type FindChoices, useAsyncChoices } from './async-choices.ts'
import { ChosenTags, type TagFieldProps } from './chosen-tags.tsx'
import type { ComboStart } from './closed-combo.tsx'
import type { FoundChoice } from './combo-box.tsx'
import { ComboFrame } from './combo-box-input.tsx'
import { ariaField, fieldColumn } from './field-parts.tsx'
import { Option } from './option.tsx'

function localFinder<T extends FoundChoice>(choices: readonly T[]): FindChoices<T> {
  return async text => {
    const typed = foldForSearch(text)
    return choices.filter(choice => foldForSearch(choice.label).includes(typed)).slice(0, 50)
  }
}

/** Backspace in the empty input removes the last tag. */
export function TagFieldInput<T extends FoundChoice>(props: TagFieldProps<T> & ComboStart) {
  const { value, onChange, choices, find } = props
  const [text, setText] = useState(props.startText ?? '')
  const [isOpen, setOpen] = useState(props.isTouched)
  const { choices: found, isLoading } = useAsyncChoices(find ?? localFinder(choices ?? []), text, isOpen)
  const left = found.filter(choice => !value.some(chosen => chosen.id === choice.id))
  const remove = (id: string) => onChange(value.filter(chosen => chosen.id !== id))
  const add = (key: string | number | null) => {
    const choice = left.find(each => each.id === key)
    if (!choice) return
    onChange([...value, choice])
    setText('')
  }
  return (
    <Aria.ComboBox
      {...ariaField(props)}
      items={left}
      autoFocus={props.isTouched}
      value={null}
      onChange={add}
      inputValue={text}
      onInputChange={setText}
      onOpenChange={setOpen}
      onFocus={() => setOpen(true)}
      onKeyDown={event => {
        const last = value.at(-1)
        if (event.key === 'Backspace' && text === '' && last) remove(last.id)
      }}
      allowsEmptyCollection
      menuTrigger="focus"
      className={fieldColumn(props.className)}
    >
      <ComboFrame
        field={props}
        before={<ChosenTags {...props} />}
        isLoading={isLoading}
        placeholder={value.length === 0 ? props.placeholder : undefined}
        empty={<Trans>Nothing found. Try fewer letters or another spelling.</Trans>}
        renderOption={choice => <Option choice={{ id: choice.id, label: choice.label, detail: choice.detail }} />}
      />
    </Aria.ComboBox>
  )
}
