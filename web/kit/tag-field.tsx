// Several of many, found by typing; the chosen ones stand as tags in the field.
import { lazy } from 'react'
import { ChosenTags, type TagFieldProps } from './chosen-tags.tsx'
import { ClosedCombo, type ComboStart } from './closed-combo.tsx'
import type { FoundChoice } from './combo-box.tsx'

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
