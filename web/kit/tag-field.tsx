// Several of many, found by typing; the chosen ones stand as tags in the field.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import * as Aria from 'react-aria-components'
import { foldForSearch } from '../core/fold.ts'
import { type FindChoices, useAsyncChoices } from './async-choices.ts'
import { Bdi } from './bdi.tsx'
import { ComboFrame, type FoundChoice } from './combo-box.tsx'
import { ariaField, type FieldProps, fieldColumn } from './field-parts.tsx'
import { Option } from './option.tsx'
import { RemovableTag } from './tag.tsx'

export interface TagFieldProps<T extends FoundChoice> extends FieldProps {
  value: readonly T[]
  onChange: (value: T[]) => void
  /** The list, when it is known here. */
  choices?: readonly T[]
  /** Or who finds it. */
  find?: FindChoices<T>
  placeholder?: string
}

function localFinder<T extends FoundChoice>(choices: readonly T[]): FindChoices<T> {
  return async text => {
    const typed = foldForSearch(text)
    return choices.filter(choice => foldForSearch(choice.label).includes(typed)).slice(0, 50)
  }
}

/** Backspace in the empty input removes the last tag. */
export function TagField<T extends FoundChoice>(props: TagFieldProps<T>) {
  const { value, onChange, choices, find } = props
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { choices: found, isLoading } = useAsyncChoices(find ?? localFinder(choices ?? []), text, isOpen)
  const left = found.filter(choice => !value.some(chosen => chosen.id === choice.id))
  const remove = (id: string) => onChange(value.filter(chosen => chosen.id !== id))
  const add = (key: string | number | null) => {
    const choice = left.find(each => each.id === key)
    if (!choice) return
    onChange([...value, choice])
    setText('')
  }
  const tags = value.map(chosen => (
    <span key={chosen.id} className="max-w-full py-1 ps-1">
      <RemovableTag label={chosen.label} onRemove={() => remove(chosen.id)} isDisabled={props.isDisabled ?? false}>
        <Bdi language={chosen.language}>{chosen.label}</Bdi>
      </RemovableTag>
    </span>
  ))
  return (
    <Aria.ComboBox
      {...ariaField(props)}
      items={left}
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
        before={tags}
        isLoading={isLoading}
        placeholder={value.length === 0 ? props.placeholder : undefined}
        empty={<Trans>Nothing found. Try fewer letters or another spelling.</Trans>}
        renderOption={choice => <Option choice={{ id: choice.id, label: choice.label, detail: choice.detail }} />}
      />
    </Aria.ComboBox>
  )
}
