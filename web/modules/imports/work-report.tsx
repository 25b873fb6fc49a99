// What the server is doing with a list, how far it is, how long it will take, and the way to stop it.
import { useLingui } from '@lingui/react/macro'
import { cancelImport, getImport, type ImportRun, listImports } from '#modules/imports/import.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { ProgressReport } from '../../kit/progress.tsx'
import { toast } from '../../kit/toasts.tsx'
import { usePhaseWord } from './import-words.tsx'

interface WorkReportProps {
  run: ImportRun
  /** As counted here, where the server does not say. */
  rate: number | null
  secondsLeft: number | null
}

export function WorkReport({ run, rate, secondsLeft }: WorkReportProps) {
  const { t } = useLingui()
  const title = usePhaseWord(run)
  const cancel = useWrite(cancelImport, { refreshes: [getImport, listImports] })
  const { progress } = run
  const isCounted = progress !== null && progress.total > 1
  // A first reading is given up as a whole; a new plan of known columns is only waited for.
  const mayStop = run.columns.length === 0 || run.state === 'writing'
  const stop = () =>
    cancel
      .mutateAsync({ params: { id: run.id }, body: {} })
      .catch((error: unknown) => toast({ tone: 'bad', text: sentenceFor(error) }))
  return (
    <ProgressReport
      title={title}
      done={isCounted ? progress.done : 0}
      total={isCounted ? progress.total : null}
      rate={progress?.rate ?? rate}
      secondsLeft={progress?.secondsLeft ?? secondsLeft}
      unit={count => (!isCounted ? '' : progress.phase === 'partners' ? t`${count} partners` : t`${count} rows`)}
      {...(mayStop && { onCancel: () => void stop() })}
      isCancelling={cancel.isPending}
    />
  )
}
