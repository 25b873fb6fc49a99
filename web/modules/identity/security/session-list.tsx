// Where a person is signed in: one line a device, with a way to sign out there.
import { Trans, useLingui } from '@lingui/react/macro'
import { MonitorSmartphone } from 'lucide-react'
import type { OpenSession } from '#core/identity/sign-in/sign-in.contract.ts'
import { signInMethodTerms } from '#core/identity/sign-in/sign-in.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Button } from '../../../kit/button.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { DeviceName, NetworkAddress } from './device-line.tsx'

interface SessionListProps {
  items: readonly OpenSession[]
  /** Absent where sessions are only shown. */
  onEnd?: (id: string) => void
  isPending?: boolean
}

export function SessionList({ items, onEnd, isPending = false }: SessionListProps) {
  const { t } = useLingui()
  const { relativeInstant } = useFormat()
  const term = useTerm()
  if (items.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>Signed in nowhere at present.</Trans>
      </p>
    )
  return (
    <ul className="divide-y divide-line">
      {items.map(session => (
        <li key={session.id} className="flex items-start gap-3 py-3">
          <MonitorSmartphone aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <div className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              <DeviceName agent={session.device} />
              {session.current && <Tag>{t`This device`}</Tag>}
            </span>
            <span className="block text-xs text-muted">
              <Trans>Last used {relativeInstant(session.lastSeenAt)}</Trans>
              {' · '}
              {term(signInMethodTerms[session.method])}
              {' · '}
              <NetworkAddress address={session.address} />
            </span>
          </div>
          {onEnd && !session.current && (
            <Button size="small" isDisabled={isPending} onPress={() => onEnd(session.id)}>{t`Sign out there`}</Button>
          )}
        </li>
      ))}
    </ul>
  )
}
