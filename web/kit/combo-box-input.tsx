// The working combo boxes; fetched when one is first touched.
import { Trans } from '@lingui/react/macro'
import { ChevronDown, LoaderCircle } from 'lucide-react'
import { type ReactElement, type ReactNode, useContext, useEffect, useState } from 'react'
import * as Aria from 'react-aria-components'
import { foldedIncludes } from '../core/fold.ts'
import { useReader } from '../core/reader.ts'
import { useAsyncChoices } from './async-choices.ts'
import { Bdi, LanguageMark } from './bdi.tsx'
import type { ComboStart } from './closed-combo.tsx'
import type { ComboBoxProps, FoundChoice, SearchBoxFieldProps } from './combo-box.tsx'
import { inputLook } from './field-look.ts'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn } from './field-parts.tsx'
import { listLook } from './option.tsx'

function FoundOption({ choice }: { choice: FoundChoice }) {
  const { language } = useReader()
  const isForeign = choice.language && choice.language.split('-')[0] !== language
  return (
    <Aria.ListBoxItem id={choice.id} textValue={choice.label} className="option-row">
      <span className="min-w-0 flex-1">
        <span className="block">
          <Bdi language={choice.language}>{choice.label}</Bdi>
        </span>
        {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
      </span>
      {isForeign && choice.language && <LanguageMark language={choice.language} />}
    </Aria.ListBoxItem>
  )
}

interface FrameProps {
  field: FieldProps
  isLoading?: boolean
  placeholder?: string | undefined
  renderOption: (choice: FoundChoice) => ReactElement
  empty: ReactNode
  /** Before the input: chosen things. */
  before?: ReactNode
  /** Grows with each choice: the list stays closed then, also where the caller takes the record and empties the field. */
  picks?: number
}

/** React Aria opens the list again when a choice empties the input. */
function useClosedAfterPick(picks: number): void {
  const state = useContext(Aria.ComboBoxStateContext)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a choice closes it
  useEffect(() => {
    if (picks > 0) queueMicrotask(() => state?.close())
  }, [picks])
}

/** Label, input with arrow, list and notes; shared by every combo box of the kit. */
export function ComboFrame({ field, isLoading, placeholder, renderOption, empty, before, picks = 0 }: FrameProps) {
  useClosedAfterPick(picks)
  return (
    <>
      <FieldLabel {...field} />
      <div className="field-frame flex-wrap">
        {before}
        <Aria.Input dir="auto" {...(placeholder && { placeholder })} className={`${inputLook} rtl:text-right`} />
        {isLoading && <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted" />}
        <Aria.Button className="flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:text-ink">
          <ChevronDown aria-hidden className="size-4" />
        </Aria.Button>
      </div>
      <FieldNotes {...field} />
      <Aria.Popover offset={4} className="popover-frame w-(--trigger-width) min-w-64">
        <Aria.ListBox<FoundChoice>
          className={listLook}
          renderEmptyState={() => (
            <p className="px-3 py-3 text-sm text-muted">{isLoading ? <Trans>Looking …</Trans> : empty}</p>
          )}
        >
          {renderOption}
        </Aria.ListBox>
      </Aria.Popover>
    </>
  )
}

const nothingFound = <Trans>Nothing found. Try fewer letters or another spelling.</Trans>
const typeFirst = <Trans>Type some letters to search.</Trans>
const searchFailed = <Trans>The search did not answer. Check the connection and type again.</Trans>

/** A long list that is known here: countries, languages, fields of science. */
export function ComboBoxInput<Id extends string>(props: ComboBoxProps<Id> & ComboStart) {
  return (
    <Aria.ComboBox
      {...ariaField(props)}
      defaultItems={props.choices}
      autoFocus={props.isTouched}
      defaultInputValue={props.startText ?? props.choices.find(choice => choice.id === props.value)?.label ?? ''}
      defaultFilter={foldedIncludes}
      value={props.value}
      onChange={key => props.onChange(key as Id | null)}
      allowsEmptyCollection
      menuTrigger="focus"
      className={fieldColumn(props.className)}
    >
      <ComboFrame
        field={props}
        placeholder={props.placeholder}
        empty={nothingFound}
        renderOption={choice => <FoundOption choice={choice} />}
      />
    </Aria.ComboBox>
  )
}

const createId = 'create new'

/** A record that the server finds: an organisation, a person. The typed text is kept until something is chosen. */
export function AsyncComboBoxInput<T extends FoundChoice>(props: SearchBoxFieldProps<T> & ComboStart) {
  const { value, onChange, find, onCreate } = props
  const [text, setText] = useState(props.startText ?? value?.label ?? '')
  const [isOpen, setOpen] = useState(props.isTouched)
  const [lastId, setLastId] = useState(value?.id ?? null)
  const [picks, setPicks] = useState(0)
  if ((value?.id ?? null) !== lastId) {
    setLastId(value?.id ?? null)
    setText(value?.label ?? '')
  }
  const isChosenText = value !== null && text === value.label
  const { choices, isLoading, hasFailed } = useAsyncChoices(find, isChosenText ? '' : text, isOpen)
  const offersCreate = onCreate && text.trim() !== '' && !isChosenText && !isLoading
  const items: FoundChoice[] = offersCreate
    ? [...choices, { id: createId, label: onCreate.label(text.trim()) }]
    : [...choices]
  const choose = (key: string | number | null) => {
    if (key === createId) {
      onCreate?.create(text.trim())
      return
    }
    const found = key === null ? null : (choices.find(choice => choice.id === key) ?? value)
    onChange(found)
    setText(found?.label ?? '')
    setLastId(found?.id ?? null)
    if (found) setPicks(picks + 1)
  }
  // React Aria tells of an emptied field only while the chosen record is among the choices.
  const type = (typed: string) => {
    setText(typed)
    if (typed === '' && value !== null) {
      setLastId(null)
      onChange(null)
    }
  }
  return (
    <Aria.ComboBox
      {...ariaField(props)}
      items={items}
      autoFocus={props.isTouched}
      value={value?.id ?? null}
      onChange={choose}
      inputValue={text}
      onInputChange={type}
      onOpenChange={setOpen}
      onFocus={() => setOpen(true)}
      onBlur={() => value && text.trim() !== '' && setText(value.label)}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="focus"
      className={fieldColumn(props.className)}
    >
      <ComboFrame
        field={props}
        placeholder={props.placeholder}
        isLoading={isLoading}
        picks={picks}
        empty={hasFailed ? searchFailed : text.trim() === '' || isChosenText ? typeFirst : nothingFound}
        renderOption={choice => <FoundOption choice={choice} />}
      />
    </Aria.ComboBox>
  )
}
