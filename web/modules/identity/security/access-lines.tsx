// The last sign-ins of one person, good and bad, as a short list.
import { Trans } from '@lingui/react/macro'
import type { AccessEntry } from '#core/identity/sign-in/sign-in.contract.ts'
import { type AccessKind, accessKindTerms, signInMethodTerms } from '#core/identity/sign-in/sign-in.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { StatusDot, type Tone } from '../../../kit/status-dot.tsx'
import { DeviceName, NetworkAddress } from './device-line.tsx'

const tones: Record<AccessKind, Tone> = {
  signed_in: 'ok',
  failed: 'warn',
  paused: 'bad',
  asked: 'info',
  signed_out: 'quiet',
  ended: 'quiet',
}

export function AccessStatus({ entry }: { entry: AccessEntry }) {
  const term = useTerm()
  return <StatusDot tone={tones[entry.kind]}>{term(accessKindTerms[entry.kind])}</StatusDot>
}

export function AccessLines({ items }: { items: readonly AccessEntry[] }) {
  const { instant } = useFormat()
  const term = useTerm()
  if (items.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>Nothing in the log yet.</Trans>
      </p>
    )
  return (
    <ul className="divide-y divide-line">
      {items.map(entry => (
        <li key={entry.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2 text-sm">
          <span className="min-w-44">
            <AccessStatus entry={entry} />
          </span>
          <span className="flex-1 basis-40 text-muted">
            {entry.method && <>{term(signInMethodTerms[entry.method])} · </>}
            <DeviceName agent={entry.device} /> · <NetworkAddress address={entry.address} />
          </span>
          <span className="text-xs text-muted">{instant(entry.at)}</span>
        </li>
      ))}
    </ul>
  )
}
