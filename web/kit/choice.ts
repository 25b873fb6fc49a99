// What a choice in a list is: an id, its words, and what helps to tell it from others.
import type { ReactNode } from 'react'
import type { Tone } from './status-dot.tsx'

export interface Choice<Id extends string = string> {
  id: Id
  label: string
  /** Second line. */
  detail?: string | undefined
  icon?: ReactNode
  tone?: Tone
  isDisabled?: boolean
}

export interface ChoiceGroup<Id extends string = string> {
  label: string
  choices: readonly Choice<Id>[]
}
