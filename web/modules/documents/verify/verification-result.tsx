// What is known of a file or a code, in words: the verdict first, then who sealed and when.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Verdict, Verification, VerifiedSeal } from '#modules/documents/issuing/verification.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi, LocalisedText } from '../../../kit/bdi.tsx'
import { DescriptionList, type Fact } from '../../../kit/description-list.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'

const tones = { genuine: 'ok', known: 'info', changed: 'bad', elsewhere: 'warn', unknown: 'warn' } as const

function useSentences(answer: Verification): Record<Verdict, { title: ReactNode; words: ReactNode }> {
  const organisation = <Bdi>{answer.organisation ?? ''}</Bdi>
  return {
    genuine: {
      title: answer.organisation ? (
        <Trans>A genuine document of {organisation}</Trans>
      ) : (
        <Trans>This document is genuine</Trans>
      ),
      words: <Trans>It is exactly as it was sealed; nothing in it was changed since.</Trans>,
    },
    known: {
      title: <Trans>{organisation} issued a document with this code</Trans>,
      words: (
        <Trans>
          The code alone does not show that the paper or file before you is unchanged. Give the file as well to be sure.
        </Trans>
      ),
    },
    changed: {
      title: <Trans>This file was changed after it was sealed</Trans>,
      words: <Trans>Do not rely on it. Ask the organisation that issued it for the document.</Trans>,
    },
    elsewhere: {
      title: <Trans>Sealed and unchanged, but not by an organisation of this installation</Trans>,
      words: <Trans>Who sealed it cannot be vouched for here: the names below are what the certificates say.</Trans>,
    },
    unknown: {
      title: <Trans>Nothing is known here of this document</Trans>,
      words: (
        <Trans>
          It carries no seal that can be read here, or its code was never given out. A scan or a print that was saved
          anew loses its seal: verify it by its code.
        </Trans>
      ),
    },
  }
}

export function VerificationResult({ of, isFile, answer }: { of: string; isFile: boolean; answer: Verification }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const { title, words } = useSentences(answer)[answer.verdict]
  const facts: Fact[] = [{ label: isFile ? t`File` : t`Code`, value: <Bdi>{of}</Bdi> }]
  if (answer.document) {
    if (answer.document.number) facts.push({ label: t`Number`, value: <Bdi>{answer.document.number}</Bdi> })
    facts.push({ label: t`Title`, value: <LocalisedText texts={answer.document.title} /> })
    if (answer.document.version) facts.push({ label: t`Version`, value: <Bdi>{answer.document.version}</Bdi> })
  }
  if (answer.issuedAt) facts.push({ label: t`Issued`, value: instant(answer.issuedAt) })
  if (answer.fileHash && !isFile)
    facts.push({
      label: t`Fingerprint of the file`,
      value: <Code text={answer.fileHash} />,
      note: t`SHA-256 of the file as it was issued`,
    })
  return (
    <section aria-label={t`Result`} className="flex flex-col gap-4">
      <Banner tone={tones[answer.verdict]} title={title}>
        {words}
      </Banner>
      <DescriptionList facts={facts} />
      {answer.seals.length > 0 && (
        <div>
          <h2 className="mb-2 text-sm font-semibold">
            <Trans>Seals, in their order</Trans>
          </h2>
          <ol className="divide-y divide-line border-y border-line">
            {answer.seals.map((seal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells them apart
              <Seal key={at} seal={seal} />
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

/** Digits of a fingerprint run from left to right and may break anywhere. */
export const Code = ({ text }: { text: string }) => (
  <bdi dir="ltr" className="font-mono text-xs break-all">
    {text}
  </bdi>
)

function Seal({ seal }: { seal: VerifiedSeal }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const states = { whole: t`Holds`, broken: t`Broken`, unreadable: t`Cannot be read` }
  const stateTones = { whole: 'ok', broken: 'bad', unreadable: 'warn' } as const
  const notes = [
    seal.organisation !== null && seal.madeHere && t`Certificate made here`,
    seal.organisation === null && seal.name !== null && t`Certificate not known here`,
    seal.state === 'whole' && !seal.inTime && t`The certificate was not valid at that time`,
  ].filter(note => note !== false)
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">
          {(seal.organisation ?? seal.name) ? (
            <Bdi>{seal.organisation ?? seal.name ?? ''}</Bdi>
          ) : (
            <Trans>Nobody named</Trans>
          )}
        </p>
        <p className="text-muted">{[seal.at && instant(seal.at), ...notes].filter(Boolean).join(' · ')}</p>
        {seal.fingerprint && (
          <p className="text-muted">
            <Code text={seal.fingerprint} />
          </p>
        )}
      </div>
      <StatusDot tone={stateTones[seal.state]}>{states[seal.state]}</StatusDot>
    </li>
  )
}
