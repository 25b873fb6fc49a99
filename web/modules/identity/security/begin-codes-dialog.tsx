// Begins one-time codes: shows the secret as a QR code and as text, asks for the first code, hands out recovery codes.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import { beginCodes, confirmCodes, getSignInSettings } from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { CodeForm } from './code-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export function BeginCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useWrite(beginCodes)
  const confirm = useWrite(confirmCodes, {
    refreshes: [getSignInSettings],
    onDone: answer => setCodes(answer.recoveryCodes),
  })
  const start = begin.mutate
  useEffect(() => start({}), [start])
  return (
    <Dialog isOpen onClose={onClose} title={codes ? t`Your recovery codes` : t`Begin to use codes`}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : (
        <div className="flex flex-col gap-4">
          {begin.error && <Banner tone="bad">{sentenceFor(begin.error)}</Banner>}
          {begin.isPending && <SkeletonText lines={6} />}
          {begin.data && (
            <>
              <p className="text-sm">
                <Trans>
                  Photograph this with an authenticator app on your telephone, then write down here the six digits that
                  it shows.
                </Trans>
              </p>
              <Secret address={begin.data.address} secret={begin.data.secret} />
              <CodeForm
                isFirst
                submitLabel={t`Begin to use codes`}
                onCancel={onClose}
                onCode={async code => {
                  await confirm.mutateAsync({ body: { code } })
                }}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

function Secret({ address, secret }: { address: string; secret: string }) {
  const { t } = useLingui()
  const picture = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`,
    [address],
  )
  return (
    <div className="flex flex-wrap items-center gap-4">
      <img src={picture} alt={t`QR code for the authenticator app`} className="size-44 rounded-lg border border-line" />
      <div className="min-w-0 flex-1 basis-52">
        <p className="mb-1 text-xs text-muted">
          <Trans>Or type this key into the app:</Trans>
        </p>
        <CopyLine text={secret} label={t`Key for the app`} />
      </div>
    </div>
  )
}
