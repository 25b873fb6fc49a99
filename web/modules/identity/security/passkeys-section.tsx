// Passkeys: signing in with the telephone, the computer or a security key instead of a password.
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import {
  addPasskey,
  beginPasskey,
  getSignInSettings,
  removePasskey,
  type SignInSettings,
} from '#core/identity/sign-in/sign-in.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Section } from '../../../kit/page.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { deviceOf } from './device-words.ts'
import { canUsePasskeys, makePasskey, wasDismissed } from './passkey-calls.ts'

type Passkey = SignInSettings['passkeys'][number]

export function PasskeysSection({ settings }: { settings: SignInSettings }) {
  const { t } = useLingui()
  const offered = useSession()?.installation.signIn.passkeys ?? false
  const canHere = offered && canUsePasskeys()
  return (
    <Section title={t`Passkeys`} actions={canHere && <AddPasskey />}>
      <p className="-mt-2 mb-2 text-sm text-muted">
        <Trans>
          With a passkey you sign in by the fingerprint, face or PIN of your device. It cannot be guessed, stolen from
          here or given to a false page.
        </Trans>
      </p>
      {!canHere && (
        <p className="text-sm text-muted">
          {offered ? (
            <Trans>This browser cannot make passkeys. A newer one can.</Trans>
          ) : (
            <Trans>Passkeys need an address with a name and https; the administrator can set one.</Trans>
          )}
        </p>
      )}
      <ul className="divide-y divide-line">
        {settings.passkeys.map(passkey => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </ul>
    </Section>
  )
}

function AddPasskey() {
  const { t } = useLingui()
  const [problem, setProblem] = useState<string | null>(null)
  const begin = useWrite(beginPasskey)
  const keep = useWrite(addPasskey, { refreshes: [getSignInSettings] })
  const add = async () => {
    setProblem(null)
    try {
      const { options } = await begin.mutateAsync({})
      const credential = await makePasskey(options)
      const { browser, system } = deviceOf(navigator.userAgent)
      const name = [browser, system].filter(Boolean).join(', ') || t`Passkey`
      await keep.mutateAsync({ body: { name, credential } })
      toast({ text: t`The passkey is kept. Use it the next time you sign in.` })
    } catch (error) {
      if (wasDismissed(error)) return
      setProblem(
        error instanceof DOMException ? t`This device has a passkey for you already, or refused.` : sentenceFor(error),
      )
    }
  }
  return (
    <>
      <Button isPending={begin.isPending || keep.isPending} onPress={() => void add()}>{t`Add a passkey`}</Button>
      {problem && (
        <div className="basis-full">
          <Banner tone="bad">{problem}</Banner>
        </div>
      )}
    </>
  )
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { t } = useLingui()
  const { instant, relativeInstant } = useFormat()
  const [isAsking, setAsking] = useState(false)
  const remove = useWrite(removePasskey, { refreshes: [getSignInSettings] })
  return (
    <li className="flex items-start gap-3 py-3">
      <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <bdi className="font-medium">{passkey.name}</bdi>
        <span className="block text-xs text-muted">
          <Trans>Since {instant(passkey.since)}</Trans>
          {' · '}
          {passkey.lastUsedAt ? (
            <Trans>Last used {relativeInstant(passkey.lastUsedAt)}</Trans>
          ) : (
            <Trans>Not used yet</Trans>
          )}
        </span>
      </div>
      <Button size="small" onPress={() => setAsking(true)}>{t`Remove`}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Remove the passkey “${passkey.name}”?`}
        consequence={t`It can no longer be used to sign in here. Delete it on the device as well.`}
        action={t`Remove the passkey`}
        isDangerous
        onConfirm={async () => {
          await remove.mutateAsync({ params: { id: passkey.id } })
        }}
      />
    </li>
  )
}
