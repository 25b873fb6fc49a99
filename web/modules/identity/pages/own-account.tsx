// One's own account: who I am here, what I may do, and how everything is shown to me.
import { Trans, useLingui } from '@lingui/react/macro'
import { ReaderChoicesForm } from '../../../app/reader-dialog.tsx'
import { useSession } from '../../../core/session.ts'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { GrantLines } from '../grant-lines.tsx'

export function OwnAccountPage() {
  const { t } = useLingui()
  const person = useSession()?.person
  return (
    <Page width="form">
      <PageHeader title={t`My account`} subtitle={person && <bdi>{person.name}</bdi>} />
      <Section title={t`Who I am here`}>
        {person ? (
          <DescriptionList
            facts={[
              { label: t({ message: 'Name', context: 'of a person' }), value: <bdi>{person.name}</bdi> },
              { label: t`E-mail address`, value: <bdi>{person.email}</bdi> },
              { label: t`May do`, value: <GrantLines grants={person.grants} /> },
            ]}
          />
        ) : (
          <SkeletonText lines={3} />
        )}
        <p className="mt-3 text-sm text-muted">
          <Trans>To change any of these or to get a link for a new password, ask an administrator.</Trans>
        </p>
      </Section>
      <Section title={t`Signing in`} actions={<LinkButton to="/account/sign-in">{t`Devices and sign-ins`}</LinkButton>}>
        <p className="text-sm text-muted">
          <Trans>See where you are signed in, sign out elsewhere, and check who tried to sign in as you.</Trans>
        </p>
      </Section>
      <Section title={t`Language and display`}>
        <p className="-mt-2 mb-4 text-sm text-muted">
          <Trans>Each choice holds at once, is kept with your account and changes nothing for others.</Trans>
        </p>
        <div className="max-w-sm">
          <ReaderChoicesForm />
        </div>
      </Section>
    </Page>
  )
}
