// What can be done with a check now: the next step as a button, the others in a menu.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type CheckView, stepCheck } from '#modules/screening/check.contract.ts'
import { type ManualStep, screeningWorkflow } from '#modules/screening/screening.states.ts'
import { type Level, levels, levelTerms } from '#modules/screening/screening.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { Button } from '../../../kit/button.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { checkRefreshes } from '../check-words.tsx'

const byChecking: readonly ManualStep[] = ['rate', 'escalate', 'check_again']
const onward: readonly ManualStep[] = ['rate', 'clear', 'check_again']

export function StepButtons({ check }: { check: CheckView }) {
  const { t } = useLingui()
  const term = useTerm()
  const [chosen, setChosen] = useState<ManualStep | null>(null)
  const next = check.steps.find(step => onward.includes(step))
  const others = check.steps.filter(step => step !== next)
  const against = (step: ManualStep): string | undefined => {
    const may = check.abilities[byChecking.includes(step) ? 'check' : 'decide']
    return may === true || !may ? undefined : may.reason
  }
  const label = (step: ManualStep) => term(screeningWorkflow.steps[step].label)
  return (
    <>
      {next && (
        <Button
          variant="primary"
          isDisabled={against(next) !== undefined}
          {...(against(next) && { title: against(next) })}
          onPress={() => setChosen(next)}
        >
          {label(next)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          label={t`Other steps`}
          sections={[
            {
              id: 'steps',
              items: others.map(step => ({
                ...{ id: step, label: label(step), isDangerous: step === 'refuse' },
                ...{ reason: against(step), isDisabled: against(step) !== undefined },
                onAction: () => setChosen(step),
              })),
            },
          ]}
        />
      )}
      {chosen && <StepDialog check={check} step={chosen} title={label(chosen)} onClose={() => setChosen(null)} />}
    </>
  )
}

interface Values {
  rating: Level
  reason: string
  conditions: string
  validTo: string | null
}

interface StepDialogProps {
  check: CheckView
  step: ManualStep
  title: string
  onClose: () => void
}

function StepDialog({ check, step, title, onClose }: StepDialogProps) {
  const { t } = useLingui()
  const term = useTerm()
  const write = useWrite(stepCheck, { refreshes: checkRefreshes })
  const needsReason = 'reasonRequired' in screeningWorkflow.steps[step]
  const initial: Values = { rating: check.proposed.level, reason: '', conditions: '', validTo: null }
  const form = useForm({
    initial,
    check: values => ({
      reason: needsReason && values.reason.trim() === '' ? t`Say why: it is kept with the decision.` : undefined,
      conditions:
        step === 'clear_with_conditions' && values.conditions.trim() === '' ? t`Write the conditions.` : undefined,
    }),
    onSubmit: async ({ rating, reason, conditions, validTo }) => {
      const body = {
        ...{ step, version: check.version, reason: reason.trim() || null },
        ...(step === 'rate' && { rating }),
        ...(step === 'clear_with_conditions' && { conditions: conditions.trim() }),
        ...(validTo !== null && { validTo }),
      }
      await write.mutateAsync({ params: { id: check.id }, body })
      onClose()
    },
  })
  const isClearing = step === 'clear' || step === 'clear_with_conditions'
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Form form={form} submitLabel={title} onCancel={onClose}>
        {step === 'rate' && (
          <Select<Level>
            label={t({ message: 'Risk', context: 'of a check' })}
            help={t`By the rules: ${term(levelTerms[check.proposed.level])}`}
            choices={levels.map(level => ({ id: level, label: term(levelTerms[level]) }))}
            {...form.field('rating')}
          />
        )}
        {step === 'clear_with_conditions' && (
          <TextArea label={t`Conditions`} isRequired maxLength={4000} {...form.field('conditions')} />
        )}
        {isClearing && (
          <DateField
            label={t`Valid until`}
            help={t`Left empty, as long as the settings say.`}
            {...form.field('validTo')}
          />
        )}
        <TextArea label={t`Reason`} isRequired={needsReason} maxLength={4000} {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}
