// What a picker is given: choices, some in groups.
import type { Choice, ChoiceGroup } from './choice.ts'
import type { FieldProps } from './field-parts.tsx'

export type PickerChoices<Id extends string = string> = readonly (Choice<Id> | ChoiceGroup<Id>)[]

export interface PickerProps extends FieldProps {
  choices: PickerChoices
  mode: 'single' | 'multiple'
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
  /** What is chosen, in words; null shows the placeholder. */
  text: string | null
  placeholder: string
}

/** The choices without their groups. */
export const flatChoices = <Id extends string>(choices: PickerChoices<Id>): readonly Choice<Id>[] =>
  choices.flatMap(entry => ('choices' in entry ? entry.choices : [entry]))
