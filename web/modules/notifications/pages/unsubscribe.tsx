// The page of the link in a mail: ends such mails by a press, without signing in; programs that read mail open links too.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { getUnsubscription, unsubscribe } from '#modules/notifications/mail/mail.contract.ts'
import type { MailStream } from '#modules/notifications/mail/mail.terms.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'

export function UnsubscribePage() {
  const { t } = useLingui()
  const { token } = useParams({ strict: false }) as { token: string }
  const answer = useCall(getUnsubscription, { params: { token } })
  const end = useWrite(unsubscribe, { refreshes: [getUnsubscription] })
  return (
    <SignInCard
      title={t`Mails from Concord`}
      below={
        <Trans>
          Signed in, you choose for each kind: <Link to="/notifications/settings">what is mailed to me</Link>
        </Trans>
      }
    >
      {answer.error && (
        <Banner tone="warn" title={t`The link is not complete`}>
          <Trans>Copy the whole link from the message, or choose what is mailed after signing in.</Trans>
        </Banner>
      )}
      {answer.isPending && <SkeletonText lines={3} />}
      {answer.data?.hasEnded && (
        <Banner tone="ok">
          <Trans>You get no more such mails. Everything still stands in Concord behind the bell.</Trans>
        </Banner>
      )}
      {answer.data && !answer.data.hasEnded && (
        <>
          <p className="text-sm">
            <What stream={answer.data.stream} />
          </p>
          {end.error && <Banner tone="bad">{sentenceFor(end.error)}</Banner>}
          <Button variant="primary" isPending={end.isPending} onPress={() => end.mutate({ params: { token } })}>
            {t`No more such mails`}
          </Button>
        </>
      )}
    </SignInCard>
  )
}

function What({ stream }: { stream: MailStream }) {
  if (stream === 'daily') return <Trans>This ends the daily digest of what is new for you.</Trans>
  if (stream === 'weekly') return <Trans>This ends the weekly digest of what is new for you.</Trans>
  return <Trans>This ends the mails that tell you at once of mentions, turns and tasks.</Trans>
}
