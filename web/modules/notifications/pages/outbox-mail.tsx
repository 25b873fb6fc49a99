// One outgoing mail beside the list: what it says, what the mail server said, and sending it again.
import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  getOutboxMail,
  getOutboxState,
  listOutbox,
  retryOutboxMail,
} from '#modules/notifications/mail/mail.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { MailState } from './outbox.tsx'

export function OutboxMailPanel() {
  const { t } = useLingui()
  const { instant, number } = useFormat()
  const navigate = useNavigate()
  const { mailId } = useParams({ strict: false }) as { mailId: string }
  const { data: mail, error } = useCall(getOutboxMail, { params: { id: mailId } })
  const retry = useWrite(retryOutboxMail, {
    refreshes: [getOutboxMail, listOutbox, getOutboxState],
    onDone: () => toast({ text: t`It is sent at once.` }),
  })
  const close = () => void navigate({ to: '/operation/outbox' as never, search: true as never })
  return (
    <Panel
      key={mailId}
      title={mail ? <bdi>{mail.subject}</bdi> : t`Outgoing mail`}
      subtitle={mail && <bdi>{mail.to}</bdi>}
      onClose={close}
    >
      {[error, retry.error].map(
        one =>
          one && (
            <Banner key={one.message} tone="bad">
              {sentenceFor(one)}
            </Banner>
          ),
      )}
      {!mail && !error && <SkeletonText lines={8} />}
      {mail && (
        <>
          <DescriptionList
            facts={[
              { label: t`State`, value: <MailState state={mail.state} /> },
              { label: t`Written at`, value: instant(mail.queuedAt) },
              ...(mail.sentAt ? [{ label: t`Sent`, value: instant(mail.sentAt) }] : []),
              ...(mail.state === 'queued' ? [{ label: t`Next try`, value: instant(mail.nextTryAt) }] : []),
              { label: t`Tries`, value: number(mail.tries) },
              ...(mail.answer ? [{ label: t`The mail server said`, value: <bdi dir="ltr">{mail.answer}</bdi> }] : []),
            ]}
          />
          {mail.state !== 'sent' && (
            <div>
              <Button isPending={retry.isPending} onPress={() => retry.mutate({ params: { id: mailId } })}>
                {t`Send it now`}
              </Button>
            </div>
          )}
          <div dir="auto" className="border-t border-line pt-4 text-sm break-words whitespace-pre-wrap">
            {mail.text}
          </div>
        </>
      )}
    </Panel>
  )
}
