// The form of a promise: who promises whom what, how much, how often, under which condition, and where it is written.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  type CommitmentInput,
  type CommitmentView,
  changeCommitment,
  createCommitment,
} from '#modules/ledger/ledger.contract.ts'
import {
  carries,
  carryTerms,
  comparators,
  comparatorTerms,
  conditions,
  conditionTerms,
  kinds,
  type PeriodKind,
  periodKinds,
  periodTerms,
  type Unit,
  units,
  unitTerms,
} from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useWrite } from '../../core/query.ts'
import { useReader } from '../../core/reader.ts'
import { Checkbox } from '../../kit/checkbox.tsx'
import type { Choice } from '../../kit/choice.ts'
import { ComboBox } from '../../kit/combo-box.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, FormRow, FormSection } from '../../kit/form.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PartialDateField } from '../../kit/partial-date-field.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { Select } from '../../kit/select.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { toast } from '../../kit/toasts.tsx'
import { type FormModel, useForm } from '../../kit/use-form.ts'
import type { RefreshList } from './commitment-dialogs.tsx'
import { bodyOf, type CommitmentValues, valuesOf } from './commitment-values.ts'
import { useLedgerWords } from './ledger-words.ts'
import { type Side, sideChoices } from './party-choices.ts'

export interface CommitmentFormProps {
  agreementId: string
  sides: readonly Side[]
  /** People who may own it on our side. */
  owners: readonly { id: string; name: string }[]
  /** Wider commitments that this one may make concrete. */
  others: readonly CommitmentView[]
  /** The commitment to be corrected; without one a new one is written. */
  commitment?: CommitmentView
  refreshes: RefreshList
  onClose: () => void
}

export function CommitmentForm(props: CommitmentFormProps) {
  const { agreementId, commitment, sides, refreshes, onClose } = props
  const { t } = useLingui()
  const create = useWrite(createCommitment, { refreshes })
  const change = useWrite(changeCommitment, { refreshes })
  const form = useForm<CommitmentValues>({
    initial: valuesOf(commitment, sides),
    draftKey: commitment ? `commitment.${commitment.id}` : `commitment.new.${agreementId}`,
    ...(commitment && { version: commitment.version }),
    check: values => ({
      promisor: values.promisor === null ? t`Choose who promises.` : undefined,
      beneficiary:
        values.beneficiary === null
          ? t`Choose to whom it is promised.`
          : values.beneficiary === values.promisor
            ? t`Nobody promises something to oneself: choose the other side.`
            : undefined,
      kind: values.kind === null ? t`Choose what is promised.` : undefined,
      currency:
        values.unit === 'money' && !/^[A-Z]{3}$/.test(values.currency)
          ? t`Write the currency as three letters, such as EUR.`
          : undefined,
      periodYears:
        values.period === 'every_n_years' && values.periodYears === null ? t`Say after how many years.` : undefined,
    }),
    onSubmit: async values => {
      const fields = bodyOf(values)
      if (commitment)
        await change.mutateAsync({ params: { id: commitment.id }, body: { ...fields, version: commitment.version } })
      else {
        const body: CommitmentInput = { ...fields, agreementId, bothWays: values.bothWays, state: 'active' }
        await create.mutateAsync({ body })
      }
      toast({ text: commitment ? t`The commitment was corrected.` : t`The commitment was recorded.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={commitment ? t`Correct the commitment` : t`New commitment`}>
      <Form form={form} submitLabel={commitment ? t`Save commitment` : t`Record commitment`} onCancel={onClose}>
        <Parties form={form} {...props} />
        <HowMuch form={form} />
        <HowOften form={form} />
        <Where form={form} {...props} />
      </Form>
    </Dialog>
  )
}

type PartProps = { form: FormModel<CommitmentValues> }

function Parties({ form, sides, commitment }: PartProps & CommitmentFormProps) {
  const { t } = useLingui()
  const words = useLedgerWords()
  const choices = sideChoices(sides, [commitment?.promisor, commitment?.beneficiary])
  const own = form.values.kind && !(kinds as readonly string[]).includes(form.values.kind) ? [form.values.kind] : []
  return (
    <>
      <ComboBox
        label={t`What is promised`}
        isRequired
        choices={[...kinds, ...own].map(id => ({ id, label: words.kind(id) }))}
        {...form.field('kind')}
      />
      <FormRow>
        <Select label={t`Who promises`} isRequired choices={choices} {...form.field('promisor')} />
        <Select label={t`To whom`} isRequired choices={choices} {...form.field('beneficiary')} />
      </FormRow>
      {!commitment && (
        <Checkbox
          isSelected={form.values.bothWays}
          onChange={bothWays => form.set({ bothWays })}
          help={t`“Both sides will …”: it is recorded once in each direction, and the two stay linked.`}
        >
          <Trans>Both sides promise the same to each other</Trans>
        </Checkbox>
      )}
    </>
  )
}

function HowMuch({ form }: PartProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { unit } = form.values
  return (
    <FormSection title={t`How much`}>
      <FormRow>
        <NumberField
          label={t`Quantity`}
          help={t`Empty when the text only says “some”: at least one then counts.`}
          min={0}
          fractionDigits={2}
          {...form.field('quantity')}
        />
        <Select<Unit>
          label={t({ message: 'Unit', context: 'of measure' })}
          choices={units.map(id => ({ id, label: term(unitTerms[id]) }))}
          {...form.field('unit')}
        />
        {unit === 'money' && (
          <TextField label={t`Currency`} isCode maxLength={3} placeholder="EUR" {...form.field('currency')} />
        )}
      </FormRow>
      <RadioGroup
        label={t`Meaning of the quantity`}
        direction="row"
        choices={comparators.map(id => ({ id, label: term(comparatorTerms[id]) }))}
        {...form.field('comparator')}
      />
    </FormSection>
  )
}

function useMonths(): Choice[] {
  const { locale } = useReader()
  const format = new Intl.DateTimeFormat(locale.replace(/-u-ca-\w+/, '-u-ca-gregory'), {
    month: 'long',
    timeZone: 'UTC',
  })
  return Array.from({ length: 12 }, (_, month) => ({
    id: String(month + 1),
    label: format.format(new Date(Date.UTC(2023, month, 1))),
  }))
}

const hasStartMonth = (period: PeriodKind): boolean => period === 'per_academic_year' || period === 'per_semester'

function HowOften({ form }: PartProps) {
  const { t } = useLingui()
  const term = useTerm()
  const months = useMonths()
  const { period, startMonth } = form.values
  return (
    <FormSection title={t`When`}>
      <FormRow>
        <Select<PeriodKind>
          label={t`How often`}
          choices={periodKinds.map(id => ({
            id,
            label: id === 'every_n_years' ? t`Every so many years` : term(periodTerms[id]),
          }))}
          {...form.field('period')}
        />
        {period === 'every_n_years' && <NumberField label={t`Years`} min={1} max={50} {...form.field('periodYears')} />}
        {hasStartMonth(period) && (
          <Select
            label={t`Year begins in`}
            choices={months}
            value={startMonth === null ? null : String(startMonth)}
            onChange={month => form.set({ startMonth: Number(month) })}
            placeholder={t`As usual here`}
          />
        )}
        {period === 'once' && <DateField label={t`Due on`} {...form.field('dueOn')} />}
      </FormRow>
      <PartialDateField
        label={t`Valid from`}
        help={t`Empty: from the start of the agreement.`}
        {...form.field('validFrom')}
      />
      <PartialDateField
        label={t`Valid until`}
        edge="last"
        help={t`Empty: until the end of the agreement.`}
        {...form.field('validUntil')}
      />
      <Select
        label={t`What a period leaves over`}
        choices={carries.map(id => ({ id, label: term(carryTerms[id]) }))}
        {...form.field('carry')}
      />
    </FormSection>
  )
}

function Where({ form, owners, others, commitment }: PartProps & CommitmentFormProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const { condition } = form.values
  const wider = others.filter(other => other.id !== commitment?.id)
  return (
    <FormSection title={t`Condition, clause and owners`}>
      <Select
        label={t`Condition`}
        choices={conditions.map(id => ({ id, label: term(conditionTerms[id]) }))}
        {...form.field('condition')}
      />
      {condition !== 'none' && (
        <TextArea
          label={t`The condition in the words of the clause`}
          maxLength={1000}
          {...form.field('conditionWords')}
        />
      )}
      <TextArea
        label={t`Clause`}
        help={t`As it stands in the text, with its number.`}
        maxLength={4000}
        {...form.field('clause')}
      />
      {wider.length > 0 && (
        <Select
          label={t`Makes concrete`}
          help={t`What serves this commitment then serves the wider one too.`}
          choices={[
            { id: 'none', label: t`No other commitment` },
            ...wider.map(other => ({
              id: other.id,
              label: words.kind(other.kind),
              detail: `${words.promise(other, t`Some, at least one`)} · ${words.party(other.promisor)}`,
            })),
          ]}
          value={form.values.refinesId ?? 'none'}
          onChange={id => form.set({ refinesId: id === 'none' ? null : id })}
        />
      )}
      <FormRow>
        <Select
          label={t`Owner on our side`}
          choices={[
            { id: 'none', label: t`Nobody yet` },
            ...owners.map(owner => ({ id: owner.id, label: owner.name })),
          ]}
          value={form.values.ownerId ?? 'none'}
          onChange={id => form.set({ ownerId: id === 'none' ? null : id })}
        />
        <TextField label={t`Owner on the partner’s side`} maxLength={200} {...form.field('partnerOwner')} />
      </FormRow>
      <TextArea label={t`Note`} maxLength={4000} {...form.field('note')} />
    </FormSection>
  )
}
