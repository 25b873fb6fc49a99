// One deed with its proof, and what can be done with it: confirm, correct, take back, add evidence.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck, ExternalLink, FileText } from 'lucide-react'
import { useState } from 'react'
import { downloadFile, uploadFile } from '#modules/agreements/agreement.contract.ts'
import { addEvidence, confirmEntry, type EntryView, reverseEntry } from '#modules/ledger/ledger.contract.ts'
import { type EvidenceKind, entryStateTerms, evidenceKinds, evidenceTerms } from '#modules/ledger/ledger.terms.ts'
import { downloadAddress } from '../../core/api.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { upload } from '../../core/upload.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { DescriptionList } from '../../kit/description-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Drawer } from '../../kit/drawer.tsx'
import { FileDrop } from '../../kit/file-drop.tsx'
import { Form } from '../../kit/form.tsx'
import { OutsideLink } from '../../kit/link.tsx'
import { Select } from '../../kit/select.tsx'
import { StatusDot } from '../../kit/status-dot.tsx'
import { RemovableTag } from '../../kit/tag.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useForm } from '../../kit/use-form.ts'
import { reasonOf } from './commitment-card.tsx'
import type { RefreshList } from './commitment-dialogs.tsx'
import { DirectionLine } from './direction-line.tsx'
import { useLedgerWords } from './ledger-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export interface EntryDrawerProps {
  entry: EntryView
  /** What it serves, in words; null when nothing. */
  serves: string | null
  refreshes: RefreshList
  onCorrect: () => void
  /** The entry as it is after a change; null when it was taken back. */
  onChanged: (entry: EntryView | null) => void
  onClose: () => void
}

function Evidence({ entry }: { entry: EntryView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { instant } = useFormat()
  if (entry.evidence.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>Nothing proves this entry yet.</Trans>
      </p>
    )
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {entry.evidence.map(each => (
        <li key={each.id} className="flex gap-2">
          {each.url ? (
            <ExternalLink aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          ) : (
            <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          )}
          <span className="min-w-0">
            {each.url ? (
              <OutsideLink href={each.url} className="break-all">
                <bdi>{each.url}</bdi>
              </OutsideLink>
            ) : each.fileId ? (
              <OutsideLink href={downloadAddress(downloadFile, { params: { id: each.fileId } })} download>
                <bdi>{each.fileName ?? t`File`}</bdi>
              </OutsideLink>
            ) : (
              term(evidenceTerms[each.kind])
            )}
            {each.note && (
              <span className="block">
                <bdi>{each.note}</bdi>
              </span>
            )}
            <span className="block text-xs text-muted">
              {[term(evidenceTerms[each.kind]), each.addedBy, instant(each.addedAt)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export function EntryDrawer(props: EntryDrawerProps) {
  const { entry, serves, refreshes, onChanged, onClose } = props
  const { t } = useLingui()
  const term = useTerm()
  const { dateRange, date, instant } = useFormat()
  const words = useLedgerWords()
  const [open, setOpen] = useState<'reverse' | 'evidence' | null>(null)
  const confirm = useWrite(confirmEntry, { refreshes, onDone: onChanged })
  const reverse = useWrite(reverseEntry, { refreshes })
  const refused = reasonOf(entry.abilities, 'correct')
  return (
    <Drawer isOpen onClose={onClose} title={words.kind(entry.kind)}>
      <div className="flex flex-col gap-5 p-6">
        <div>
          <p className="text-lg font-semibold">{words.quantity(entry.quantity, entry.unit, entry.currency)}</p>
          <DirectionLine from={entry.from} to={entry.to} />
        </div>
        {confirm.error && <Banner tone="bad">{sentenceFor(confirm.error)}</Banner>}
        <div className="flex flex-wrap gap-2">
          {entry.status === 'planned' && (
            <Button
              variant="primary"
              isPending={confirm.isPending}
              isDisabled={reasonOf(entry.abilities, 'confirm') !== undefined}
              onPress={() => confirm.mutate({ params: { id: entry.id } })}
            >{t`It happened: confirm`}</Button>
          )}
          <Button
            onPress={() => setOpen('evidence')}
            isDisabled={reasonOf(entry.abilities, 'addEvidence') !== undefined}
          >
            {t`Add evidence`}
          </Button>
          <Button onPress={props.onCorrect} isDisabled={refused !== undefined}>{t`Correct …`}</Button>
          <Button onPress={() => setOpen('reverse')} isDisabled={refused !== undefined}>{t`Take back …`}</Button>
        </div>
        {refused && <p className="text-xs text-muted">{refused}</p>}
        <DescriptionList
          facts={[
            {
              label: t`State`,
              value: (
                <StatusDot tone={entry.status === 'confirmed' ? 'ok' : 'info'}>
                  {term(entryStateTerms[entry.status])}
                </StatusDot>
              ),
              ...(entry.reversed && { note: t`Taken back` }),
            },
            { label: t`When`, value: entry.endsOn ? dateRange(entry.startsOn, entry.endsOn) : date(entry.startsOn) },
            { label: t`What`, value: entry.title && <bdi>{entry.title}</bdi> },
            {
              label: t`Serves`,
              value: serves ?? t`No commitment: a deed without a promise`,
              ...(entry.servedBy === 'rule' && { note: t`Found by rule` }),
            },
            ...(entry.note ? [{ label: t`Note`, value: <bdi className="whitespace-pre-line">{entry.note}</bdi> }] : []),
            {
              label: t`Recorded`,
              value: instant(entry.postedAt),
              note: entry.postedBy && <bdi>{entry.postedBy}</bdi>,
            },
          ]}
        />
        <section>
          <h3 className="mb-2 flex items-center gap-2 text-base font-semibold">
            {t`Evidence`}
            {entry.evidence.length > 0 && <CircleCheck aria-hidden className="size-4 text-ok" />}
          </h3>
          <Evidence entry={entry} />
        </section>
      </div>
      {open === 'evidence' && (
        <EvidenceDialog entry={entry} refreshes={refreshes} onDone={onChanged} onClose={() => setOpen(null)} />
      )}
      {open === 'reverse' && (
        <ReasonDialog
          title={t`Take this entry back?`}
          consequence={
            <Trans>
              It is reversed: it no longer counts in balances and commitments, and stays in the timeline with your
              reason.
            </Trans>
          }
          action={t`Take back`}
          draftKey={`entry.reverse.${entry.id}`}
          onClose={() => setOpen(null)}
          onConfirm={async reason => {
            await reverse.mutateAsync({ params: { id: entry.id }, body: { reason } })
            toast({ text: t`The entry was taken back.` })
            onChanged(null)
          }}
        />
      )}
    </Drawer>
  )
}

interface EvidenceDialogProps {
  entry: EntryView
  refreshes: RefreshList
  onDone: (entry: EntryView) => void
  onClose: () => void
}

function EvidenceDialog({ entry, refreshes, onDone, onClose }: EvidenceDialogProps) {
  const { t } = useLingui()
  const term = useTerm()
  const [file, setFile] = useState<File | null>(null)
  const add = useWrite(addEvidence, { refreshes })
  const form = useForm({
    initial: { kind: 'link' as EvidenceKind, url: '', note: '' },
    draftKey: `entry.evidence.${entry.id}`,
    check: ({ kind, url, note }) => ({
      url:
        url !== '' && !/^https?:\/\/\S+$/.test(url)
          ? t`A link begins with https://`
          : kind !== 'file' && url === '' && note.trim() === '' && !file
            ? t`Give a link, a file or a note.`
            : undefined,
      kind: kind === 'file' && !file ? t`Choose the file below.` : undefined,
    }),
    onSubmit: async ({ kind, url, note }) => {
      const sent = file ? await upload(uploadFile, file, {}) : null
      const body = { kind, url: url || null, note: note.trim() || null, fileId: sent?.id ?? null }
      onDone(await add.mutateAsync({ params: { id: entry.id }, body }))
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Add evidence`}>
      <Form form={form} submitLabel={t`Add evidence`} onCancel={onClose}>
        <Select<EvidenceKind>
          label={t`Kind`}
          choices={evidenceKinds.map(id => ({ id, label: term(evidenceTerms[id]) }))}
          {...form.field('kind')}
        />
        <TextField label={t`Link`} type="url" placeholder="https://" {...form.field('url')} />
        {file ? (
          <div>
            <RemovableTag label={file.name} onRemove={() => setFile(null)}>
              <bdi>{file.name}</bdi>
            </RemovableTag>
          </div>
        ) : (
          <FileDrop label={t`A file that proves it`} onFiles={([first]) => setFile(first ?? null)} />
        )}
        <TextArea label={t`Note`} maxLength={2000} {...form.field('note')} />
      </Form>
    </Dialog>
  )
}
