// A form: one column, errors summed up at the top with links to the fields, a notice when typed text was restored.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useFormat } from '../core/format.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import type { DraftState, FieldErrors, FormModel } from './use-form.ts'

export interface FormProps<V extends object> {
  form: FormModel<V>
  /** The verb: "Save agreement". */
  submitLabel: string
  onCancel?: () => void
  /** Further buttons beside the two. */
  actions?: ReactNode
  /** As wide as the page: for fields in columns. */
  isWide?: boolean
  children: ReactNode
}

const focusable =
  'input:not([type=hidden]):not([hidden]):not([tabindex="-1"]), textarea, [role="spinbutton"], button:not([tabindex="-1"]), [tabindex="0"]'

const fieldIn = (form: HTMLElement | null, path: string): HTMLElement | null => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const found = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(parts.slice(0, length).join('.'))}"]`)
    if (found) return found
  }
  return null
}

function labelOf(field: HTMLElement | null): string {
  const label = field?.querySelector('[data-field-label], legend')
  return label?.firstChild?.textContent?.trim() ?? ''
}

function ErrorSummary({
  errors,
  problem,
  form,
  tries,
}: {
  errors: FieldErrors
  problem: string | null
  form: RefObject<HTMLElement | null>
  tries: number
}) {
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Record<string, string>>({})
  useEffect(() => {
    setLabels(Object.fromEntries(Object.keys(errors).map(path => [path, labelOf(fieldIn(form.current, path))])))
  }, [errors, form])
  useEffect(() => {
    if (tries > 0) box.current?.focus()
  }, [tries])
  const paths = Object.keys(errors)
  if (!problem && paths.length === 0) return null
  const go = (path: string) => fieldIn(form.current, path)?.querySelector<HTMLElement>(focusable)?.focus()
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Banner tone="bad" title={problem ?? <Trans>Some fields need attention.</Trans>}>
        {paths.length > 0 && (
          <ul className="mt-1 flex list-disc flex-col gap-1 ps-4">
            {paths.map(path => (
              <li key={path}>
                {fieldIn(form.current, path) ? (
                  <button
                    type="button"
                    onClick={() => go(path)}
                    className="rounded-sm text-start text-ink underline underline-offset-3 focus-ring"
                  >
                    {labels[path] ? `${labels[path]}: ` : ''}
                    {errors[path]}
                  </button>
                ) : (
                  errors[path]
                )}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  )
}

/** Says that typed text came back, or offers that of a closed tab. */
export function DraftNotice({ draft }: { draft: DraftState }) {
  const { instant } = useFormat()
  const at = (time: number) => instant(new Date(time).toISOString())
  if (draft.offered)
    return (
      <Banner
        tone="info"
        actions={
          <>
            <Button size="small" onPress={draft.takeOffered}>
              <Trans>Go on with it</Trans>
            </Button>
            <Button size="small" variant="quiet" onPress={draft.dropOffered}>
              <Trans>Delete it</Trans>
            </Button>
          </>
        }
      >
        <Trans>There is unsaved text of yours from {at(draft.offered.savedAt)}.</Trans>
      </Banner>
    )
  if (draft.restoredAt === null) return null
  return (
    <Banner
      tone={draft.isOutdated ? 'warn' : 'info'}
      actions={
        <Button size="small" variant="quiet" onPress={draft.discard}>
          <Trans>Discard my changes</Trans>
        </Button>
      }
    >
      {draft.isOutdated ? (
        <Trans>
          Your unsaved text from {at(draft.restoredAt)} was restored. Meanwhile the record was changed: compare before
          you save.
        </Trans>
      ) : (
        <Trans>Your unsaved text from {at(draft.restoredAt)} was restored.</Trans>
      )}
    </Banner>
  )
}

export function Form<V extends object>({ form, submitLabel, onCancel, actions, isWide, children }: FormProps<V>) {
  const { t } = useLingui()
  const element = useRef<HTMLFormElement>(null)
  return (
    <form
      ref={element}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void form.submit()
      }}
      className={`flex flex-col gap-5 ${isWide ? '' : 'max-w-xl'}`}
    >
      <ErrorSummary errors={form.errors} problem={form.problem} form={element} tries={form.tries} />
      <DraftNotice draft={form.draft} />
      {children}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-5">
        <Button type="submit" variant="primary" isPending={form.isSubmitting}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button variant="quiet" onPress={onCancel}>
            {t`Cancel`}
          </Button>
        )}
        {actions}
      </div>
    </form>
  )
}

/** Fields that belong together, under a heading. */
export function FormSection({ title, help, children }: { title: string; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-5 border-t border-line pt-5">
      <legend className="float-start w-full text-base font-semibold">{title}</legend>
      {help && <p className="-mt-4 text-sm text-muted">{help}</p>}
      {children}
    </fieldset>
  )
}

/** Two or three short fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-5 sm:grid-flow-col sm:auto-cols-fr">{children}</div>
}
