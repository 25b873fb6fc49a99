// Files that the guest supplies, and what the office decided about them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { suppliedFileStateTerms } from '#modules/guests/guest.terms.ts'
import { type GuestRecord, readGuestRecord, supplyFile } from '#modules/guests/visit.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { upload } from '../../../core/upload.ts'
import { Banner } from '../../../kit/banner.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { Section } from '../../../kit/page.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { fileTones } from '../guest-words.ts'

export function GuestFiles({ guestId, record }: { guestId: string; record: GuestRecord }) {
  const { t } = useLingui()
  const term = useTerm()
  const { fileSize, instant } = useFormat()
  return (
    <Section title={t`Your files`}>
      {record.guest.rights.includes('file') && <Supply guestId={guestId} />}
      {record.files.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line text-sm">
          {record.files.map(file => (
            <li key={file.id} className="py-2">
              <span className="flex flex-wrap gap-x-3">
                <bdi className="min-w-0 font-medium break-words">{file.name}</bdi>
                <StatusDot tone={fileTones[file.state]}>{term(suppliedFileStateTerms[file.state])}</StatusDot>
              </span>
              <span className="block text-xs text-muted">
                {fileSize(file.bytes)} · {instant(file.suppliedAt)}
              </span>
              {[file.note, file.reason].filter(Boolean).map(text => (
                <span key={text} dir="auto" className="block text-start text-xs">
                  {text}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Supply({ guestId }: { guestId: string }) {
  const { t } = useLingui()
  const { percent } = useFormat()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (file: File) => {
    setProblem(null)
    setShare(0)
    try {
      const input = { params: { id: guestId }, query: note.trim() ? { note: note.trim() } : {} }
      await upload(supplyFile, file, input, ({ sent, total }) => setShare(total > 0 ? sent / total : 0))
      await client.invalidateQueries({ queryKey: [readGuestRecord.path] })
      setNote('')
      toast({ text: t`“${file.name}” was sent. The office decides whether to take it.` })
    } catch (error) {
      setProblem(sentenceFor(error))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <TextField label={t`What the next file is`} maxLength={1000} value={note} onChange={setNote} />
      {problem && <Banner tone="bad">{problem}</Banner>}
      <FileDrop
        label={share === null ? t`Drag a file here` : t`Sending: ${percent(share)}`}
        help={<Trans>A transcript, a signed page, photographs: whatever proves what happened.</Trans>}
        isDisabled={share !== null}
        onFiles={([file]) => file && void send(file)}
      />
    </div>
  )
}
