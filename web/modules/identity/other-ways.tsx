// Other ways in than a password: a passkey, a link by e-mail.
import { Trans, useLingui } from '@lingui/react/macro'
import { Building2, KeyRound, Mail } from 'lucide-react'
import { useState } from 'react'
import {
  askForLink,
  beginPasskeySignIn,
  beginSignOn,
  signInWithPasskey,
} from '#core/identity/sign-in/sign-in.contract.ts'
import { addressOf } from '../../core/api.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { adoptSession, useSession } from '../../core/session.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button, buttonLook } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import { answerWithPasskey, canUsePasskeys, wasDismissed } from './security/passkey-calls.ts'

export function OtherWays({ returnTo }: { returnTo: string }) {
  const ways = useSession()?.installation.signIn
  if (!ways) return null
  return (
    <div className="flex flex-col gap-2">
      {ways.providers.map(provider => (
        <a
          key={provider.id}
          href={addressOf(beginSignOn, { params: { provider: provider.id }, query: { return: returnTo } })}
          className={buttonLook()}
        >
          <Building2 aria-hidden className="size-4" />
          <Trans>
            Sign in with <bdi>{provider.name}</bdi>
          </Trans>
        </a>
      ))}
      {ways.passkeys && canUsePasskeys() && <PasskeyButton />}
      {ways.mail && <MailLinkButton />}
    </div>
  )
}

function PasskeyButton() {
  const { t } = useLingui()
  const [problem, setProblem] = useState<string | null>(null)
  const begin = useWrite(beginPasskeySignIn)
  const send = useWrite(signInWithPasskey)
  const signIn = async () => {
    setProblem(null)
    try {
      const { options } = await begin.mutateAsync({})
      const credential = await answerWithPasskey(options)
      adoptSession(await send.mutateAsync({ body: { credential } }))
    } catch (error) {
      if (!wasDismissed(error)) setProblem(sentenceFor(error))
    }
  }
  return (
    <>
      {problem && <Banner tone="bad">{problem}</Banner>}
      <Button
        icon={<KeyRound aria-hidden className="size-4" />}
        isPending={begin.isPending || send.isPending}
        onPress={() => void signIn()}
      >{t`Sign in with a passkey`}</Button>
    </>
  )
}

function MailLinkButton() {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        icon={<Mail aria-hidden className="size-4" />}
        onPress={() => setOpen(true)}
      >{t`Get a link by e-mail`}</Button>
      {isOpen && <MailLinkDialog onClose={() => setOpen(false)} />}
    </>
  )
}

type Purpose = 'sign_in' | 'password'

function MailLinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [isSent, setSent] = useState(false)
  const ask = useWrite(askForLink, { onDone: () => setSent(true) })
  const form = useForm({
    initial: { email: '', purpose: 'sign_in' as Purpose },
    check: ({ email }) => ({ email: email.trim() === '' ? t`Write your e-mail address.` : undefined }),
    onSubmit: async ({ email, purpose }) => {
      await ask.mutateAsync({ body: { email: email.trim(), purpose } })
    },
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`A link by e-mail`}
      width="narrow"
      {...(isSent && { actions: <Button onPress={onClose}>{t`Close`}</Button> })}
    >
      {isSent ? (
        <Banner tone="ok" title={t`Look into your mailbox`}>
          <Trans>If this address has an account here, the link is on its way. It may take a minute.</Trans>
        </Banner>
      ) : (
        <Form form={form} submitLabel={t`Send the link`} onCancel={onClose}>
          <TextField
            label={t`E-mail address`}
            type="email"
            autoComplete="username"
            isRequired
            {...form.field('email')}
          />
          <RadioGroup<Purpose>
            label={t`What for`}
            choices={[
              { id: 'sign_in', label: t`To sign in now` },
              { id: 'password', label: t`To choose a new password` },
            ]}
            {...form.field('purpose')}
          />
        </Form>
      )}
    </Dialog>
  )
}
