// Why somebody may do something, in a line: the role, where it holds, until when, and by whom it comes.
import { Trans } from '@lingui/react/macro'
import type { AccessReason } from '#core/identity/people/people.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useRoleWords } from '../role-words.ts'
import { useScopes } from '../scopes.ts'

export function ReasonLine({ reason }: { reason: AccessReason }) {
  const { date } = useFormat()
  const words = useRoleWords()
  const { nameOf } = useScopes()
  if (reason.role === null)
    return (
      <>
        {reason.kind === 'reader' ? <Trans>Named as a reader</Trans> : <Trans>Owns the record</Trans>}
        {reason.deputyFor && <StandingIn name={reason.deputyFor.name} />}
      </>
    )
  const place = reason.scopeName ?? nameOf(reason.scopeId)
  return (
    <>
      <span className="font-medium">{words.name(reason.role)}</span>
      {place && (
        <>
          {' · '}
          <bdi>{place}</bdi>
        </>
      )}
      {reason.validUntil && (
        <>
          {' · '}
          <Trans>until {date(reason.validUntil)}</Trans>
        </>
      )}
      {reason.deputyFor && <StandingIn name={reason.deputyFor.name} />}
      {reason.source && (
        <>
          {' · '}
          <Trans>by the groups of {reason.source}</Trans>
        </>
      )}
    </>
  )
}

const StandingIn = ({ name }: { name: string }) => (
  <>
    {' · '}
    <Trans>
      standing in for <bdi>{name}</bdi>
    </Trans>
  </>
)

export const reasonKey = (reason: AccessReason): string =>
  [reason.kind, reason.role, reason.scopeId, reason.source, reason.deputyFor?.id].join(' ')

export function ReasonLines({ reasons }: { reasons: readonly AccessReason[] }) {
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {reasons.map(reason => (
        <li key={reasonKey(reason)}>
          <ReasonLine reason={reason} />
        </li>
      ))}
    </ul>
  )
}
