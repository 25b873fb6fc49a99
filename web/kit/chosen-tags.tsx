// The chosen ones of a tag field, each with a button to take it out.
import type { FindChoices } from './async-choices.ts'
import { Bdi } from './bdi.tsx'
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
