// Files of an agreement: dragged in with their purpose and language, downloaded, taken off with a reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  type AgreementView,
  addAgreementFile,
  downloadFile,
  type FileView,
  getAgreement,
  getAgreementTimeline,
  removeAgreementFile,
} from '#modules/agreements/agreement.contract.ts'
import { type FilePurpose, filePurposes, filePurposeTerms } from '#modules/agreements/agreement.terms.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { Banner } from '../../../kit/banner.tsx'
import { IconButton } from '../../../kit/button.tsx'
import { LanguageField } from '../../../kit/country-field.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Select } from '../../../kit/select.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { ReasonDialog } from '../../ledger/reason-dialog.tsx'
import { reasonAgainst } from './record-parts.ts'

function FileLines({ agreement, onRemove }: { agreement: AgreementView; onRemove?: (file: FileView) => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const { fileSize, languageName, instant } = useFormat()
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {agreement.files.map(file => (
        <li key={file.id} className="flex items-start gap-3 py-2.5">
          <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="min-w-0 flex-1">
            <OutsideLink
              href={downloadAddress(downloadFile, { params: { id: file.id } })}
              download
              className="break-words"
            >
              <bdi>{file.name}</bdi>
            </OutsideLink>
            <span className="block text-xs text-muted">
              {[
                term(filePurposeTerms[file.purpose]),
                file.language && languageName(file.language),
                fileSize(file.bytes),
                instant(file.addedAt),
                file.addedBy,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {file.note && (
              <span className="block text-xs">
                <bdi>{file.note}</bdi>
              </span>
            )}
          </span>
          {onRemove && (
            <IconButton size="small" label={t`Take off ${file.name}`} onPress={() => onRemove(file)}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}

interface Sending {
  name: string
  share: number
}

function useSending(agreementId: string) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (files: File[], purpose: FilePurpose, language: string | null) => {
    setProblem(null)
    try {
      for (const file of files) {
        setSending({ name: file.name, share: 0 })
        const query = { purpose, ...(language && { language }) }
        await upload(addAgreementFile, file, { params: { id: agreementId }, query }, ({ sent, total }) =>
          setSending({ name: file.name, share: total > 0 ? sent / total : 0 }),
        )
        toast({ text: t`“${file.name}” was added.` })
      }
    } catch (error) {
      setProblem(sentenceFor(error))
    } finally {
      setSending(null)
      await Promise.all(
        [getAgreement, getAgreementTimeline].map(({ path }) => client.invalidateQueries({ queryKey: [path] })),
      )
    }
  }
  return { sending, problem, send }
}

export function DocumentsTab({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { percent } = useFormat()
  const [purpose, setPurpose] = useState<FilePurpose>('signed_text')
  const [language, setLanguage] = useState<string | null>(null)
  const [removing, setRemoving] = useState<FileView | null>(null)
  const { sending, problem, send } = useSending(agreement.id)
  const remove = useWrite(removeAgreementFile, { refreshes: [getAgreement, getAgreementTimeline] })
  const reason = reasonAgainst(agreement, 'add_file')
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section>
        <h2 className="mb-2 text-base font-semibold">{t`Documents`}</h2>
        {agreement.files.length === 0 ? (
          <p className="text-sm text-muted">
            <Trans>No file is here yet. The signed text is the first one to add.</Trans>
          </p>
        ) : (
          <FileLines agreement={agreement} {...(!reason && { onRemove: setRemoving })} />
        )}
      </section>
      {reason ? (
        <p className="text-sm text-muted">{reason}</p>
      ) : (
        <section className="flex flex-col gap-4">
          <h2 className="text-base font-semibold">{t`Add files`}</h2>
          <FormRow>
            <Select<FilePurpose>
              label={t`Purpose`}
              choices={filePurposes.map(id => ({ id, label: term(filePurposeTerms[id]) }))}
              value={purpose}
              onChange={setPurpose}
            />
            <LanguageField label={t`Language`} value={language} onChange={setLanguage} />
          </FormRow>
          {problem && <Banner tone="bad">{problem}</Banner>}
          <FileDrop
            label={sending ? t`Sending “${sending.name}”: ${percent(sending.share)}` : t`Drag files here`}
            allowsMultiple
            isDisabled={sending !== null}
            onFiles={files => void send(files, purpose, language)}
          />
        </section>
      )}
      {removing && (
        <ReasonDialog
          title={t`Take off “${removing.name}”?`}
          consequence={<Trans>The file is no longer shown here. Its content and your reason stay in the trail.</Trans>}
          action={t`Take off the file`}
          draftKey={`agreement.file.${removing.id}`}
          onClose={() => setRemoving(null)}
          onConfirm={async why => {
            await remove.mutateAsync({ params: { id: agreement.id, fileId: removing.id }, query: { reason: why } })
            toast({ text: t`The file was taken off.` })
          }}
        />
      )}
    </div>
  )
}
