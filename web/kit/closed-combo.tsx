// A combo box that nobody has touched yet: an input that looks the same and fetches the working one when the pointer or the focus comes.
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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

/** The working combo box of a kind; its props are checked where it is used. */
export type OpenCombo<P> = (props: P & ComboStart) => ReactNode

export interface ClosedComboProps<P> {
  field: FieldProps
  /** What is chosen, in words. */
  text: string
  placeholder?: string | undefined
  /** Chosen things before the input. */
  before?: ReactNode
  /** Always the same function for a kind of combo box. */
  load: () => Promise<OpenCombo<P>>
  /** Props of the working one. */
  open: P
}

/** Once the code is here, later fields begin with the working one. */
const fetched = new Map<unknown, unknown>()

/** Fetches the working combo box; the swap takes letters and focus along in one go, so that no key is lost. */
function useOpenCombo<P>(load: ClosedComboProps<P>['load'], text: string) {
  const input = useRef<HTMLInputElement>(null)
  const [start, setStart] = useState<ComboStart | null>(() =>
    fetched.has(load) ? { isTouched: false, startText: undefined } : null,
  )
  const swap = () => {
    const closed = input.current
    if (!closed) return
    const isTouched = document.activeElement === closed
    const { selectionStart, selectionEnd } = closed
    // Effects of a synchronous update run at once, and with them the focus of the new input.
    flushSync(() => setStart({ isTouched, startText: closed.value === text ? undefined : closed.value }))
    const opened = document.activeElement
    if (isTouched && opened instanceof HTMLInputElement) opened.setSelectionRange(selectionStart, selectionEnd)
  }
  const fetchNow = () => {
    load().then(
      combo => {
        fetched.set(load, combo)
        swap()
      },
      // Without a connection the next touch tries again.
      () => undefined,
    )
  }
  return { input, start, fetchNow, Open: fetched.get(load) as OpenCombo<P> | undefined }
}

export function ClosedCombo<P extends object>({ field, text, placeholder, before, load, open }: ClosedComboProps<P>) {
  const { input, start, fetchNow, Open } = useOpenCombo(load, text)
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const id = useId()
  const ids = { label: `${id}label`, control: `${id}control`, notes: `${id}notes` }
  if (start && Open) return <Open {...open} {...start} />
  return (
    <PlainField {...field} ids={ids}>
      <div
        className="field-frame flex-wrap"
        data-invalid={field.error ? true : undefined}
        data-disabled={field.isDisabled || undefined}
      >
        {before}
        <input
          ref={input}
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
          onFocus={fetchNow}
          className={`${inputLook} rtl:text-right`}
        />
        <span className="flex size-8 shrink-0 items-center justify-center text-muted">
          <ChevronDown aria-hidden className="size-4" />
        </span>
      </div>
    </PlainField>
  )
}
