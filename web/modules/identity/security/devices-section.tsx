// One's own devices: where I am signed in, and signing out elsewhere.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  endOtherSessions,
  endOwnSession,
  listOwnAccess,
  listOwnSessions,
} from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { SessionList } from './session-list.tsx'

export function DevicesSection() {
  const { t } = useLingui()
  const { data, error } = useCall(listOwnSessions)
  const refreshes = [listOwnSessions, listOwnAccess]
  const end = useWrite(endOwnSession, { refreshes, onDone: () => toast({ text: t`Signed out there.` }) })
  const endOthers = useWrite(endOtherSessions, {
    refreshes,
    onDone: () => toast({ text: t`Only this device is left.` }),
  })
  const problem = error ?? end.error ?? endOthers.error
  return (
    <Section
      title={t`Where I am signed in`}
      actions={
        (data?.items.length ?? 0) > 1 && (
          <Button
            isPending={endOthers.isPending}
            onPress={() => endOthers.mutate({})}
          >{t`Sign out everywhere else`}</Button>
        )
      }
    >
      <p className="-mt-2 mb-2 text-sm text-muted">
        <Trans>If you do not know one of these, sign out there and choose a new password.</Trans>
      </p>
      {problem && <Banner tone="bad">{sentenceFor(problem)}</Banner>}
      {!data && !error && <SkeletonText lines={3} />}
      {data && (
        <SessionList items={data.items} isPending={end.isPending} onEnd={id => end.mutate({ params: { id } })} />
      )}
    </Section>
  )
}
