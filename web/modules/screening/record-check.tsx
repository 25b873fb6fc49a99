// Due diligence on the page of a record: how it stands, and the way to start it or to look into it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import { getRecordCheck, startRecordCheck } from '#modules/screening/check.contract.ts'
import { useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { DescriptionList } from '../../kit/description-list.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { LinkButton } from '../../kit/link.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { CheckDot, checkRefreshes } from './check-words.tsx'

export function RecordCheckTab({ record }: { record: { subject: string; id: string } }) {
  const { t } = useLingui()
  const { date, instant } = useFormat()
  const navigate = useNavigate()
  const answer = useCall(getRecordCheck, { params: record })
  const start = useWrite(startRecordCheck, {
    refreshes: checkRefreshes,
    onDone: ({ id }) => navigate({ to: '/screening/$checkId', params: { checkId: id } } as never),
  })
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonBox height={160} />
  const { check, abilities } = answer.data
  const against = abilities.start === true || !abilities.start ? undefined : abilities.start.reason
  if (!check)
    return (
      <EmptyState
        icon={<ShieldCheck />}
        title={t`Nobody was checked yet`}
        actions={
          <Button
            variant="primary"
            isPending={start.isPending}
            isDisabled={against !== undefined}
            onPress={() => start.mutate({ params: record })}
          >{t`Start the due diligence`}</Button>
        }
      >
        <Trans>
          The partner, the organisations above it, signatories and contacts are compared with the lists of this
          installation; people decide what is meant.
        </Trans>
        {against && <span className="mt-2 block">{against}</span>}
        {start.error && (
          <Banner tone="bad" className="mt-3">
            {sentenceFor(start.error)}
          </Banner>
        )}
      </EmptyState>
    )
  return (
    <div className="flex max-w-prose flex-col gap-4">
      <DescriptionList
        facts={[
          { label: t`State`, value: <CheckDot state={check.state} /> },
          { label: t`Valid until`, value: check.validTo && date(check.validTo) },
          { label: t`Compared`, value: check.screenedAt && instant(check.screenedAt) },
          { label: t`Responsible`, value: check.owner },
        ]}
      />
      {abilities.look === true ? (
        <div>
          <LinkButton variant="primary" to="/screening/$checkId" params={{ checkId: check.id }}>
            {t`Open the check`}
          </LinkButton>
        </div>
      ) : (
        <p className="text-sm text-muted">{abilities.look?.reason}</p>
      )}
    </div>
  )
}
