// Changes a reminder rule: the days before the date, whom, and what that would bring, before it is saved.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  listReminderRules,
  type ReminderRuleView,
  resetReminderRule,
  setReminderRule,
  tryReminderRule,
} from '#modules/notifications/reminders/reminder.contract.ts'
import {
  dateKindTerms,
  longestAhead,
  type Reminded,
  remindedGroups,
  remindedTerms,
} from '#modules/notifications/reminders/reminder.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxGroup } from '../../kit/checkbox.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useForm } from '../../kit/use-form.ts'
import { readDays } from './reminder-days.ts'

function Effect({ homeId, kind, text }: { homeId: string | null; kind: ReminderRuleView['kind']; text: string }) {
  const days = readDays(text)
  const query = { kind, ...(homeId && { homeId }), ...(days && { days }) }
  const answer = useCall(tryReminderRule, { query })
  if (days === null) return null
  return (
    <p aria-live="polite" className="min-h-6 text-sm text-muted">
      {answer.data && (
        <Plural
          value={answer.data.coming}
          one="That makes # reminder in the coming 90 days."
          other="That makes # reminders in the coming 90 days."
        />
      )}
    </p>
  )
}

interface ReminderRuleDialogProps {
  rule: ReminderRuleView
  homeId: string | null
  onClose: () => void
}

export function ReminderRuleDialog({ rule, homeId, onClose }: ReminderRuleDialogProps) {
  const { t } = useLingui()
  const term = useTerm()
  const refreshes = [listReminderRules]
  const save = useWrite(setReminderRule, { refreshes })
  const reset = useWrite(resetReminderRule, { refreshes })
  const [isResetting, setResetting] = useState(false)
  const params = { kind: rule.kind }
  const form = useForm({
    initial: { days: rule.days.join(', '), who: [...rule.who] as Reminded[] },
    check: ({ days, who }) => ({
      days:
        readDays(days) === null
          ? t`Write numbers of days up to ${longestAhead}, separated by commas; at most eight.`
          : undefined,
      who: who.length === 0 ? t`Choose who is reminded.` : undefined,
    }),
    onSubmit: async ({ days, who }) => {
      await save.mutateAsync({ params, body: { homeId, days: readDays(days)!, who } })
      toast({ text: t`The rule was saved.` })
      onClose()
    },
  })
  const goBack = async () => {
    setResetting(true)
    await reset.mutateAsync({ params, body: { homeId } }).finally(() => setResetting(false))
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={term(dateKindTerms[rule.kind])} width="narrow">
      <Form form={form} submitLabel={t`Save`} onCancel={onClose}>
        <TextField
          label={t`Days before`}
          help={t`Several with commas, such as 180, 90, 30. 0 is the day itself; empty means no reminders.`}
          {...form.field('days')}
        />
        <Effect homeId={homeId} kind={rule.kind} text={form.values.days} />
        <CheckboxGroup<Reminded>
          label={t`Who is reminded`}
          choices={remindedGroups.map(id => ({ id, label: term(remindedTerms[id]) }))}
          {...form.field('who')}
        />
        {rule.isOwn && (
          <div>
            <Button isPending={isResetting} onPress={() => void goBack()}>
              {homeId === null ? <Trans>Back to the usual rule</Trans> : <Trans>Back to the rule of all homes</Trans>}
            </Button>
          </div>
        )}
      </Form>
    </Dialog>
  )
}
