// The four steps of an import; which one is open stands in the address.
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import type { ImportRun } from '#modules/imports/import.contract.ts'
import { readOneOf, useUrlState } from '../../core/url-state.ts'
import { Button } from '../../kit/button.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { Wizard, type WizardStep } from '../../kit/wizard.tsx'
import { ColumnsStep } from './columns/columns-step.tsx'
import { openQuestions } from './columns/questions.ts'
import { isBusy } from './import-words.tsx'
import { useDoubtfulPartners } from './partners/use-partner-decisions.ts'

const PartnersStep = lazy(() => import('./partners/partners-step.tsx').then(file => ({ default: file.PartnersStep })))
const RowsStep = lazy(() => import('./rows/rows-step.tsx').then(file => ({ default: file.RowsStep })))
const WriteStep = lazy(() => import('./write/write-step.tsx').then(file => ({ default: file.WriteStep })))

export const stepIds = ['columns', 'partners', 'rows', 'write'] as const
export type StepId = (typeof stepIds)[number]
const readers = { step: readOneOf(stepIds) }

/** Where the work goes on: at what is still open. */
function firstOpenStep(run: ImportRun): StepId {
  if (run.state === 'written' || run.state === 'undone' || run.state === 'writing') return 'write'
  return 'columns'
}

export function ImportWizard({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const current = url.step ?? firstOpenStep(run)
  const { remaining: doubtfulPartners } = useDoubtfulPartners(run)
  const steps = useSteps(run, doubtfulPartners)
  const open = (step: StepId) => {
    change({ step }, { push: true })
    window.scrollTo({ top: 0 })
  }
  const next = stepIds[stepIds.indexOf(current) + 1]
  const back = stepIds[stepIds.indexOf(current) - 1]
  return (
    <Wizard
      label={t`Steps of the import`}
      steps={steps}
      currentId={current}
      onStep={id => open(id as StepId)}
      actions={
        <>
          {back && !(current === 'write' && run.state === 'written') && (
            <Button onPress={() => open(back)}>{t`Back`}</Button>
          )}
          {next && (
            <Button
              variant={
                run.state === 'written' || (current === 'partners' && doubtfulPartners > 0) ? 'plain' : 'primary'
              }
              onPress={() => open(next)}
              isDisabled={run.state === 'mapping'}
            >
              <NextLabel step={next} />
              <ArrowRight aria-hidden className="size-4 rtl:rotate-180" />
            </Button>
          )}
        </>
      }
    >
      <Dimmed isDimmed={isBusy(run) && current !== 'columns'}>
        <Suspense fallback={<SkeletonBox height={360} />}>
          {current === 'columns' && <ColumnsStep run={run} />}
          {current === 'partners' && <PartnersStep run={run} />}
          {current === 'rows' && <RowsStep run={run} />}
          {current === 'write' && <WriteStep run={run} />}
        </Suspense>
      </Dimmed>
    </Wizard>
  )
}

/** While the plan is made anew, the old one stays in sight but takes no input. */
function Dimmed({ isDimmed, children }: { isDimmed: boolean; children: ReactNode }) {
  return (
    <div inert={isDimmed} className={isDimmed ? 'opacity-50 transition-opacity delay-300' : ''}>
      {children}
    </div>
  )
}

function NextLabel({ step }: { step: StepId }) {
  const { t } = useLingui()
  if (step === 'partners') return t`On to the partners`
  return step === 'rows' ? t`On to the rows` : t`On to writing`
}

function useSteps(run: ImportRun, doubtfulPartners: number): WizardStep[] {
  const { t } = useLingui()
  const isLater = run.state === 'mapping'
  const { totals } = run
  const questions = openQuestions(run).length
  const doubtfulRows = totals.doubtful + totals.error
  const state = (isDone: boolean) => (isLater ? 'later' : isDone ? 'done' : 'open')
  const note = (count: number, words: string) => (count > 0 ? { note: words } : {})
  return [
    {
      id: 'columns',
      label: t`Columns`,
      state: questions === 0 && !isLater ? 'done' : 'open',
      ...note(questions, t`${plural(questions, { one: '# question', other: '# questions' })}`),
    },
    {
      id: 'partners',
      label: t`Partners`,
      state: state(doubtfulPartners === 0),
      ...note(doubtfulPartners, t`${plural(doubtfulPartners, { one: '# doubtful', other: '# doubtful' })}`),
    },
    {
      id: 'rows',
      label: t`Rows`,
      state: state(doubtfulRows === 0),
      ...note(doubtfulRows, t`${plural(doubtfulRows, { one: '# to look at', other: '# to look at' })}`),
    },
    { id: 'write', label: t`Write`, state: state(run.state === 'written') },
  ]
}
