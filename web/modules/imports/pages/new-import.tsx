// Brings a list: a file or pasted cells, for one of the homes one works for.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Building2, ClipboardPaste } from 'lucide-react'
import { useRef, useState } from 'react'
import { listImports, pasteImport, uploadImport } from '#modules/imports/import.contract.ts'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { call } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { ProblemError, sentenceFor } from '../../../core/problem.ts'
import { queryClient, useCall } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { ProgressReport } from '../../../kit/progress.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { TextArea } from '../../../kit/text-area.tsx'

const readers = { home: readText }
const endings = ['.xlsx', '.xlsm', '.xls', '.csv', '.tsv', '.txt', '.json', '.ods'] as const
/** A file made of pasted text has this name, so that it takes the way of pasted cells. */
const pastedName = 'pasted-cells.tsv'

interface Sending {
  name: string
  sent: number
  total: number
}

export function NewImport() {
  const { t } = useLingui()
  const homes = useCall(listHomes)
  const writable = homes.data?.items.filter(home => home.mayWrite)
  return (
    <Page width="reading">
      <PageHeader
        title={t`Bring a list`}
        crumbs={[{ label: t`Imports`, to: '/imports' }]}
        subtitle={t`Agreements or partners, as your office has kept them`}
      />
      {homes.error && <Banner tone="bad">{sentenceFor(homes.error)}</Banner>}
      {!writable && !homes.error && <SkeletonBox height={230} />}
      {writable?.length === 0 && <NoHome isNoneChosen={homes.data?.items.length === 0} />}
      {writable && writable.length > 0 && <Bring homes={writable} />}
    </Page>
  )
}

function NoHome({ isNoneChosen }: { isNoneChosen: boolean }) {
  const { t } = useLingui()
  return isNoneChosen ? (
    <EmptyState
      icon={<Building2 />}
      title={t`Whose agreements are these?`}
      actions={<LinkButton variant="primary" to="/setup">{t`Choose the home organisation`}</LinkButton>}
    >
      <Trans>Every agreement has a side that is yours. Choose your organisation first, then bring the list.</Trans>
    </EmptyState>
  ) : (
    <EmptyState icon={<Building2 />} title={t`You may read here, but not bring lists`}>
      <Trans>An administrator can give you the role of an officer for one of the home organisations.</Trans>
    </EmptyState>
  )
}

function Bring({ homes }: { homes: { id: string; name: string }[] }) {
  const [url, change] = useUrlState(readers)
  const { t } = useLingui()
  const home = homes.find(each => each.id === url.home) ?? homes[0]
  const homeId = home?.id ?? ''
  return (
    <div className="flex flex-col gap-6">
      {homes.length > 1 ? (
        <Select
          label={t`For which organisation?`}
          className="max-w-md"
          choices={homes.map(each => ({ id: each.id, label: each.name }))}
          value={homeId}
          onChange={next => change({ home: next })}
        />
      ) : (
        <p className="text-sm text-muted">
          <Trans>
            For <Bdi className="font-medium text-ink">{home?.name ?? ''}</Bdi>
          </Trans>
        </p>
      )}
      <Upload homeId={homeId} />
      <WhatHappens />
    </div>
  )
}

function useBring(homeId: string) {
  const navigate = useNavigate()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const run = async (name: string, total: number, send: (signal: AbortSignal) => Promise<{ id: string }>) => {
    stop.current = new AbortController()
    setProblem(null)
    setSending({ name, sent: 0, total })
    try {
      const { id } = await send(stop.current.signal)
      void queryClient.invalidateQueries({ queryKey: [listImports.path] })
      await navigate({ to: '/imports/$importId' as never, params: { importId: id } as never })
    } catch (error) {
      const isCancelled = error instanceof ProblemError && error.code === 'web.cancelled'
      if (!isCancelled && !stop.current.signal.aborted) setProblem(sentenceFor(error))
    } finally {
      setSending(null)
    }
  }
  const paste = (name: string, text: string) =>
    run(name, text.length, signal => call(pasteImport, { body: { homeId, text }, signal }))
  const send = async (file: File) => {
    if (file.name === pastedName) return paste(file.name, await file.text())
    return run(file.name, file.size, signal =>
      upload(uploadImport, file, { query: { homeId }, signal }, progress =>
        setSending({ name: file.name, ...progress }),
      ),
    )
  }
  return { sending, problem, send, paste, cancel: () => stop.current?.abort() }
}

function Upload({ homeId }: { homeId: string }) {
  const { t } = useLingui()
  const { fileSize } = useFormat()
  const { sending, problem, send, paste, cancel } = useBring(homeId)
  const [isPasting, setPasting] = useState(false)
  if (sending)
    return (
      <ProgressReport
        title={sending.name === pastedName ? t`Sending the pasted cells` : t`Sending ${sending.name}`}
        done={sending.sent}
        total={sending.total}
        unit={() => t`${fileSize(sending.sent)} of ${fileSize(sending.total)}`}
        onCancel={cancel}
      />
    )
  if (isPasting)
    return (
      <PasteCells error={problem} onPaste={text => void paste(pastedName, text)} onBack={() => setPasting(false)} />
    )
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <FileDrop
          label={t`Drop the spreadsheet here`}
          help={<Trans>Excel, CSV, TSV or JSON, in any language and with all its gaps</Trans>}
          accept={endings}
          pastedTextName={pastedName}
          onFiles={([file]) => file && void send(file)}
          error={problem}
        />
      </div>
      <Button
        variant="quiet"
        icon={<ClipboardPaste aria-hidden className="size-4" />}
        onPress={() => setPasting(true)}
      >{t`Paste cells instead`}</Button>
    </div>
  )
}

interface PasteCellsProps {
  error: string | null
  onPaste: (text: string) => void
  onBack: () => void
}

function PasteCells({ error, onPaste, onBack }: PasteCellsProps) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={t`Cells from a sheet`}
        help={t`Select the cells in your spreadsheet program, with the header row, copy them and paste them here.`}
        error={error}
        rows={10}
        maxLength={2_000_000}
        value={text}
        onChange={setText}
      />
      <div className="flex gap-2">
        <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => onPaste(text)}>
          {t`Read these cells`}
        </Button>
        <Button variant="quiet" onPress={onBack}>{t`Choose a file instead`}</Button>
      </div>
    </div>
  )
}

function WhatHappens() {
  const { t } = useLingui()
  const { number } = useFormat()
  const steps = [
    t`The list is read: which column means what, which organisation each partner is, what the dates say.`,
    t`You see every row beside its original, with each doubt as a question; what you decide once counts for all rows.`,
    t`You say “write”. Only then does the list become agreements, on the map and in the calendar of expiries.`,
  ]
  return (
    <section aria-labelledby="what-happens" className="border-t border-line pt-5">
      <h2 id="what-happens" className="mb-3 text-base font-semibold">
        <Trans>What happens next</Trans>
      </h2>
      <ol className="flex flex-col gap-2.5 text-sm">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span aria-hidden className="w-4 shrink-0 text-end font-medium text-accent tabular-nums">
              {number(index + 1)}
            </span>
            <span className="max-w-prose">{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 max-w-prose text-sm text-muted">
        <Trans>
          Nothing is written before you say so, and a written import can be taken back. Every original cell is kept and
          can be downloaded again as it was.
        </Trans>
      </p>
    </section>
  )
}
