// One import from file to portfolio: progress while the server works, then steps that can be visited again and again.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  cancelImport,
  getImport,
  type ImportRun,
  listImports,
  listPartners,
  listRows,
} from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useProgress } from '../../../core/progress.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { ImportWizard } from '../import-wizard.tsx'
import { isBusy, may, reasonAgainst, stateWords, WordDot } from '../import-words.tsx'
import { WorkReport } from '../work-report.tsx'
import { UndoDialog } from '../write/undo-dialog.tsx'

const progressOf = (run: ImportRun) => ({
  isOver: !isBusy(run),
  done: run.progress?.done ?? 0,
  total: run.progress?.total || null,
})

/** When the server has finished its work, everything read from the plan before is out of date. */
function useFreshPlan(run: ImportRun | undefined): void {
  const client = useQueryClient()
  const wasBusy = useRef(false)
  const isBusyNow = run !== undefined && isBusy(run)
  const state = run?.state
  useEffect(() => {
    if (wasBusy.current && !isBusyNow) {
      for (const { path } of [listRows, listPartners, listImports]) void client.invalidateQueries({ queryKey: [path] })
      if (state === 'written') void client.invalidateQueries()
    }
    wasBusy.current = isBusyNow
  }, [isBusyNow, state, client])
}

export function ImportPage() {
  const { t } = useLingui()
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const {
    answer: run,
    error,
    rate,
    secondsLeft,
  } = useProgress(getImport, [{ params: { id: importId } }], progressOf, 700)
  useFreshPlan(run)
  const crumbs = [{ label: t`Imports`, to: '/imports' }]
  if (!run)
    return (
      <Page>
        <PageHeader title={t`Import`} crumbs={crumbs} />
        {error ? <Banner tone="bad">{sentenceFor(error)}</Banner> : <SkeletonBox height={320} />}
      </Page>
    )
  const isFirstReading = isBusy(run) && run.columns.length === 0
  return (
    <Page>
      <PageHeader
        title={<Bdi>{run.fileName}</Bdi>}
        documentTitle={run.fileName}
        crumbs={crumbs}
        status={<WordDot word={stateWords[run.state]} />}
        subtitle={<Subtitle run={run} />}
        actions={<RunMenu run={run} />}
      />
      <div className="flex flex-col gap-5">
        {error && <Banner tone="warn">{sentenceFor(error)}</Banner>}
        <Ended run={run} />
        {isBusy(run) && (
          <div
            className={
              isFirstReading ? '' : 'pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center px-4'
            }
          >
            <div className={isFirstReading ? '' : 'pointer-events-auto w-full max-w-xl rounded-lg shadow-popover'}>
              <WorkReport run={run} rate={rate} secondsLeft={secondsLeft} />
            </div>
          </div>
        )}
        {!isFirstReading && run.columns.length > 0 && <ImportWizard run={run} />}
      </div>
    </Page>
  )
}

function Subtitle({ run }: { run: ImportRun }) {
  const format = useFormat()
  const home = <Bdi>{run.homeName}</Bdi>
  const at = format.instant(run.createdAt)
  const who = <Bdi>{run.createdBy ?? ''}</Bdi>
  return (
    <span className="flex flex-wrap gap-x-4">
      <span>{home}</span>
      {run.totals.rows > 0 && (
        <span>
          <Plural value={run.totals.rows} one="# row" other="# rows" />
        </span>
      )}
      <span>
        {run.createdBy ? (
          <Trans>
            brought by {who}, {at}
          </Trans>
        ) : (
          at
        )}
      </span>
    </span>
  )
}

function RunMenu({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const [asks, setAsks] = useState<'cancel' | 'undo' | null>(null)
  const cancel = useWrite(cancelImport, { refreshes: [getImport, listImports] })
  const isOpen = !['written', 'undone', 'cancelled'].includes(run.state)
  const items = [
    ...(run.state === 'written'
      ? [
          {
            id: 'undo',
            label: t`Take this import back …`,
            icon: <Undo2 className="size-4" />,
            isDangerous: true,
            reason: reasonAgainst(run, 'undo'),
            onAction: () => setAsks('undo'),
          },
        ]
      : []),
    ...(isOpen
      ? [
          {
            id: 'cancel',
            label: t`Give this import up …`,
            icon: <Trash2 className="size-4" />,
            isDangerous: true,
            reason: may(run, 'cancel') || isBusy(run) ? undefined : reasonAgainst(run, 'cancel'),
            onAction: () => setAsks('cancel'),
          },
        ]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Menu label={t`More`} sections={[{ id: 'run', items }]} />
      {asks === 'undo' && <UndoDialog run={run} onClose={() => setAsks(null)} />}
      <ConfirmDialog
        isOpen={asks === 'cancel'}
        onClose={() => setAsks(null)}
        isDangerous
        title={t`Give this import up?`}
        action={t`Give up`}
        consequence={
          <Trans>
            Nothing was written, and nothing will be. Partners that you decided stay remembered; what you corrected in
            single rows is lost.
          </Trans>
        }
        onConfirm={async () => {
          await cancel.mutateAsync({ params: { id: run.id }, body: {} })
        }}
      />
    </>
  )
}

/** What an import that stopped has to say, and the way on. */
function Ended({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const again = <LinkButton size="small" to="/imports/new">{t`Bring a list`}</LinkButton>
  if (run.state === 'failed')
    return (
      <Banner tone="bad" title={t`The list could not be read to the end. Nothing was written.`} actions={again}>
        {run.failure}
      </Banner>
    )
  if (run.state === 'cancelled')
    return (
      <Banner tone="info" title={t`This import was given up. Nothing was written.`} actions={again}>
        <Trans>You can bring the same list again at any time.</Trans>
      </Banner>
    )
  if (run.state === 'undone')
    return (
      <Banner tone="info" title={t`This import was taken back.`} actions={again}>
        {run.undoneAt && format.instant(run.undoneAt)}
      </Banner>
    )
  if (run.state === 'planned' && run.failure)
    return (
      <Banner tone="bad" title={t`Writing did not succeed; nothing was written.`}>
        {run.failure}
      </Banner>
    )
  return null
}
