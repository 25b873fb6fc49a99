// How I sign in: devices and the last sign-ins of one's own account.
import { useLingui } from '@lingui/react/macro'
import { listOwnAccess } from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { AccessLines } from '../security/access-lines.tsx'
import { DevicesSection } from '../security/devices-section.tsx'

export function SecurityPage() {
  const { t } = useLingui()
  return (
    <Page width="form">
      <PageHeader
        crumbs={[{ label: t`My account`, to: '/account' }]}
        title={t`Signing in`}
        subtitle={t`Where you are signed in, and who tried to sign in as you`}
      />
      <DevicesSection />
      <RecentAccess />
    </Page>
  )
}

function RecentAccess() {
  const { t } = useLingui()
  const { data, error } = useCall(listOwnAccess, { query: { limit: 30 } })
  return (
    <Section title={t`Last sign-ins`}>
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={6} />}
      {data && <AccessLines items={data.items} />}
    </Section>
  )
}
