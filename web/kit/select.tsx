// One of a short list. More than about fifteen choices belong into a ComboBox.
import { ChevronDown } from 'lucide-react'
import * as Aria from 'react-aria-components'
import type { Choice, ChoiceGroup } from './choice.ts'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn } from './field-parts.tsx'
import { listLook, Option } from './option.tsx'

export interface SelectProps<Id extends string> extends FieldProps {
  choices: readonly (Choice<Id> | ChoiceGroup<Id>)[]
  value: Id | null
  onChange: (value: Id) => void
  placeholder?: string
}

const isGroup = (entry: Choice | ChoiceGroup): entry is ChoiceGroup => 'choices' in entry

/** Options, or sections of options. */
export function Choices({ choices }: { choices: readonly (Choice | ChoiceGroup)[] }) {
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

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { value, onChange, placeholder, choices } = props
  const { isReadOnly: _, ...field } = ariaField(props)
  return (
    <Aria.Select
      {...field}
      value={value}
      onChange={key => key !== null && onChange(key as Id)}
      {...(placeholder !== undefined && { placeholder })}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <Aria.Button className="field-frame w-full cursor-default gap-2 px-2.5 text-start">
        <Aria.SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-muted">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
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
