// Sign in with e-mail and password, and go back to where one came from.
import { Trans, useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { signIn } from '#core/identity/identity.contract.ts'
import { signOnProblems, signOnProblemTerms } from '#core/identity/sign-in/sign-on.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { adoptSession, useSession } from '../../../core/session.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { OtherWays } from '../other-ways.tsx'
import { PasswordField } from '../password-field.tsx'
import { safeReturn } from '../return-address.ts'
import { SignInCode } from '../sign-in-code.tsx'

const readers = { return: readText, step: readOneOf(['code'] as const), problem: readOneOf(signOnProblems) }

export function SignInPage() {
  const { t } = useLingui()
  const router = useRouter()
  const term = useTerm()
  const [{ return: wanted, step, problem }, change] = useUrlState(readers)
  const session = useSession()
  const isSignedIn = Boolean(session?.person)
  const returnTo = safeReturn(wanted)
  useEffect(() => {
    if (isSignedIn) router.history.replace(returnTo)
  }, [isSignedIn, returnTo, router])
  const name = session?.installation.name
  if (step === 'code') return <SignInCode />
  return (
    <SignInCard
      title={t`Sign in`}
      subtitle={name && name !== 'Concord' && <bdi>{name}</bdi>}
      below={
        session?.installation.signIn.mail ? (
          <Trans>Forgotten your password? Get a link by e-mail for choosing a new one.</Trans>
        ) : (
          <Trans>Forgotten your password? Your administrator can make a link for choosing a new one.</Trans>
        )
      }
    >
      {session?.installation.hasAdministrator === false && (
        <Banner tone="info">
          <Trans>Nobody can sign in yet. Open the link that the terminal printed when Concord was started.</Trans>
        </Banner>
      )}
      {problem && <Banner tone="warn">{term(signOnProblemTerms[problem])}</Banner>}
      <SignInForm onSecondStep={() => change({ step: 'code' })} />
      <OtherWays returnTo={returnTo} />
    </SignInCard>
  )
}

function SignInForm({ onSecondStep }: { onSecondStep: () => void }) {
  const { t } = useLingui()
  const send = useWrite(signIn)
  const form = useForm({
    initial: { email: '', password: '' },
    check: values => ({
      email: values.email.trim() === '' ? t`Write your e-mail address.` : undefined,
      password: values.password === '' ? t`Write your password.` : undefined,
    }),
    onSubmit: async ({ email, password }) => {
      const answer = await send.mutateAsync({ body: { email: email.trim(), password } })
      if (answer.secondStep) onSecondStep()
      else adoptSession(answer)
    },
  })
  return (
    <Form form={form} submitLabel={t`Sign in`}>
      <TextField
        label={t`E-mail address`}
        type="email"
        autoComplete="username"
        autoFocus
        isRequired
        {...form.field('email')}
      />
      <PasswordField label={t`Password`} autoComplete="current-password" isRequired {...form.field('password')} />
    </Form>
  )
}
