// Pulse in a word, why, and the cheapest next step.
import { Trans, useLingui } from '@lingui/react/macro'
import type { PulseView } from '#modules/agreements/agreement.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Link } from '../../../kit/link.tsx'
import { PulseDot } from '../agreement-words.tsx'

function Reason({ text, href }: PulseView['reasons'][number]) {
  if (!href) return <>{text}</>
  const [to = href, query = ''] = href.split('?')
  const search = Object.fromEntries(new URLSearchParams(query))
  return (
    <Link to={to} search={search}>
      {text}
    </Link>
  )
}

export function PulseBlock({ pulse }: { pulse: PulseView }) {
  const { t } = useLingui()
  const { date } = useFormat()
  return (
    <section aria-label={t`Pulse`} className="rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="text-base font-semibold">
          <PulseDot pulse={pulse.pulse} />
        </span>
        <span className="text-xs text-muted">
          <Trans>judged {date(pulse.on)}</Trans>
        </span>
      </div>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {pulse.reasons.map(reason => (
          <li key={reason.text}>
            <Reason {...reason} />
          </li>
        ))}
      </ul>
      {pulse.nextStep && (
        <p className="mt-3 border-t border-line pt-3 text-sm">
          <span className="block text-xs text-muted">{t`Cheapest next step`}</span>
          {pulse.nextStep}
        </p>
      )}
    </section>
  )
}
