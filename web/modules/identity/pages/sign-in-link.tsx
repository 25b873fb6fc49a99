// Signing in with the link of a message: by a press, as programs that read mail open links too.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { openLink } from '#core/identity/sign-in/sign-in.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { adoptSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { SignInCard } from '../../../kit/sign-in-card.tsx'
import { useLinkToken } from '../link-token.ts'

export function SignInLinkPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const token = useLinkToken()
  const open = useWrite(openLink, {
    onDone: async answer => {
      if (!answer.secondStep) adoptSession(answer)
      const to = answer.secondStep ? '/sign-in?step=code' : '/'
      await navigate({ href: to, replace: true } as never)
    },
  })
  return (
    <SignInCard
      title={t`Sign in with your link`}
      below={
        <Trans>
          Another way: <Link to="/sign-in">sign in with your password</Link>
        </Trans>
      }
    >
      {open.error && <Banner tone="bad">{sentenceFor(open.error)}</Banner>}
      {token ? (
        <Button variant="primary" isPending={open.isPending} onPress={() => open.mutate({ body: { token } })}>
          {t`Sign in`}
        </Button>
      ) : (
        <Banner tone="warn" title={t`The link is not complete`}>
          <Trans>Copy the whole link from the message, or ask for a new one.</Trans>
        </Banner>
      )}
    </SignInCard>
  )
}
