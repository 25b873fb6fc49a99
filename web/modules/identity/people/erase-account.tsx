// The button that erases who the person of an account was.
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { listAccounts, listColleagues, type PersonAccount } from '#core/identity/identity.contract.ts'
import { eraseAccount } from '#core/identity/personal/personal.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Button } from '../../../kit/button.tsx'

const EraseDialog = lazy(() => import('./erase-dialog.tsx').then(file => ({ default: file.EraseDialog })))

export function EraseAccount({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const own = useSession()?.person?.id === account.id
  const [isAsking, setAsking] = useState(false)
  const erase = useWrite(eraseAccount, { refreshes: [listAccounts, listColleagues] })
  if (own) return null
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>{t`Erase personal data …`}</Button>
      {isAsking && (
        <Suspense>
          <EraseDialog
            name={account.name}
            consequence={t`Name, e-mail address, roles, sign-ins, sessions, keys and tokens go, and the account is closed. What the person owns must be handed over first.`}
            onClose={() => setAsking(false)}
            onErase={reason => erase.mutateAsync({ params: { id: account.id }, body: { reason } })}
          />
        </Suspense>
      )}
    </>
  )
}
