// A field of several lines in which @ opens the people who may see the record; arrows choose, Enter puts the name in.
import { Plural, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { inputLook } from '../../kit/field-look.ts'
import { type Asked, askedAt, matching, type Person, putPerson, type Words } from './mention-text.ts'

export interface MentionFieldProps {
  label: string
  words: Words
  onChange: (words: Words) => void
  /** Those who may be mentioned; asked for when the first @ is typed. */
  people: readonly Person[]
  onAsked: () => void
  onSend: () => void
  onEscape?: (() => void) | undefined
  placeholder?: string
  describedBy?: string | undefined
  isDisabled?: boolean
  ref?: Ref<HTMLTextAreaElement>
}

export function MentionField(props: MentionFieldProps) {
  const { words, onChange, people, onAsked } = props
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [at, setAt] = useState(0)
  const found = asked ? matching(people, asked.wanted) : []
  const isOpen = asked !== null && (found.length > 0 || !asked.wanted.includes(' '))
  const look = (text: string, caret: number) => {
    const next = askedAt(text, caret)
    if (next) onAsked()
    if (next?.wanted !== asked?.wanted) setAt(0)
    setAsked(next)
  }
  const put = (person: Person) => {
    if (!asked) return
    const done = putPerson(words, asked, person)
    onChange(done.words)
    setAsked(null)
    requestAnimationFrame(() => {
      own.current?.focus()
      own.current?.setSelectionRange(done.caret, done.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return props.onSend()
    }
    if (isOpen && found.length > 0 && chooseByKey(event, { found, at, setAt, put })) return event.preventDefault()
    if (event.key !== 'Escape') return
    if (isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setAsked(null)
    } else props.onEscape?.()
  }
  return (
    <div className="relative flex min-w-0 flex-1">
      <textarea
        ref={element => {
          own.current = element
          if (typeof props.ref === 'function') props.ref(element)
          else if (props.ref) props.ref.current = element
        }}
        rows={2}
        dir="auto"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}list` : undefined}
        aria-activedescendant={isOpen && found[at] ? `${id}${at}` : undefined}
        aria-describedby={props.describedBy}
        value={words.text}
        maxLength={10_000}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        onChange={event => {
          onChange({ ...words, text: event.target.value })
          look(event.target.value, event.target.selectionStart)
        }}
        onSelect={event => look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onBlur={() => setAsked(null)}
        onKeyDown={onKeyDown}
        className={`${inputLook} field-sizing-content max-h-96 min-h-16 resize-y rtl:text-right`}
      />
      {isOpen && <PeopleList id={id} found={found} at={at} onChoose={put} />}
      <span role="status" className="sr-only">
        {isOpen && <Plural value={found.length} _0="Nobody found" one="# person" other="# people" />}
      </span>
    </div>
  )
}

interface Chooser {
  found: readonly Person[]
  at: number
  setAt: (at: number) => void
  put: (person: Person) => void
}

/** True when the key was for the list. */
function chooseByKey(event: KeyboardEvent, { found, at, setAt, put }: Chooser): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) setAt((at + step + found.length) % found.length)
  else if ((event.key === 'Enter' || event.key === 'Tab') && found[at]) put(found[at])
  else return false
  return true
}

interface PeopleListProps {
  id: string
  found: readonly Person[]
  at: number
  onChoose: (person: Person) => void
}

function PeopleList({ id, found, at, onChoose }: PeopleListProps): ReactNode {
  const { t } = useLingui()
  return (
    <div className="popover-frame absolute start-2 bottom-full z-10 mb-1 w-64 max-w-full p-1">
      {found.length === 0 && (
        <p className="px-2 py-1.5 text-sm text-muted">{t`Nobody by this name may see this record.`}</p>
      )}
      <div role="listbox" id={`${id}list`} aria-label={t`People who may see this record`}>
        {found.map((person, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the focus stays in the field, whose keys choose
          <div
            key={person.id}
            id={`${id}${place}`}
            role="option"
            aria-selected={place === at}
            data-focused={place === at || undefined}
            className="option-row"
            onMouseDown={event => event.preventDefault()}
            onClick={() => onChoose(person)}
          >
            <bdi>{person.name}</bdi>
          </div>
        ))}
      </div>
    </div>
  )
}
