// Several of a short list, shown as a count or the words.
import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { useFormat } from '../core/format.ts'
import type { Choice, ChoiceGroup } from './choice.ts'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn } from './field-parts.tsx'
import { listLook } from './option.tsx'
import { Choices } from './select.tsx'

export interface MultiSelectProps<Id extends string> extends FieldProps {
  choices: readonly (Choice<Id> | ChoiceGroup<Id>)[]
  value: readonly Id[]
  onChange: (value: Id[]) => void
  placeholder?: string
}

export function MultiSelect<Id extends string>(props: MultiSelectProps<Id>) {
  const { value, onChange, placeholder, choices } = props
  const { t } = useLingui()
  const { list, number } = useFormat()
  const { isReadOnly: _, ...field } = ariaField(props)
  const flat = choices.flatMap(entry => ('choices' in entry ? entry.choices : [entry]))
  const chosen = flat.filter(choice => value.includes(choice.id)).map(choice => choice.label)
  return (
    <Aria.Select
      {...field}
      selectionMode="multiple"
      value={[...value]}
      onChange={keys => onChange(keys as Id[])}
      placeholder={placeholder ?? t`Any`}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <Aria.Button className="field-frame w-full cursor-default gap-2 px-2.5 text-start">
        <Aria.SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-muted">
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : chosen.length > 2 ? t`${number(chosen.length)} chosen` : list(chosen)
          }
        </Aria.SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Aria.Button>
      <FieldNotes {...props} />
      <Aria.Popover offset={4} className="popover-frame min-w-(--trigger-width)">
        <Aria.ListBox className={listLook}>
          <Choices choices={choices} />
        </Aria.ListBox>
      </Aria.Popover>
    </Aria.Select>
  )
}
