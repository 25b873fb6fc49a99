// Work in steps, each of which can be visited again; the open step stands in the address.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../core/format.ts'

export interface WizardStep {
  id: string
  label: string
  /** `done` and `open` steps can be visited, `later` ones not yet. */
  state: 'done' | 'open' | 'later'
  /** A few words below the label: "12 doubtful". */
  note?: string | undefined
}

export interface WizardProps {
  label: string
  steps: readonly WizardStep[]
  currentId: string
  onStep: (id: string) => void
  /** Back, next: at the end of the step. */
  actions?: ReactNode
  children: ReactNode
}

const mark = 'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-medium tabular-nums'

function StepMark({ step, index, isCurrent }: { step: WizardStep; index: number; isCurrent: boolean }) {
  const { number } = useFormat()
  const look = isCurrent
    ? 'border-accent bg-accent text-on-accent'
    : step.state === 'done'
      ? 'border-accent text-accent'
      : 'border-line-strong text-muted'
  return (
    <span aria-hidden className={`${mark} ${look}`}>
      {step.state === 'done' && !isCurrent ? <Check className="size-3.5" strokeWidth={2.5} /> : number(index + 1)}
    </span>
  )
}

export function Wizard({ label, steps, currentId, onStep, actions, children }: WizardProps) {
  const { t } = useLingui()
  return (
    <div className="flex flex-col gap-6">
      <nav aria-label={label}>
        <ol className="flex flex-wrap gap-x-2 gap-y-2 border-b border-line pb-4">
          {steps.map((step, index) => {
            const isCurrent = step.id === currentId
            return (
              <li key={step.id} className="flex items-center gap-2">
                {index > 0 && <span aria-hidden className="hidden h-px w-6 bg-line sm:block" />}
                <button
                  type="button"
                  disabled={step.state === 'later' && !isCurrent}
                  aria-current={isCurrent ? 'step' : undefined}
                  onClick={() => onStep(step.id)}
                  className={`flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 text-start text-sm focus-ring enabled:hover:bg-ink/5 ${isCurrent ? 'font-medium' : 'text-muted'}`}
                >
                  <StepMark step={step} index={index} isCurrent={isCurrent} />
                  <span>
                    {step.label}
                    {step.state === 'done' && <span className="sr-only">{t`, done`}</span>}
                    {step.note && <span className="block text-xs font-normal text-muted">{step.note}</span>}
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <div>{children}</div>
      {actions && <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">{actions}</div>}
    </div>
  )
}

/** A doubtful thing: the doubt, the evidence, the choices. */
export function Doubt({ doubt, evidence, children }: { doubt: ReactNode; evidence?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 border-s-3 border-s-warn ps-4 text-sm">
      <p className="font-medium">
        <span className="sr-only">
          <Trans>Doubt:</Trans>{' '}
        </span>
        {doubt}
      </p>
      {evidence && <div className="text-muted">{evidence}</div>}
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
