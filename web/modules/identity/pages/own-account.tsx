// One's own account: who I am here, what I may do, and how everything is shown to me.
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { getOwnAccount } from '#core/identity/own-account.contract.ts'
import { ReaderChoicesForm } from '../../../app/reader-dialog.tsx'
import { useCall } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Button } from '../../../kit/button.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { GrantLines } from '../grant-lines.tsx'
import { AccountForm } from '../own/account-form.tsx'
import { OwnDataSection } from '../own/own-data-section.tsx'
import { DeputiesSection } from '../people/deputies-section.tsx'

const PasswordDialog = lazy(() => import('../own/password-dialog.tsx').then(file => ({ default: file.PasswordDialog })))

export function OwnAccountPage() {
  const { t } = useLingui()
  const person = useSession()?.person
  const account = useCall(getOwnAccount).data
  const [isChanging, setChanging] = useState(false)
  return (
    <Page width="form">
      <PageHeader title={t`My account`} subtitle={person && <bdi>{person.name}</bdi>} />
      <Section title={t`Who I am here`}>
        {account ? <AccountForm account={account} /> : <SkeletonText lines={5} />}
        {person && (
          <div className="mt-6">
            <DescriptionList
              facts={[
                { label: t`E-mail address`, value: <bdi>{person.email}</bdi> },
                { label: t`May do`, value: <GrantLines grants={person.grants} /> },
              ]}
            />
          </div>
        )}
        <p className="mt-3 text-sm text-muted">
          <Trans>An administrator changes the address and what you may do.</Trans>{' '}
          <Link to="/account/powers">{t`What may I do, and why?`}</Link>
        </p>
      </Section>
      <Section
        title={t`Signing in`}
        actions={<LinkButton to="/account/sign-in">{t`Codes, passkeys and devices`}</LinkButton>}
      >
        <p className="text-sm text-muted">
          <Trans>Codes of an app, passkeys, the devices you are signed in on, and who tried to sign in as you.</Trans>
        </p>
        {account?.hasPassword && (
          <Button className="mt-3" onPress={() => setChanging(true)}>{t`Change the password`}</Button>
        )}
        {isChanging && (
          <Suspense>
            <PasswordDialog onClose={() => setChanging(false)} />
          </Suspense>
        )}
      </Section>
      <DeputiesSection />
      <Section title={t`Language and display`}>
        <p className="-mt-2 mb-4 text-sm text-muted">
          <Trans>Each choice holds at once, is kept with your account and changes nothing for others.</Trans>
        </p>
        <div className="max-w-sm">
          <ReaderChoicesForm />
        </div>
      </Section>
      <OwnDataSection />
    </Page>
  )
}
