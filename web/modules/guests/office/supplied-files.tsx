// Files that guests supplied: taken among the documents, or not and why.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { type FilePurpose, filePurposes, filePurposeTerms } from '#modules/agreements/agreement.terms.ts'
import {
  acceptSuppliedFile,
  downloadSuppliedFile,
  refuseSuppliedFile,
  type SuppliedFile,
} from '#modules/guests/guest.contract.ts'
import { suppliedFileStateTerms } from '#modules/guests/guest.terms.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Select } from '../../../kit/select.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { ReasonDialog } from '../../ledger/reason-dialog.tsx'
import { fileTones } from '../guest-words.ts'
import { guestRefreshes } from './guest-refreshes.ts'

type Deciding = { file: SuppliedFile; isTaken: boolean }

export function SuppliedFiles({ files, mayDecide }: { files: readonly SuppliedFile[]; mayDecide: boolean }) {
  const { t } = useLingui()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const refuse = useWrite(refuseSuppliedFile, { refreshes: guestRefreshes })
  return (
    <div className="mt-5">
      <h3 className="mb-2 text-base font-semibold">{t`Files from guests`}</h3>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {files.map(file => (
          <FileLine key={file.id} file={file} {...(mayDecide && { onDecide: setDeciding })} />
        ))}
      </ul>
      {deciding?.isTaken && <TakeDialog file={deciding.file} onClose={() => setDeciding(null)} />}
      {deciding && !deciding.isTaken && (
        <ReasonDialog
          title={t`Not take “${deciding.file.name}”?`}
          consequence={<Trans>The file stays out of the documents. The guest sees your reason.</Trans>}
          action={t`Do not take it`}
          draftKey={`guest.file.${deciding.file.id}`}
          onClose={() => setDeciding(null)}
          onConfirm={async reason => {
            await refuse.mutateAsync({ params: { id: deciding.file.id }, body: { reason } })
          }}
        />
      )}
    </div>
  )
}

function FileLine({ file, onDecide }: { file: SuppliedFile; onDecide?: (deciding: Deciding) => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const { fileSize, instant } = useFormat()
  return (
    <li className="flex flex-wrap items-start gap-3 py-2.5">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 basis-52">
        <span className="flex flex-wrap gap-x-3">
          <OutsideLink
            href={downloadAddress(downloadSuppliedFile, { params: { id: file.id } })}
            download
            className="break-words"
          >
            <bdi>{file.name}</bdi>
          </OutsideLink>
          <StatusDot tone={fileTones[file.state]}>{term(suppliedFileStateTerms[file.state])}</StatusDot>
        </span>
        {[file.note, file.reason].filter(Boolean).map(text => (
          <span key={text} dir="auto" className="block text-start">
            {text}
          </span>
        ))}
        <span className="block text-xs text-muted">
          <bdi>{file.guestName}</bdi> · <bdi>{file.organisationName}</bdi> · {fileSize(file.bytes)} ·{' '}
          {instant(file.suppliedAt)}
        </span>
      </span>
      {file.state === 'waiting' && onDecide && (
        <span className="flex gap-2">
          <Button size="small" onPress={() => onDecide({ file, isTaken: true })}>{t`Take it …`}</Button>
          <Button size="small" variant="quiet" onPress={() => onDecide({ file, isTaken: false })}>
            {t`Not this one …`}
          </Button>
        </span>
      )}
    </li>
  )
}

function TakeDialog({ file, onClose }: { file: SuppliedFile; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const accept = useWrite(acceptSuppliedFile, { refreshes: guestRefreshes })
  const initial: { purpose: FilePurpose } = { purpose: 'evidence' }
  const form = useForm({
    initial,
    onSubmit: async ({ purpose }) => {
      await accept.mutateAsync({ params: { id: file.id }, body: { purpose } })
      toast({ text: t`“${file.name}” was added.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Take “${file.name}” among the documents`}>
      <Form form={form} submitLabel={t`Take the file`} onCancel={onClose}>
        <Select<FilePurpose>
          label={t`Purpose`}
          choices={filePurposes.map(id => ({ id, label: term(filePurposeTerms[id]) }))}
          {...form.field('purpose')}
        />
      </Form>
    </Dialog>
  )
}
