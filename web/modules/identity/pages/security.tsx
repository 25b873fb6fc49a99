// How I sign in: codes of an app, passkeys, devices, and the last sign-ins of one's own account.
import { useLingui } from '@lingui/react/macro'
import { getSignInSettings, listOwnAccess } from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { AccessLines } from '../security/access-lines.tsx'
import { CodesSection } from '../security/codes-section.tsx'
import { DevicesSection } from '../security/devices-section.tsx'
import { PasskeysSection } from '../security/passkeys-section.tsx'
import { TokensSection } from '../security/tokens-section.tsx'

export function SecurityPage() {
  const { t } = useLingui()
  return (
    <Page width="form">
      <PageHeader
        crumbs={[{ label: t`My account`, to: '/account' }]}
        title={t`Signing in`}
        subtitle={t`How and where you sign in, and who tried to sign in as you`}
      />
      <Ways />
      <DevicesSection />
      <TokensSection />
      <RecentAccess />
    </Page>
  )
}

function Ways() {
  const { data, error } = useCall(getSignInSettings)
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={8} />
  return (
    <>
      <CodesSection settings={data} />
      <PasskeysSection settings={data} />
    </>
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
