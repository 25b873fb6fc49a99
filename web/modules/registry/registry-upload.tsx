// Loads an official list: the file is sent, then read in the background; both show how far they are.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { listOrganisations, searchOrganisations } from '#modules/registry/organisation.contract.ts'
import {
  getImport,
  getRegistryState,
  listImports,
  type RegistryImport,
  startImport,
} from '#modules/registry/registry.contract.ts'
import type { ImportKind } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../core/format.ts'
import { ProblemError, sentenceFor } from '../../core/problem.ts'
import { useProgress } from '../../core/progress.ts'
import { upload } from '../../core/upload.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { FileDrop } from '../../kit/file-drop.tsx'
import { ProgressReport } from '../../kit/progress.tsx'
import { ImportReportView } from './import-report.tsx'

const endings: Record<ImportKind, readonly string[]> = {
  ror: ['.zip', '.json', '.jsonl', '.ndjson', '.gz'],
  charter: ['.csv', '.tsv', '.txt', '.gz', '.zip'],
}

export interface RegistryUploadProps {
  kind: ImportKind
  /** Charter list: create organisations that are not known. */
  creates?: boolean
  /** An import that is under way, to be followed instead of starting one. */
  running?: RegistryImport | null
}

interface Sending {
  name: string
  sent: number
  total: number
}

export const isOver = (run: RegistryImport): boolean => run.state !== 'running' && run.state !== 'waiting'

export function RegistryUpload({ kind, creates = false, running = null }: RegistryUploadProps) {
  const { t } = useLingui()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [startedId, setStartedId] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const followedId = startedId ?? (running && !isOver(running) ? running.id : null)
  const send = async (file: File) => {
    stop.current = new AbortController()
    setProblem(null)
    setStartedId(null)
    setSending({ name: file.name, sent: 0, total: file.size })
    try {
      const query = { kind, ...(creates && { create: true }) }
      const run = await upload(startImport, file, { query, signal: stop.current.signal }, progress =>
        setSending({ name: file.name, ...progress }),
      )
      setStartedId(run.id)
    } catch (error) {
      const isCancelled = error instanceof ProblemError && error.code === 'web.cancelled'
      if (!isCancelled) setProblem(sentenceFor(error))
    } finally {
      setSending(null)
    }
  }
  if (sending) return <SendingReport sending={sending} onCancel={() => stop.current?.abort()} />
  if (followedId) return <FollowedImport id={followedId} onAnother={() => setStartedId(null)} />
  return (
    <FileDrop
      label={kind === 'ror' ? t`File of the official registry` : t`Charter list`}
      help={
        kind === 'ror' ? (
          <Trans>The zip file as it was downloaded, or the JSON inside it</Trans>
        ) : (
          <Trans>CSV with names, countries, Erasmus codes and PICs</Trans>
        )
      }
      accept={endings[kind]}
      onFiles={([file]) => file && void send(file)}
      error={problem}
    />
  )
}

function SendingReport({ sending, onCancel }: { sending: Sending; onCancel: () => void }) {
  const { t } = useLingui()
  const { fileSize } = useFormat()
  return (
    <ProgressReport
      title={t`Sending ${sending.name}`}
      done={sending.sent}
      total={sending.total}
      unit={() => t`${fileSize(sending.sent)} of ${fileSize(sending.total)}`}
      onCancel={onCancel}
    />
  )
}

/** Total records by the share of bytes read; unknown at the very beginning. */
const estimateTotal = (run: RegistryImport): number | null =>
  run.share !== null && run.share > 0.02 ? Math.round(run.recordsDone / run.share) : null

const progressOf = (run: RegistryImport) => ({
  isOver: isOver(run),
  done: run.recordsDone,
  total: estimateTotal(run),
})

function FollowedImport({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { answer, rate, error } = useProgress(getImport, [{ params: { id } }], progressOf)
  const isDone = answer !== undefined && isOver(answer)
  useEffect(() => {
    if (!isDone) return
    for (const { path } of [getRegistryState, listImports, listOrganisations, searchOrganisations])
      void client.invalidateQueries({ queryKey: [path] })
  }, [isDone, client])
  if (error && !answer) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!answer || !isOver(answer))
    return (
      <ProgressReport
        title={answer ? t`Reading ${answer.fileName}` : t`Reading the file`}
        done={answer?.recordsDone ?? 0}
        total={answer ? estimateTotal(answer) : null}
        rate={rate}
        secondsLeft={answer?.secondsLeft ?? null}
        unit={count => t`${count} organisations`}
      />
    )
  return <EndedImport run={answer} onAnother={onAnother} />
}

function EndedImport({ run, onAnother }: { run: RegistryImport; onAnother: () => void }) {
  const { t } = useLingui()
  const isGood = run.state === 'finished'
  return (
    <div className="flex flex-col gap-4">
      <Banner
        tone={isGood ? 'ok' : 'bad'}
        title={isGood ? t`${run.fileName} was read.` : t`${run.fileName} could not be read to the end.`}
        actions={
          <Button size="small" onPress={onAnother}>
            {isGood ? t`Load another file` : t`Try again`}
          </Button>
        }
      >
        {!isGood && (run.error ?? <Trans>Send the same file again: it goes on where it stopped.</Trans>)}
      </Banner>
      {run.report && <ImportReportView run={run} report={run.report} />}
    </div>
  )
}
