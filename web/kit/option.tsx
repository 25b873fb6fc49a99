// One option in a list of choices: mark, words, second line.
import { Check } from 'lucide-react'
import * as Aria from 'react-aria-components'
import type { Choice } from './choice.ts'
import { Dot } from './status-dot.tsx'

export function Option({ choice }: { choice: Choice }) {
  return (
    <Aria.ListBoxItem
      id={choice.id}
      textValue={choice.label}
      isDisabled={choice.isDisabled ?? false}
      className="option-row group"
    >
      {choice.tone && <Dot tone={choice.tone} />}
      {choice.icon && <span className="text-muted">{choice.icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="block group-selected:font-medium">{choice.label}</span>
        {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
      </span>
      <Check aria-hidden className="invisible size-4 shrink-0 text-accent group-selected:visible" />
    </Aria.ListBoxItem>
  )
}

export const listLook = 'max-h-80 overflow-auto p-1 outline-none'
