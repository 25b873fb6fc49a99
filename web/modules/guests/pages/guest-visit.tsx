// The page of a guest: the way in by the link, then the one record.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { readGuestRecord } from '#modules/guests/visit.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { useEntrance } from '../visit/entrance.ts'
import { GuestRecordView } from '../visit/guest-record.tsx'
import { MailboxProof } from '../visit/mailbox-proof.tsx'

export function GuestVisitPage() {
  const { t } = useLingui()
  const { guestId } = useParams({ strict: false }) as { guestId: string }
  const { entrance, opened } = useEntrance(guestId)
  if (entrance.error)
    return (
      <SignInCard title={t`Your link`}>
        <Banner tone="warn">{sentenceFor(entrance.error)}</Banner>
      </SignInCard>
    )
  if (!entrance.data) return <Waiting />
  if (entrance.data.state === 'code')
    return <MailboxProof guestId={guestId} sentTo={entrance.data.sentTo ?? ''} onOpened={opened} />
  return <OpenVisit guestId={guestId} />
}

function Waiting() {
  const { t } = useLingui()
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-6">
      <h1 className="sr-only">{t`Your link`}</h1>
      <SkeletonBox height={480} />
    </main>
  )
}

function OpenVisit({ guestId }: { guestId: string }) {
  const { t } = useLingui()
  const record = useCall(readGuestRecord, { params: { id: guestId } })
  if (record.error && !record.data)
    return (
      <SignInCard title={t`Your link`}>
        <Banner tone="warn">{sentenceFor(record.error)}</Banner>
      </SignInCard>
    )
  if (!record.data) return <Waiting />
  return (
    <>
      {record.error && (
        <div className="mx-auto w-full max-w-3xl px-4">
          <Banner tone="warn" title={<Trans>This page is no longer up to date</Trans>}>
            {sentenceFor(record.error)}
          </Banner>
        </div>
      )}
      <GuestRecordView guestId={guestId} record={record.data} />
    </>
  )
}
