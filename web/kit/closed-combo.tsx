// A combo box that nobody has touched yet: an input that looks the same and fetches the working one when the pointer or the focus comes.
import { ChevronDown } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { inputLook } from './field-look.ts'
import type { FieldProps } from './field-parts.tsx'
import { PlainField } from './plain-field.tsx'

/** What the working combo box takes over from the closed one. */
export interface ComboStart {
  /** It had the focus already. */
  isTouched: boolean
  /** Letters typed before the code was here; undefined when there were none. */
  startText: string | undefined
}

export interface ClosedComboProps {
  field: FieldProps
  /** What is chosen, in words. */
  text: string
  placeholder?: string | undefined
  /** Chosen things before the input. */
  before?: ReactNode
  load: () => Promise<unknown>
  open: (start: ComboStart) => ReactNode
}

/** Once the code is here, later fields begin with the working one. */
const fetched = new Set<ClosedComboProps['load']>()

export function ClosedCombo({ field, text, placeholder, before, load, open }: ClosedComboProps) {
  const [isReady, setReady] = useState(() => fetched.has(load))
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const isFocused = useRef(false)
  const isShown = useRef(true)
  const id = useId()
  const ids = { label: `${id}label`, control: `${id}control`, notes: `${id}notes` }
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const fetchNow = () => {
    void load().then(() => {
      fetched.add(load)
      if (isShown.current) setReady(true)
    })
  }
  const start = { isTouched: isFocused.current, startText: typed }
  if (isReady) return <Suspense>{open(start)}</Suspense>
  return (
    <PlainField {...field} ids={ids}>
      <div
        className="field-frame flex-wrap"
        data-invalid={field.error ? true : undefined}
        data-disabled={field.isDisabled || undefined}
      >
        {before}
        <input
          id={ids.control}
          role="combobox"
          aria-expanded={false}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          autoComplete="off"
          dir="auto"
          value={typed ?? text}
          placeholder={placeholder}
          disabled={field.isDisabled}
          readOnly={field.isReadOnly}
          required={field.isRequired}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.error || field.help ? ids.notes : undefined}
          onChange={event => setTyped(event.target.value)}
          onPointerEnter={fetchNow}
          onFocus={() => {
            isFocused.current = true
            fetchNow()
          }}
          onBlur={() => {
            isFocused.current = false
          }}
          className={`${inputLook} rtl:text-right`}
        />
        <span className="flex size-8 shrink-0 items-center justify-center text-muted">
          <ChevronDown aria-hidden className="size-4" />
        </span>
      </div>
    </PlainField>
  )
}
