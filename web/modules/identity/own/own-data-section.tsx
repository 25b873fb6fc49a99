// All that is kept about oneself, to take away.
import { Trans, useLingui } from '@lingui/react/macro'
import { exportOwnData } from '#core/identity/personal/personal.contract.ts'
import { downloadAddress } from '../../../core/api.ts'
import { OutsideLink } from '../../../kit/link.tsx'
import { Section } from '../../../kit/page.tsx'

export function OwnDataSection() {
  const { t } = useLingui()
  return (
    <Section title={t`My data`}>
      <p className="text-sm text-muted">
        <Trans>
          Everything that is kept about you: account, roles, sign-ins, what you wrote and did. A zip of JSON files, with
          a list of what each is for and how long it is kept. To have it erased, ask an administrator.
        </Trans>
      </p>
      <p className="mt-3 text-sm">
        <OutsideLink href={downloadAddress(exportOwnData)} download>{t`Download my data`}</OutsideLink>
      </p>
    </Section>
  )
}
