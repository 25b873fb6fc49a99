// The one next step as the primary button; all other steps behind it, each with the reason when it is closed.
import { useLingui } from '@lingui/react/macro'
import { ChevronDown, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { Button } from '../../../kit/button.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { reasonAgainst } from './record-parts.ts'
import { type NextStep, StepDialog } from './step-dialog.tsx'
import { stepsOut } from './step-words.ts'

/** The first step that leads on. */
export const leadingStep = (steps: readonly NextStep[]): NextStep | undefined =>
  steps.find(each => !stepsOut.has(each.step) && !each.reasonRequired)

export function StepButtons({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<NextStep | null>(null)
  const reason = reasonAgainst(agreement, 'step')
  const editReason = reasonAgainst(agreement, 'edit')
  const leading = reason ? undefined : leadingStep(agreement.nextSteps)
  const others = agreement.nextSteps.filter(each => each !== leading)
  return (
    <>
      {!editReason && (
        <LinkButton
          to="/agreements/$agreementId/edit"
          params={{ agreementId: agreement.id }}
          icon={<Pencil aria-hidden className="size-4 text-muted" />}
        >{t`Edit`}</LinkButton>
      )}
      {others.length > 0 && (
        <Menu
          label={t`Other steps`}
          trigger={<Button icon={<ChevronDown aria-hidden className="size-4 text-muted" />}>{t`Other steps`}</Button>}
          sections={[
            {
              id: 'on',
              items: others
                .filter(each => !stepsOut.has(each.step))
                .map(each => ({ id: each.step, label: `${each.label} …`, onAction: () => setOpen(each), reason })),
            },
            {
              id: 'out',
              items: others
                .filter(each => stepsOut.has(each.step))
                .map(each => ({
                  id: each.step,
                  label: `${each.label} …`,
                  onAction: () => setOpen(each),
                  reason,
                  isDangerous: true,
                })),
            },
          ]}
        />
      )}
      {leading && (
        <Button variant="primary" onPress={() => setOpen(leading)}>
          {leading.label}
        </Button>
      )}
      {open && <StepDialog agreement={agreement} next={open} onClose={() => setOpen(null)} />}
    </>
  )
}
