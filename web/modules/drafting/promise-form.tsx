// The form of a promise in a clause: the ledger's own fields; it is written to the ledger as proposed.
import { useLingui } from '@lingui/react/macro'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { type DraftView, getDraft, placePromise } from '#modules/drafting/draft.contract.ts'
import { createCommitment, listCommitments } from '#modules/ledger/ledger.contract.ts'
import {
  comparators,
  comparatorTerms,
  conditions,
  conditionTerms,
  kinds,
  periodKinds,
  periodTerms,
  units,
  unitTerms,
} from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useWrite } from '../../core/query.ts'
import { Checkbox } from '../../kit/checkbox.tsx'
import { ComboBox } from '../../kit/combo-box.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { Select } from '../../kit/select.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import { sidesOf, useOwners } from '../agreements/record/record-parts.ts'
import { bodyOf, type CommitmentValues, valuesOf } from '../ledger/commitment-values.ts'
import { useLedgerWords } from '../ledger/ledger-words.ts'
import { sideChoices } from '../ledger/party-choices.ts'

export interface PromiseFormProps {
  view: DraftView
  agreement: AgreementView
  clauseId: string
  onDone(): void
}

export function PromiseForm({ view, agreement, clauseId, onDone }: PromiseFormProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const sides = sidesOf(agreement)
  const owners = useOwners(agreement.home.id)
  const create = useWrite(createCommitment)
  const place = useWrite(placePromise, { refreshes: [getDraft, listCommitments] })
  const form = useForm<CommitmentValues>({
    initial: valuesOf(undefined, sides),
    draftKey: `draft.promise.${clauseId}`,
    check: values => ({
      kind: values.kind === null ? t`Choose what is promised.` : undefined,
      promisor: values.promisor === null ? t`Choose who promises.` : undefined,
      beneficiary:
        values.beneficiary === null || values.beneficiary === values.promisor
          ? t`Choose the side to whom it is promised.`
          : undefined,
      periodYears:
        values.period === 'every_n_years' && values.periodYears === null ? t`Say after how many years.` : undefined,
    }),
    onSubmit: async values => {
      const { items } = await create.mutateAsync({
        body: { ...bodyOf(values), agreementId: agreement.id, bothWays: values.bothWays, state: 'proposed' },
      })
      for (const { id: commitmentId } of items)
        await place.mutateAsync({ params: { id: view.agreement.id, commitmentId }, body: { clauseId } })
      onDone()
    },
  })
  const { period, unit, condition } = form.values
  const choices = sideChoices(sides)
  return (
    <Form form={form} submitLabel={t`Add the promise`} onCancel={onDone}>
      <ComboBox
        label={t`What is promised`}
        isRequired
        choices={kinds.map(id => ({ id, label: words.kind(id) }))}
        {...form.field('kind')}
      />
      <FormRow>
        <Select label={t`Who promises`} isRequired choices={choices} {...form.field('promisor')} />
        <Select label={t`To whom`} isRequired choices={choices} {...form.field('beneficiary')} />
      </FormRow>
      <Checkbox isSelected={form.values.bothWays} onChange={bothWays => form.set({ bothWays })}>
        {t`Both sides promise the same to each other`}
      </Checkbox>
      <FormRow>
        <Select
          label={t`Measure`}
          choices={comparators.map(id => ({ id, label: term(comparatorTerms[id]) }))}
          {...form.field('comparator')}
        />
        <NumberField label={t`How much`} help={t`Empty means: some, at least one.`} {...form.field('quantity')} />
        <Select
          label={t`Unit`}
          choices={units.map(id => ({ id, label: term(unitTerms[id]) }))}
          {...form.field('unit')}
        />
      </FormRow>
      {unit === 'money' && <TextField label={t`Currency`} {...form.field('currency')} />}
      <Select
        label={t`How often`}
        choices={periodKinds.map(id => ({ id, label: term(periodTerms[id], { years: form.values.periodYears ?? 2 }) }))}
        {...form.field('period')}
      />
      {period === 'every_n_years' && <NumberField label={t`After how many years`} {...form.field('periodYears')} />}
      {period === 'once' && <DateField label={t`Due on`} {...form.field('dueOn')} />}
      <Select
        label={t`Condition`}
        choices={conditions.map(id => ({ id, label: term(conditionTerms[id]) }))}
        {...form.field('condition')}
      />
      {condition !== 'none' && <TextField label={t`Words of the condition`} {...form.field('conditionWords')} />}
      <Select
        label={t`Who looks after it on our side`}
        choices={owners.map(({ id, name }) => ({ id, label: name }))}
        {...form.field('ownerId')}
      />
      <TextField label={t`Who looks after it at the partner`} {...form.field('partnerOwner')} />
    </Form>
  )
}
