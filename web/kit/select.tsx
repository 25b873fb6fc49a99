// One of a short list. More than about fifteen choices belong into a ComboBox.
import { useLingui } from '@lingui/react/macro'
import type { FieldProps } from './field-parts.tsx'
import { Picker } from './picker.tsx'
import { flatChoices, type PickerChoices } from './picker-choices.ts'

export interface SelectProps<Id extends string> extends FieldProps {
  choices: PickerChoices<Id>
  value: Id | null
  onChange: (value: Id) => void
  placeholder?: string
}

export function Select<Id extends string>({ value, onChange, placeholder, ...field }: SelectProps<Id>) {
  const { t } = useLingui()
  const chosen = flatChoices(field.choices).find(choice => choice.id === value)
  return (
    <Picker
      {...field}
      mode="single"
      chosen={chosen ? [chosen.id] : []}
      onChoose={([id]) => id !== undefined && onChange(id as Id)}
      text={chosen?.label ?? null}
      placeholder={placeholder ?? t`Choose`}
    />
  )
}
