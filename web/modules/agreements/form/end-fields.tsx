// How an agreement ends: its last day, how it is renewed, how long before it notice is given, and who may end it early.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  type Ender,
  type EndKind,
  enderTerms,
  endKindTerms,
  type NoticeUnit,
  noticeUnitTerms,
  type Renewal,
  renewalTerms,
} from '#modules/agreements/agreement.terms.ts'
import { FormRow, FormSection } from '../../../kit/form.tsx'
import { NumberField } from '../../../kit/number-field.tsx'
import { PartialDateField } from '../../../kit/partial-date-field.tsx'
import { Select } from '../../../kit/select.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { useTermChoices } from '../../registry/organisation-words.tsx'
import type { AgreementValues } from './agreement-values.ts'
import { errorBelow } from './error-below.ts'

export function EndFields({ form }: { form: FormModel<AgreementValues> }) {
  const { t } = useLingui()
  const ends = useTermChoices<EndKind>(endKindTerms)
  const renewals = useTermChoices<Renewal>(renewalTerms)
  const noticeUnits = useTermChoices<NoticeUnit>(noticeUnitTerms)
  const enders = useTermChoices<Ender>(enderTerms)
  return (
    <FormSection title={t`End and renewal`} help={<Trans>From these the calendar knows when to act.</Trans>}>
      <Select<EndKind> label={t`End`} choices={ends} {...form.field('end')} />
      {form.values.end === 'known' && (
        <PartialDateField
          label={t`Expires`}
          edge="last"
          isRequired
          {...form.field('expiresOn')}
          error={errorBelow(form, 'expiresOn')}
        />
      )}
      <FormRow>
        <Select<Renewal> label={t`Renewal`} choices={renewals} {...form.field('renewal')} />
        <NumberField label={t`Months of a renewal`} min={1} max={1200} {...form.field('renewalMonths')} />
      </FormRow>
      <FormRow>
        <NumberField
          label={t`Notice period`}
          min={1}
          max={3650}
          {...form.field('noticeAmount')}
          error={errorBelow(form, 'notice')}
        />
        <Select<NoticeUnit> label={t`Counted in`} choices={noticeUnits} {...form.field('noticeUnit')} />
      </FormRow>
      <Select<Ender> label={t`Who may end it early?`} choices={enders} {...form.field('mayEnd')} />
    </FormSection>
  )
}
