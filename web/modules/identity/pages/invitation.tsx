// Choose a password with the link of an invitation or of a forgotten password.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { acceptInvitation } from '#core/identity/identity.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { useReader } from '../../../core/reader.ts'
import { adoptSession, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Link } from '../../../kit/link.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { useLinkToken } from '../link-token.ts'
import { NewPasswordField } from '../password-field.tsx'
import { shortestPassword } from '../password-strength.ts'

export function InvitationPage() {
  const { t } = useLingui()
  const token = useLinkToken()
  const name = useSession()?.installation.name
  return (
    <SignInCard
      title={t`Choose a password`}
      subtitle={
        name &&
        name !== 'Concord' && (
          <Trans>
            For your account at <bdi>{name}</bdi>
          </Trans>
        )
      }
      below={
        <Trans>
          Chosen one already? <Link to="/sign-in">Sign in</Link>
        </Trans>
      }
    >
      {token ? (
        <PasswordForm token={token} />
      ) : (
        <Banner tone="warn" title={t`The link is not complete`}>
          <Trans>Copy the whole link from the message you were sent, or ask your administrator for a new one.</Trans>
        </Banner>
      )}
    </SignInCard>
  )
}

function PasswordForm({ token }: { token: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { language } = useReader()
  const accept = useWrite(acceptInvitation)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password: [...password].length < shortestPassword ? t`The password is too short.` : undefined,
    }),
    onSubmit: async ({ password }) => {
      const answer = await accept.mutateAsync({ body: { token, password, language } })
      if (!answer.secondStep) adoptSession(answer)
      await navigate({ href: answer.secondStep ? '/sign-in?step=code' : '/', replace: true } as never)
    },
  })
  return (
    <Form form={form} submitLabel={t`Save the password and sign in`}>
      <NewPasswordField label={t`New password`} isRequired autoFocus known={[]} {...form.field('password')} />
    </Form>
  )
}
