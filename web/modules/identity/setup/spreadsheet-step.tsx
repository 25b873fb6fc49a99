// The last step leads to the first real work: the spreadsheet that the office has kept.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileSpreadsheet } from 'lucide-react'
import { LinkButton } from '../../../kit/link.tsx'
import { StepFrame } from './step-frame.tsx'

export function SpreadsheetStep() {
  const { t } = useLingui()
  return (
    <StepFrame
      title={t`Bring your spreadsheet`}
      text={
        <Trans>
          The list of agreements that your office has kept, as it is: Excel or CSV, in any language, with all its gaps.
          You see what will become of every row before anything is written, and every original cell is kept.
        </Trans>
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton variant="primary" to="/imports/new" icon={<FileSpreadsheet aria-hidden className="size-4" />}>
          {t`Choose the spreadsheet`}
        </LinkButton>
        <LinkButton variant="quiet" to="/">
          {t`Start with an empty list`}
        </LinkButton>
      </div>
    </StepFrame>
  )
}
