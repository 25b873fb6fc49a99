// The state of an account as a dot and a word.
import { Trans } from '@lingui/react/macro'
import type { PersonAccount } from '#core/identity/identity.contract.ts'
import { StatusDot } from '../../kit/status-dot.tsx'

export function AccountStatus({ account }: { account: PersonAccount }) {
  if (account.disabled)
    return (
      <StatusDot tone="quiet">
        <Trans>Closed</Trans>
      </StatusDot>
    )
  if (account.invited)
    return (
      <StatusDot tone="info">
        <Trans>Invited</Trans>
      </StatusDot>
    )
  return (
    <StatusDot tone="ok">
      <Trans>Open</Trans>
    </StatusDot>
  )
}
