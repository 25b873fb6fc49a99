// The public page that says whether a document is genuine: by the file, or by the code printed on it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { type Verification, verifyCode, verifyFile } from '#modules/documents/issuing/verification.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { Form } from '../../../kit/form.tsx'
import { useDocumentTitle } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { VerificationResult } from './verification-result.tsx'

const mostBytes = 25 * 1024 * 1024
const readers = { code: readText }

interface Asked {
  /** Name of the file, or the code. */
  of: string
  isFile: boolean
}

type Standing = { asked: Asked; answer?: Verification; problem?: string }

export function VerifyPage() {
  const { t } = useLingui()
  useDocumentTitle(t`Verify a document`)
  const [standing, setStanding] = useState<Standing | null>(null)
  const look = async (asked: Asked, call: () => Promise<Verification>) => {
    setStanding({ asked })
    try {
      setStanding({ asked, answer: await call() })
    } catch (error) {
      setStanding({ asked, problem: sentenceFor(error) })
    }
  }
  return (
    <main className="mx-auto w-full max-w-2xl flex-1 px-4 pt-6 pb-16">
      <h1 className="text-xl font-semibold tracking-tight rtl:tracking-normal">
        <Trans>Is this document genuine?</Trans>
      </h1>
      <p className="mt-1 mb-6 text-sm text-muted">
        <Trans>
          Documents that were issued here carry a seal and a code. Give the file, and you learn whether it is the one
          that was issued and whether anything was changed since.
        </Trans>
      </p>
      <FileDrop
        label={t`PDF file to verify`}
        help={t`The file is looked at and not kept.`}
        accept={['.pdf', 'application/pdf']}
        maxBytes={mostBytes}
        onFiles={([file]) => file && look({ of: file.name, isFile: true }, () => upload(verifyFile, file, {}))}
      />
      <div className="mt-6">
        <CodeForm onCode={look} />
      </div>
      <div className="mt-8" aria-live="polite">
        {standing && <Outcome {...standing} />}
      </div>
    </main>
  )
}

function Outcome({ asked, answer, problem }: Standing) {
  if (problem) return <Banner tone="bad">{problem}</Banner>
  if (!answer) return <SkeletonBox height={180} />
  return <VerificationResult of={asked.of} isFile={asked.isFile} answer={answer} />
}

function CodeForm({ onCode }: { onCode: (asked: Asked, call: () => Promise<Verification>) => Promise<void> }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const ask = useWrite(verifyCode, {})
  const verify = (code: string) => onCode({ of: code, isFile: false }, () => ask.mutateAsync({ body: { code } }))
  const form = useForm({
    initial: { code: url.code ?? '' },
    check: values => ({ code: values.code.trim() === '' ? t`Write the code.` : undefined }),
    onSubmit: async ({ code }) => {
      change({ code: code.trim() })
      await verify(code.trim())
    },
  })
  // The address that is printed as a QR code brings the code with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (url.code) void verify(url.code)
  }, [])
  return (
    <Form form={form} submitLabel={t`Verify the code`}>
      <TextField
        label={t`Or the code printed on its last page`}
        help={t`Thirteen letters and digits, as 7K4M-Q2XH-P9TDW.`}
        isRequired
        {...form.field('code')}
      />
    </Form>
  )
}
