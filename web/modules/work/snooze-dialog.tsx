// Puts one thing of the day off until a day of one's own choice.
import { useLingui } from '@lingui/react/macro'
import type { TodayItem } from '#modules/work/today.contract.ts'
import { todayIn, useFormat } from '../../core/format.ts'
import { DateField } from '../../kit/date-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { useForm } from '../../kit/use-form.ts'
import { laterDay } from './later-day.ts'
import type { TodayActions } from './today-actions.ts'

interface SnoozeDialogProps {
  item: TodayItem
  actions: TodayActions
  onClose: () => void
}

export function SnoozeDialog({ item, actions, onClose }: SnoozeDialogProps) {
  const { t } = useLingui()
  const { reader } = useFormat()
  const today = todayIn(reader.timeZone)
  const form = useForm({
    initial: { until: null as string | null },
    check: ({ until }) => ({ until: until === null ? t`Choose the day.` : undefined }),
    onSubmit: async ({ until }) => {
      await actions.snooze(item, until!)
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Put it off`} width="narrow">
      <Form form={form} submitLabel={t`Put it off`} onCancel={onClose}>
        <p className="text-sm">{t`It leaves your Today and comes back on this day. Colleagues still see it.`}</p>
        <DateField
          label={t`Comes back on`}
          isRequired
          min={laterDay(today, { days: 1 })}
          max={laterDay(today, { months: 24 })}
          {...form.field('until')}
        />
      </Form>
    </Dialog>
  )
}
