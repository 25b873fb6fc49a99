// Where somebody else is signed in, for administrators: shown with the account, and ended together.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PersonAccount } from '#core/identity/identity.contract.ts'
import {
  endAccountSessions,
  listAccessLog,
  listAccountSessions,
  resetSecondStep,
} from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Link } from '../../../kit/link.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { SessionList } from './session-list.tsx'

export function AccountSessions({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const params = { id: account.id }
  const { data, error } = useCall(listAccountSessions, { params })
  const end = useWrite(endAccountSessions, {
    refreshes: [listAccountSessions, listAccessLog],
    onDone: () => toast({ text: t`Signed out everywhere.` }),
  })
  const problem = error ?? end.error
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="font-semibold">
        <Trans>Signed in</Trans>
      </h3>
      {problem && <Banner tone="bad">{sentenceFor(problem)}</Banner>}
      {!data && !error && <SkeletonText lines={2} />}
      {data && <SessionList items={data.items} />}
      <div className="mt-2 flex flex-wrap items-center gap-4">
        {data && data.items.length > 0 && (
          <Button size="small" isPending={end.isPending} onPress={() => end.mutate({ params })}>
            {t`Sign out everywhere`}
          </Button>
        )}
        <ResetSecondStep account={account} />
        <Link className="text-sm" to="/access-log" search={{ q: account.email }}>{t`All sign-ins of this person`}</Link>
      </div>
    </section>
  )
}

function ResetSecondStep({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const [isAsking, setAsking] = useState(false)
  const reset = useWrite(resetSecondStep)
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>{t`Take codes and passkeys away`}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Take the codes and passkeys of ${account.name} away?`}
        consequence={t`For a person who lost telephone and recovery codes. Make sure that it is really them who asks: from then on the password alone is enough.`}
        action={t`Take them away`}
        isDangerous
        onConfirm={async () => {
          await reset.mutateAsync({ params: { id: account.id } })
          toast({ text: t`Codes and passkeys are gone. The person can begin anew.` })
        }}
      />
    </>
  )
}
