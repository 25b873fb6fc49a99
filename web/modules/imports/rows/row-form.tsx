// Corrects by hand what a row was understood to say; only what was changed is sent.
import { Trans, useLingui } from '@lingui/react/macro'
import { agreementStates } from '#modules/agreements/agreement.states.ts'
import { agreementKinds } from '#modules/agreements/agreement.terms.ts'
import type { ImportRow, ImportRun } from '#modules/imports/import.contract.ts'
import type { KnownDate } from '../../../core/format.ts'
import { Form } from '../../../kit/form.tsx'
import { PartialDateField } from '../../../kit/partial-date-field.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { useKindWord, useStateWord } from './agreement-words.ts'
import { type RowDecision, useRowDecision } from './use-row-decisions.ts'

interface RowValues {
  title: string
  kind: string
  state: string
  signed: KnownDate | null
  inForce: KnownDate | null
  endKind: ImportRow['endKind']
  expires: KnownDate | null
}

/** Stands for "not said" in lists, whose choices need an id. */
const notSaid = 'not_said'

const valuesOf = (row: ImportRow): RowValues => ({
  title: row.title ?? '',
  kind: row.kind ?? '',
  state: row.state ?? notSaid,
  signed: row.signed,
  inForce: row.inForce,
  endKind: row.endKind,
  expires: row.expires,
})

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The date without what is undefined, as it goes over the wire. */
const wireDate = (date: KnownDate | null): RowDecision['signed'] =>
  date && { on: date.on, precision: date.precision, ...(date.calendar && { calendar: date.calendar }) }

function changesOf(before: RowValues, after: RowValues): RowDecision {
  const changed = (field: keyof RowValues) => !isSame(before[field], after[field])
  return {
    accepted: true,
    ...(changed('title') && { title: after.title.trim() || null }),
    ...(changed('kind') && after.kind && { kind: after.kind }),
    ...(changed('state') && { state: after.state === notSaid ? null : after.state }),
    ...(changed('signed') && { signed: wireDate(after.signed) }),
    ...(changed('inForce') && { inForce: wireDate(after.inForce) }),
    ...(changed('endKind') && { endKind: after.endKind }),
    ...((changed('expires') || changed('endKind')) && {
      expires: after.endKind === 'known' ? wireDate(after.expires) : null,
    }),
  }
}

export function RowForm({ run, row, onDone }: { run: ImportRun; row: ImportRow; onDone: () => void }) {
  const { t } = useLingui()
  const kindWord = useKindWord()
  const stateWord = useStateWord()
  const { decide } = useRowDecision(run)
  const initial = valuesOf(row)
  const form = useForm({
    initial,
    draftKey: `import.${run.id}.${row.row}`,
    check: values => ({
      expires:
        values.endKind === 'known' && !values.expires
          ? t`Write the last day, or choose another answer above.`
          : undefined,
    }),
    onSubmit: async values => {
      await decide(row.row, changesOf(initial, values))
      onDone()
    },
  })
  return (
    <section aria-label={t`Correct by hand`}>
      <Form form={form} submitLabel={t`Keep these corrections`} onCancel={onDone}>
        <TextField label={t`Title`} maxLength={500} {...form.field('title')} />
        <Select
          label={t`Kind`}
          choices={agreementKinds.map(kind => ({ id: kind as string, label: kindWord(kind) }))}
          {...form.field('kind')}
          value={form.values.kind || null}
        />
        <PartialDateField label={t`Signed`} {...form.field('signed')} />
        <PartialDateField label={t`In force since`} {...form.field('inForce')} />
        <RadioGroup
          label={t`End`}
          choices={[
            { id: 'known', label: t`Ends on a date` },
            { id: 'none', label: t`No end date` },
            { id: 'unknown', label: t`Not known` },
          ]}
          {...form.field('endKind')}
        />
        {form.values.endKind === 'known' && (
          <PartialDateField label={t`Last day`} edge="last" {...form.field('expires')} />
        )}
        <Select
          label={t`State`}
          choices={[
            { id: notSaid, label: t`Not said: it follows from the dates` },
            ...agreementStates.map(state => ({ id: state as string, label: stateWord(state) })),
          ]}
          {...form.field('state')}
        />
        <p className="text-xs text-muted">
          <Trans>The original cells stay as they are. Partners are decided in the step Partners.</Trans>
        </p>
      </Form>
    </section>
  )
}
