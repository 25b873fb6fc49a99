// The state of a form: values, errors by field, sending, and the draft that is kept while one types.
import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, type FoundDraft, leftBehind, ownDraft, saveDraft } from '../core/drafts.ts'
import { ProblemError, sentenceFor } from '../core/problem.ts'

/** Path of a field (`title`, `parties.0.role`) and what is wrong with it. */
export type FieldErrors = Readonly<Record<string, string>>

export interface FieldBinding<T> {
  name: string
  value: T
  onChange: (value: T) => void
  error: string | undefined
}

export interface FormOptions<V extends object> {
  /** Values when nothing was typed yet; plain data, as drafts are stored as JSON. */
  initial: V
  /** Where the draft is kept, `agreement.new` or `agreement.<id>`; without it nothing is kept. */
  draftKey?: string
  /** Version of the record, to tell when someone else changed it since the draft was begun. */
  version?: string | number
  /** Checks that need no server. */
  check?: (values: V) => Record<string, string | undefined>
  /** Sends; a ProblemError's fields are shown at their fields. */
  onSubmit: (values: V) => Promise<void>
}

export interface DraftState {
  /** When the values now shown were typed before; null when nothing was restored. */
  restoredAt: number | null
  /** The record changed on the server after the draft was begun. */
  isOutdated: boolean
  /** Unsaved work of a closed tab, offered. */
  offered: { savedAt: number } | null
  takeOffered: () => void
  dropOffered: () => void
  /** Back to the values before the draft. */
  discard: () => void
}

export interface FormModel<V extends object> {
  values: V
  set: (change: Partial<V>) => void
  field: <K extends keyof V & string>(name: K) => FieldBinding<V[K]>
  errors: FieldErrors
  /** What is wrong with the whole. */
  problem: string | null
  isChanged: boolean
  isSubmitting: boolean
  /** Counts refused tries, so that the summary takes the focus each time. */
  tries: number
  submit: () => Promise<void>
  /** Other values as the new beginning, after loading or saving. */
  reset: (values: V) => void
  draft: DraftState
}

const definite = (errors: Record<string, string | undefined>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1])))

const errorsOf = (error: ProblemError): FieldErrors =>
  Object.fromEntries(error.fields.map(({ path, message }) => [path.replace(/^[/.]/, '').replaceAll('/', '.'), message]))

/** Writes the draft half a second after the last change, and at once when the page goes away. */
function useKeptDraft<V extends object>(
  key: string | undefined,
  version: string | number | undefined,
  values: V,
  isChanged: boolean,
) {
  const latest = useRef({ values, isChanged })
  latest.current = { values, isChanged }
  const write = useCallback(() => {
    if (key && latest.current.isChanged) saveDraft(key, { savedAt: Date.now(), values: latest.current.values, version })
  }, [key, version])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the values starts the pause anew
  useEffect(() => {
    if (!isChanged) return undefined
    const timer = setTimeout(write, 500)
    return () => clearTimeout(timer)
  }, [values, isChanged, write])
  useEffect(() => {
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('pagehide', write)
      write()
    }
  }, [write])
  return latest
}

function useOffered<V extends object>(key: string | undefined, hasOwn: boolean) {
  const [offered, setOffered] = useState<FoundDraft<V> | null>(null)
  useEffect(() => {
    if (!key || hasOwn) return undefined
    let isWanted = true
    void leftBehind<V>(key).then(found => isWanted && setOffered(found))
    return () => {
      isWanted = false
    }
  }, [key, hasOwn])
  return [offered, setOffered] as const
}

export function useForm<V extends object>(options: FormOptions<V>): FormModel<V> {
  const { draftKey, version, check, onSubmit } = options
  const { t } = useLingui()
  const [start, setStart] = useState(options.initial)
  const [own] = useState(() => (draftKey ? ownDraft<V>(draftKey) : null))
  const [values, setValues] = useState<V>(() => ({ ...options.initial, ...own?.values }))
  const [restored, setRestored] = useState<{ savedAt: number; version?: string | number | undefined } | null>(own)
  const [isChanged, setChanged] = useState(own !== null)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const [isSubmitting, setSubmitting] = useState(false)
  const [offered, setOffered] = useOffered<V>(draftKey, own !== null)
  const latest = useKeptDraft(draftKey, version, values, isChanged)

  const set = useCallback((change: Partial<V>) => {
    setValues(before => ({ ...before, ...change }))
    setChanged(true)
    setErrors(before =>
      Object.fromEntries(Object.entries(before).filter(([path]) => !((path.split('.')[0] ?? path) in change))),
    )
  }, [])

  const reset = useCallback(
    (next: V) => {
      if (draftKey) dropDraft(draftKey)
      latest.current = { values: next, isChanged: false }
      setStart(next)
      setValues(next)
      setChanged(false)
      setErrors({})
      setProblem(null)
      setRestored(null)
    },
    [draftKey, latest],
  )

  const refuse = (found: FieldErrors, sentence: string | null) => {
    setErrors(found)
    setProblem(sentence)
    setTries(before => before + 1)
  }

  const submit = async () => {
    if (isSubmitting) return
    const found = definite(check?.(values) ?? {})
    if (Object.keys(found).length > 0) return refuse(found, t`Some fields need attention.`)
    setSubmitting(true)
    setProblem(null)
    setErrors({})
    try {
      await onSubmit(values)
      if (draftKey) dropDraft(draftKey)
      latest.current = { values, isChanged: false }
      setChanged(false)
      setRestored(null)
    } catch (error) {
      refuse(error instanceof ProblemError ? errorsOf(error) : {}, sentenceFor(error))
    } finally {
      setSubmitting(false)
    }
  }

  const field = <K extends keyof V & string>(name: K): FieldBinding<V[K]> => ({
    name,
    value: values[name],
    onChange: value => set({ [name]: value } as unknown as Partial<V>),
    error: errors[name],
  })

  const draft: DraftState = {
    restoredAt: restored?.savedAt ?? null,
    isOutdated: restored !== null && restored.version !== version,
    offered,
    takeOffered() {
      if (!offered || !draftKey) return
      setValues(before => ({ ...before, ...offered.values }))
      setChanged(true)
      setRestored(offered)
      dropDraft(draftKey, offered.tab)
      setOffered(null)
    },
    dropOffered() {
      if (offered && draftKey) dropDraft(draftKey, offered.tab)
      setOffered(null)
    },
    discard: () => reset(start),
  }

  return { values, set, field, errors, problem, isChanged, isSubmitting, tries, submit, reset, draft }
}
