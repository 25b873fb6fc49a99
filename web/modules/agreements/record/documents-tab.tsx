// Files of an agreement: dragged in with their purpose and language, downloaded, taken off with a reason.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { FilePlus2, FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { QueryOf } from '#core/contract.ts'
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
import { Dialog } from '../../../kit/dialog.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Select } from '../../../kit/select.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { ReasonDialog } from '../../ledger/reason-dialog.tsx'
import { reasonAgainst } from './record-parts.ts'

interface LineActions {
  onRemove: (file: FileView) => void
  onReplace: (file: FileView) => void
}

/** The versions of each document, the newest first; a version whose newer one was taken off counts as the newest again. */
export function versionsOf(files: readonly FileView[]): FileView[][] {
  const byId = new Map(files.map(file => [file.id, file]))
  const replaced = new Set(files.map(file => file.replacesId))
  return files
    .filter(file => !replaced.has(file.id))
    .map(newest => {
      const versions: FileView[] = []
      for (let file: FileView | undefined = newest; file; file = byId.get(file.replacesId ?? '')) versions.push(file)
      return versions
    })
}

function FileWords({ file }: { file: FileView }) {
  const term = useTerm()
  const { fileSize, languageName, instant } = useFormat()
  return (
    <>
      <OutsideLink href={downloadAddress(downloadFile, { params: { id: file.id } })} download className="break-words">
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
    </>
  )
}

function FileLines({ agreement, actions }: { agreement: AgreementView; actions?: LineActions }) {
  const { t } = useLingui()
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {versionsOf(agreement.files).map(([file, ...earlier]) => (
        <li key={file!.id} className="flex items-start gap-3 py-2.5">
          <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <div className="min-w-0 flex-1">
            <FileWords file={file!} />
            {earlier.length > 0 && <EarlierVersions files={earlier} />}
          </div>
          {actions && (
            <>
              <IconButton
                size="small"
                label={t`Add a newer version of ${file!.name}`}
                onPress={() => actions.onReplace(file!)}
              >
                <FilePlus2 aria-hidden className="size-4" />
              </IconButton>
              <IconButton size="small" label={t`Take off ${file!.name}`} onPress={() => actions.onRemove(file!)}>
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function EarlierVersions({ files }: { files: readonly FileView[] }) {
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-xs text-muted">
        <Plural value={files.length} one="# earlier version" other="# earlier versions" />
      </summary>
      <ul className="mt-1 flex flex-col gap-2 border-s-2 border-line ps-3">
        {files.map(file => (
          <li key={file.id}>
            <FileWords file={file} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What is told about the files. */
type SentWith = QueryOf<typeof addAgreementFile>

interface Sending {
  name: string
  share: number
}

function useSending(agreementId: string) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (files: readonly File[], query: SentWith) => {
    setProblem(null)
    try {
      for (const file of files) {
        setSending({ name: file.name, share: 0 })
        await upload(addAgreementFile, file, { params: { id: agreementId }, query }, ({ sent, total }) =>
          setSending({ name: file.name, share: total > 0 ? sent / total : 0 }),
        )
        toast({ text: t`“${file.name}” was added.` })
      }
      return true
    } catch (error) {
      setProblem(sentenceFor(error))
      return false
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
  const [replacing, setReplacing] = useState<FileView | null>(null)
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
          <FileLines
            agreement={agreement}
            {...(!reason && { actions: { onRemove: setRemoving, onReplace: setReplacing } })}
          />
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
            onFiles={files => void send(files, { purpose, ...(language && { language }) })}
          />
        </section>
      )}
      {replacing && (
        <Dialog isOpen title={t`A newer version of “${replacing.name}”`} onClose={() => setReplacing(null)}>
          <div className="flex flex-col gap-4">
            <p className="text-sm text-muted">
              <Trans>It takes over purpose and language. The earlier version stays within reach below it.</Trans>
            </p>
            {problem && <Banner tone="bad">{problem}</Banner>}
            <FileDrop
              label={sending ? t`Sending “${sending.name}”: ${percent(sending.share)}` : t`Drag the file here`}
              isDisabled={sending !== null}
              onFiles={async ([file]) => {
                if (file && (await send([file], { replaces: replacing.id }))) setReplacing(null)
              }}
            />
          </div>
        </Dialog>
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
