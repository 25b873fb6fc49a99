// A device in words, with the address it came from.
import { Trans } from '@lingui/react/macro'
import { deviceOf } from './device-words.ts'

export function DeviceName({ agent }: { agent: string }) {
  const { browser, system } = deviceOf(agent)
  if (browser && system)
    return (
      <Trans>
        {browser} on {system}
      </Trans>
    )
  return browser ?? system ?? <Trans>Unknown device</Trans>
}

/** An address of the network, which reads from left to right everywhere. */
export function NetworkAddress({ address }: { address: string }) {
  return (
    <span dir="ltr" className="tabular-nums">
      {address}
    </span>
  )
}
