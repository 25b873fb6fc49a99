// The commitments that a wording makes: kind, quantity or the question that gives it, period, condition, direction.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import type { ClausePromise, ClauseVariable } from '#modules/documents/library/content.contract.ts'
import { directions, directionTerms } from '#modules/documents/library/library.terms.ts'
import {
  comparators,
  comparatorTerms,
  conditions,
  conditionTerms,
  kinds,
  kindTerms,
  periodKinds,
  periodTerms,
  units,
  unitTerms,
} from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Button } from '../../../kit/button.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { emptyPromise } from './clause-values.ts'
import { useWordsOf } from './library-words.ts'
import { ListButtons } from './list-buttons.tsx'
import { useKindWord } from './promise-words.tsx'

interface PromiseFieldsProps {
  promises: ClausePromise[]
  variables: readonly ClauseVariable[]
  onChange: (promises: ClausePromise[]) => void
}

const [some, fixed, asked] = ['some', 'fixed', 'asked:']

export function PromiseFields({ promises, variables, onChange }: PromiseFieldsProps) {
  const { t } = useLingui()
  const kindWord = useKindWord()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm font-medium">
        <Trans>Commitments that it makes</Trans>
      </p>
      {promises.map((promise, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a commitment has no name of its own, and its fields hold no state
        <fieldset key={at} className="flex flex-col gap-4 border-s-2 border-line ps-4">
          <legend className="sr-only">{kindWord(promise.kind)}</legend>
          <OnePromise promise={promise} variables={variables} onChange={one => onChange(promises.with(at, one))} />
          <ListButtons label={kindWord(promise.kind)} items={promises} at={at} onChange={onChange} canMove={false} />
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onPress={() => onChange([...promises, emptyPromise])}
        >
          {t`Add a commitment`}
        </Button>
      </div>
    </div>
  )
}

interface OnePromiseProps {
  promise: ClausePromise
  variables: readonly ClauseVariable[]
  onChange: (promise: ClausePromise) => void
}

function OnePromise({ promise, variables, onChange }: OnePromiseProps) {
  const { t } = useLingui()
  const term = useTerm()
  const set = (change: Partial<ClausePromise>) => onChange({ ...promise, ...change })
  return (
    <>
      <FormRow>
        <Select<string>
          label={t`Kind`}
          choices={kinds.map(kind => ({ id: kind, label: term(kindTerms[kind]) }))}
          value={promise.kind}
          onChange={kind => set({ kind })}
        />
        <Select
          label={t`Direction`}
          choices={directions.map(one => ({ id: one, label: term(directionTerms[one]) }))}
          value={promise.direction}
          onChange={direction => set({ direction })}
        />
      </FormRow>
      <Quantity {...{ promise, variables, onChange }} />
      <FormRow>
        <Select
          label={t`Period`}
          choices={periodKinds.map(one => ({
            id: one,
            label: term(periodTerms[one], { years: promise.periodYears ?? 2 }),
          }))}
          value={promise.period}
          onChange={period =>
            set({ period, periodYears: period === 'every_n_years' ? (promise.periodYears ?? 2) : null })
          }
        />
        {promise.period === 'every_n_years' && (
          <TextField
            label={t`Years`}
            value={String(promise.periodYears ?? '')}
            onChange={text => set({ periodYears: Number.parseInt(text, 10) || null })}
          />
        )}
        <Select
          label={t`Condition`}
          choices={conditions.map(one => ({ id: one, label: term(conditionTerms[one]) }))}
          value={promise.condition}
          onChange={condition => set({ condition })}
        />
      </FormRow>
    </>
  )
}

function Quantity({ promise, variables, onChange }: OnePromiseProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useWordsOf()
  const set = (change: Partial<ClausePromise>) => onChange({ ...promise, ...change })
  const fitting = variables.filter(one => one.kind === (promise.unit === 'money' ? 'money' : 'number'))
  const source = promise.quantityVariable !== null ? asked + promise.quantityVariable : promise.quantity ? fixed : some
  const choose = (id: string) =>
    set({
      quantityVariable: id.startsWith(asked!) ? id.slice(asked!.length) : null,
      quantity: id === fixed ? (promise.quantity ?? '1') : null,
    })
  return (
    <FormRow>
      <Select<string>
        label={t`How much`}
        choices={[
          { id: some!, label: t`Some, at least one` },
          { id: fixed!, label: t`A fixed number` },
          ...fitting.map(one => ({ id: asked + one.key, label: words(one.question) || one.key })),
        ]}
        value={source!}
        onChange={choose}
      />
      {source === fixed && (
        <TextField label={t`Quantity`} value={promise.quantity ?? ''} onChange={quantity => set({ quantity })} />
      )}
      <Select
        label={t`Unit`}
        choices={units.map(one => ({ id: one, label: term(unitTerms[one]) }))}
        value={promise.unit}
        onChange={unit => set({ unit, quantityVariable: null })}
      />
      {promise.unit === 'money' && source === fixed && (
        <TextField
          label={t`Currency`}
          value={promise.currency ?? ''}
          maxLength={3}
          onChange={text => set({ currency: text.toUpperCase() || null })}
        />
      )}
      <Select
        label={t`Comparison`}
        choices={comparators.map(one => ({ id: one, label: term(comparatorTerms[one]) }))}
        value={promise.comparator}
        onChange={comparator => set({ comparator })}
      />
    </FormRow>
  )
}
