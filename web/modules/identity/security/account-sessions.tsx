// Where somebody else is signed in, for administrators: shown with the account, and ended together.
import { Trans, useLingui } from '@lingui/react/macro'
import type { PersonAccount } from '#core/identity/identity.contract.ts'
import { endAccountSessions, listAccessLog, listAccountSessions } from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
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
        <Link className="text-sm" to="/access-log" search={{ q: account.email }}>{t`All sign-ins of this person`}</Link>
      </div>
    </section>
  )
}
