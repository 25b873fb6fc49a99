// One of many, found by typing: a local list, or records that the server finds in any script.
import type { FindChoices } from './async-choices.ts'
import type { Choice } from './choice.ts'
import { ClosedCombo, type OpenCombo } from './closed-combo.tsx'
import type { FieldProps } from './field-parts.tsx'

/** A record found by typing. */
export interface FoundChoice {
  id: string
  /** Name in the reader's language when known. */
  label: string
  /** Language of the label (BCP 47); marked when it is not the reader's. */
  language?: string | null | undefined
  /** Second line: place, country, number, the original name. */
  detail?: string | undefined
}

export interface ComboBoxProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (value: Id | null) => void
  placeholder?: string
}

export interface SearchBoxFieldProps<T extends FoundChoice> extends FieldProps {
  value: T | null
  onChange: (value: T | null) => void
  find: FindChoices<T>
  placeholder?: string
  /** Offered below when nothing fits: "Add as a new organisation". Gets the typed text. */
  onCreate?: { label: (text: string) => string; create: (text: string) => void }
}

const loadLocal = () => import('./combo-box-input.tsx').then(file => file.ComboBoxInput)
const loadAsync = () => import('./combo-box-input.tsx').then(file => file.AsyncComboBoxInput)

/** A long list that is known here: countries, languages, fields of science. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const text = props.choices.find(choice => choice.id === props.value)?.label ?? ''
  const load = loadLocal as () => Promise<OpenCombo<ComboBoxProps<Id>>>
  return <ClosedCombo field={props} text={text} placeholder={props.placeholder} load={load} open={props} />
}

/** A record that the server finds: an organisation, a person. The typed text is kept until something is chosen. */
export function AsyncComboBox<T extends FoundChoice>(props: SearchBoxFieldProps<T>) {
  const load = loadAsync as () => Promise<OpenCombo<SearchBoxFieldProps<T>>>
  return (
    <ClosedCombo
      field={props}
      text={props.value?.label ?? ''}
      placeholder={props.placeholder}
      load={load}
      open={props}
    />
  )
}
