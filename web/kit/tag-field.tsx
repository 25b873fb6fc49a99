// Several of many, found by typing; the chosen ones stand as tags in the field.
import { lazy } from 'react'
import type { FindChoices } from './async-choices.ts'
import { Bdi } from './bdi.tsx'
import { ClosedCombo, type ComboStart } from './closed-combo.tsx'
import type { FoundChoice } from './combo-box.tsx'
import type { FieldProps } from './field-parts.tsx'
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

export function ChosenTags<T extends FoundChoice>({ value, onChange, isDisabled = false }: TagFieldProps<T>) {
  return value.map(chosen => (
    <span key={chosen.id} className="max-w-full py-1 ps-1">
      <RemovableTag
        label={chosen.label}
        onRemove={() => onChange(value.filter(each => each.id !== chosen.id))}
        isDisabled={isDisabled}
      >
        <Bdi language={chosen.language}>{chosen.label}</Bdi>
      </RemovableTag>
    </span>
  ))
}

const load = () => import('./tag-field-input.tsx')
const LazyInput = lazy(() => load().then(file => ({ default: file.TagFieldInput })))

export function TagField<T extends FoundChoice>(props: TagFieldProps<T>) {
  const Input = LazyInput as unknown as (props: TagFieldProps<T> & ComboStart) => React.ReactNode
  return (
    <ClosedCombo
      field={props}
      text=""
      placeholder={props.value.length === 0 ? props.placeholder : undefined}
      before={<ChosenTags {...props} />}
      load={load}
      open={start => <Input {...props} {...start} />}
    />
  )
}
