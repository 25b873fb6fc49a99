// One-time codes of an authenticator app: begun with a QR code, kept safe by recovery codes, stopped with a code.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import {
  getSignInSettings,
  makeRecoveryCodes,
  type SignInSettings,
  stopCodes,
} from '#core/identity/sign-in/sign-in.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Section } from '../../../kit/page.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { CodeForm } from './code-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

// The QR code is drawn only when somebody begins.
const BeginCodesDialog = lazy(() =>
  import('./begin-codes-dialog.tsx').then(file => ({ default: file.BeginCodesDialog })),
)

type Open = 'begin' | 'stop' | 'renew' | null

export function CodesSection({ settings }: { settings: SignInSettings }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const inUse = settings.codesSince !== null
  return (
    <Section
      title={t`Codes of an app`}
      actions={
        inUse ? (
          <>
            <Button onPress={() => setOpen('renew')}>{t`New recovery codes`}</Button>
            <Button onPress={() => setOpen('stop')}>{t`Stop using codes`}</Button>
          </>
        ) : (
          <Button onPress={() => setOpen('begin')}>{t`Begin to use codes`}</Button>
        )
      }
    >
      <p className="-mt-2 text-sm text-muted">
        <Trans>
          After your password you give six digits that an app on your telephone shows. A stolen password is then not
          enough to sign in as you.
        </Trans>
      </p>
      {settings.codesSince && (
        <div className="mt-3 flex flex-col gap-1 text-sm">
          <StatusDot tone="ok">
            <Trans>In use since {instant(settings.codesSince)}</Trans>
          </StatusDot>
          <StatusDot tone={settings.recoveryCodesLeft > 2 ? 'quiet' : 'warn'}>
            <Plural
              value={settings.recoveryCodesLeft}
              one="# recovery code is left"
              other="# recovery codes are left"
            />
          </StatusDot>
        </div>
      )}
      {open === 'begin' && (
        <Suspense>
          <BeginCodesDialog onClose={close} />
        </Suspense>
      )}
      {open === 'stop' && <StopDialog onClose={close} />}
      {open === 'renew' && <RenewDialog onClose={close} />}
    </Section>
  )
}

function StopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const stop = useWrite(stopCodes, { refreshes: [getSignInSettings] })
  return (
    <Dialog isOpen onClose={onClose} title={t`Stop using codes?`} width="narrow">
      <p className="mb-4 text-sm">
        <Trans>From then on your password alone is enough. Give a code of the app or a recovery code to confirm.</Trans>
      </p>
      <CodeForm
        submitLabel={t`Stop using codes`}
        onCancel={onClose}
        onCode={async code => {
          await stop.mutateAsync({ body: { code } })
          toast({ text: t`Codes are no longer asked for.` })
          onClose()
        }}
      />
    </Dialog>
  )
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = useWrite(makeRecoveryCodes, {
    refreshes: [getSignInSettings],
    onDone: answer => setCodes(answer.recoveryCodes),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`New recovery codes`} width="narrow">
      {codes ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : (
        <div className="flex flex-col gap-4">
          <Banner tone="info">
            <Trans>The codes you have now will no longer work.</Trans>
          </Banner>
          <CodeForm
            submitLabel={t`Make new recovery codes`}
            onCancel={onClose}
            onCode={async code => {
              await renew.mutateAsync({ body: { code } })
            }}
          />
        </div>
      )}
    </Dialog>
  )
}
