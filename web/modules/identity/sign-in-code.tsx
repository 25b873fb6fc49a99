// The second step of signing in: the code of the app.
import { Trans, useLingui } from '@lingui/react/macro'
import { giveCode } from '#core/identity/sign-in/sign-in.contract.ts'
import { useWrite } from '../../core/query.ts'
import { adoptSession } from '../../core/session.ts'
import { Link } from '../../kit/link.tsx'
import { SignInCard } from '../../kit/sign-in-card.tsx'
import { CodeForm } from './security/code-form.tsx'

export function SignInCode() {
  const { t } = useLingui()
  const send = useWrite(giveCode)
  return (
    <SignInCard
      title={t`The code of your app`}
      below={
        <Trans>
          Lost the telephone and the recovery codes? Your administrator can take the codes away.{' '}
          <Link to="/sign-in">Begin again</Link>
        </Trans>
      }
    >
      <CodeForm
        submitLabel={t`Sign in`}
        onCode={async code => adoptSession(await send.mutateAsync({ body: { code } }))}
      />
    </SignInCard>
  )
}
