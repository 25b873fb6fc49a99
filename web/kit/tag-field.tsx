// Several of many, found by typing; the chosen ones stand as tags in the field.
import { ChosenTags, type TagFieldProps } from './chosen-tags.tsx'
import { ClosedCombo, type OpenCombo } from './closed-combo.tsx'
import type { FoundChoice } from './combo-box.tsx'

const loadInput = () => import('./tag-field-input.tsx').then(file => file.TagFieldInput)

export function TagField<T extends FoundChoice>(props: TagFieldProps<T>) {
  return (
    <ClosedCombo
      field={props}
      text=""
      placeholder={props.value.length === 0 ? props.placeholder : undefined}
      before={<ChosenTags {...props} />}
      load={loadInput as () => Promise<OpenCombo<TagFieldProps<T>>>}
      open={props}
    />
  )
}
