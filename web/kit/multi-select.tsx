// Several of a short list, shown as a count or the words.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../core/format.ts'
import type { FieldProps } from './field-parts.tsx'
import { Picker } from './picker.tsx'
import { flatChoices, type PickerChoices } from './picker-choices.ts'

export interface MultiSelectProps<Id extends string> extends FieldProps {
  choices: PickerChoices<Id>
  value: readonly Id[]
  onChange: (value: Id[]) => void
  placeholder?: string
}

export function MultiSelect<Id extends string>({ value, onChange, placeholder, ...field }: MultiSelectProps<Id>) {
  const { t } = useLingui()
  const { list, number } = useFormat()
  const words = flatChoices(field.choices)
    .filter(choice => value.includes(choice.id))
    .map(choice => choice.label)
  const text = words.length > 2 ? t`${number(words.length)} chosen` : list(words)
  return (
    <Picker
      {...field}
      mode="multiple"
      chosen={value}
      onChoose={next => onChange(next as Id[])}
      text={words.length === 0 ? null : text}
      placeholder={placeholder ?? t`Any`}
    />
  )
}
