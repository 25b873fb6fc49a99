// How long things are kept: one number a rule, with the reason for the usual one.
import { useLingui } from '@lingui/react/macro'
import type { ResponseOf } from '#core/contract.ts'
import { changeRetention, getRetention } from '#core/identity/personal/personal.contract.ts'
import {
  retentionBounds,
  retentionReasons,
  retentionRules,
  retentionTerms,
} from '#core/identity/personal/retention.terms.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Form } from '../../kit/form.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useForm } from '../../kit/use-form.ts'

type Rules = ResponseOf<typeof getRetention>

export function RetentionForm() {
  const answer = useCall(getRetention)
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonBox height={480} />
  return <Fields key={JSON.stringify(answer.data)} rules={answer.data} />
}

function Fields({ rules }: { rules: Rules }) {
  const { t, i18n } = useLingui()
  const save = useWrite(changeRetention, { refreshes: [getRetention] })
  const form = useForm({
    initial: rules as Record<keyof Rules, number | null>,
    check: values =>
      Object.fromEntries(
        retentionRules.map(rule => [rule, values[rule] === null ? t`Write a number.` : undefined]),
      ) as Partial<Record<keyof Rules, string>>,
    onSubmit: async values => {
      await save.mutateAsync({ body: values as Rules })
      toast({ text: t`Saved. The job of the night follows the new rules.` })
    },
  })
  return (
    <Form form={form} submitLabel={t`Save`}>
      {retentionRules.map(rule => (
        <NumberField
          key={rule}
          label={i18n._(retentionTerms[rule])}
          help={i18n._(retentionReasons[rule])}
          min={retentionBounds[rule].least}
          max={retentionBounds[rule].most}
          isRequired
          {...form.field(rule)}
        />
      ))}
    </Form>
  )
}
