// Proves that the browser belongs to the mailbox of the guest: a code is sent there and typed here.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Entrance, proveGuest, sendGuestCode } from '#modules/guests/visit.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Form } from '../../../kit/form.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { tokenOfPage } from './entrance.ts'

interface MailboxProofProps {
  guestId: string
  sentTo: string
  onOpened: (entrance: Entrance) => Promise<void>
}

export function MailboxProof({ guestId, sentTo, onOpened }: MailboxProofProps) {
  const { t } = useLingui()
  const [isSent, setSent] = useState(false)
  const send = useWrite(sendGuestCode, { onDone: () => setSent(true) })
  const sendCode = () => send.mutate({ params: { id: guestId }, body: { token: tokenOfPage() } })
  const address = <bdi dir="ltr">{sentTo}</bdi>
  return (
    <SignInCard
      title={t`Is it you?`}
      subtitle={
        isSent ? (
          <Trans>A code is on its way to {address}. It works for ten minutes.</Trans>
        ) : (
          <Trans>This link is for one person. We send a code to {address}; type it here.</Trans>
        )
      }
      below={
        isSent && (
          <Button
            variant="quiet"
            size="small"
            isPending={send.isPending}
            onPress={sendCode}
          >{t`Send a new code`}</Button>
        )
      }
    >
      {send.error && <Banner tone="bad">{sentenceFor(send.error)}</Banner>}
      {isSent ? (
        <CodeForm guestId={guestId} onOpened={onOpened} />
      ) : (
        <Button variant="primary" isPending={send.isPending} onPress={sendCode}>{t`Send the code`}</Button>
      )}
    </SignInCard>
  )
}

function CodeForm({ guestId, onOpened }: Omit<MailboxProofProps, 'sentTo'>) {
  const { t } = useLingui()
  const prove = useWrite(proveGuest)
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim().length < 6 ? t`Write the six digits of the message.` : undefined }),
    onSubmit: async ({ code }) => {
      const body = { token: tokenOfPage(), code: code.trim() }
      await onOpened(await prove.mutateAsync({ params: { id: guestId }, body }))
    },
  })
  return (
    <Form form={form} submitLabel={t({ message: 'Open', context: 'a page' })}>
      <TextField label={t`Code`} autoComplete="one-time-code" autoFocus isRequired {...form.field('code')} />
    </Form>
  )
}
