// The search field above a list; tells its text a moment after the last key.
import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

export interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  className?: string
}

export function SearchBox({ label, value, onChange, placeholder, className = 'w-full sm:w-64' }: SearchBoxProps) {
  const { t } = useLingui()
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useRef(onChange)
  tell.current = onChange
  // A change from outside (going back, a saved view) shows in the field; our own echo does not disturb typing.
  useEffect(() => {
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  useEffect(() => {
    if (text === told.current) return undefined
    const timer = setTimeout(() => {
      told.current = text
      tell.current(text)
    }, 200)
    return () => clearTimeout(timer)
  }, [text])
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    setText('')
    input.current?.focus()
  }
  return (
    <div className={`field-frame gap-2 px-2.5 ${className}`}>
      <Search aria-hidden className="size-4 shrink-0 text-muted" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        dir="auto"
        placeholder={placeholder ?? label}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || text === '') return
          event.preventDefault()
          setText('')
        }}
        className="min-w-0 flex-1 bg-transparent py-1.5 outline-none rtl:text-right [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== '' && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t`Clear the search`}
          onClick={clear}
          className="-me-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}
