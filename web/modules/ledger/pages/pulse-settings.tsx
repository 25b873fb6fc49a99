// The numbers by which the pulse of a partnership is judged, each with its sentence; administrators change them.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ResponseOf } from '#core/contract.ts'
import { changePulseSettings, getPulseSettings } from '#modules/ledger/ledger.contract.ts'
import { pulseSettingTerms } from '#modules/ledger/pulse-settings.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { NumberField } from '../../../kit/number-field.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { reasonOf } from '../commitment-card.tsx'

type Settings = ResponseOf<typeof getPulseSettings>
type Name = keyof typeof pulseSettingTerms
type Values = Record<Name, number | null>
const names = Object.keys(pulseSettingTerms) as Name[]

/** Decimal texts on the wire. */
const decimals: readonly Name[] = ['balanceTolerance', 'fadingShare']
const isShare = (name: Name): boolean => name === 'fadingShare'

const valuesOf = ({ settings }: Settings): Values =>
  Object.fromEntries(
    names.map(name => [
      name,
      settings[name] === null || settings[name] === undefined
        ? null
        : Number(settings[name]) * (isShare(name) ? 100 : 1),
    ]),
  ) as Values

const wireOf = (values: Values) =>
  Object.fromEntries(
    names.map(name => {
      const value = values[name]
      if (value === null) return [name, null]
      return [name, decimals.includes(name) ? String(isShare(name) ? value / 100 : value) : value]
    }),
  )

export function PulseSettingsPage() {
  const { t } = useLingui()
  const answer = useCall(getPulseSettings)
  return (
    <Page width="form">
      <PageHeader
        title={t`How pulse is judged`}
        subtitle={t`The first sentence that holds gives the pulse of an agreement, a partnership or a country`}
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonBox height={640} />}
      {answer.data && <SettingsForm settings={answer.data} />}
    </Page>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui()
  const term = useTerm()
  const change = useWrite(changePulseSettings, { refreshes: [getPulseSettings] })
  const reason = reasonOf(settings.abilities, 'change')
  const form = useForm<Values>({
    initial: valuesOf(settings),
    draftKey: 'ledger.pulse-settings',
    version: JSON.stringify(settings.settings),
    check: values =>
      Object.fromEntries(
        names.map(name => [
          name,
          values[name] === null && name !== 'balanceTolerance' ? t`Write a number.` : undefined,
        ]),
      ),
    onSubmit: async values => {
      await change.mutateAsync({ body: { settings: wireOf(values) } })
      toast({ text: t`Saved. Every pulse is being judged anew.` })
    },
  })
  const fields = names.map(name => {
    const value = form.values[name]
    const sentence = term(pulseSettingTerms[name], { value: isShare(name) ? (value ?? 0) / 100 : (value ?? 0) })
    return (
      <div key={name} className="grid items-center gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <p className="text-sm">
          {name === 'balanceTolerance' && value === null
            ? t`A balance is judged only where the agreement itself sets a tolerance.`
            : sentence}
        </p>
        <NumberField
          label={sentence}
          hidesLabel
          min={0}
          max={1200}
          fractionDigits={name === 'balanceTolerance' ? 2 : 0}
          isDisabled={reason !== undefined}
          {...(isShare(name) && { unit: '%' })}
          {...form.field(name)}
        />
      </div>
    )
  })
  if (reason)
    return (
      <>
        <Banner tone="info" className="mb-4">
          {reason}
        </Banner>
        <div className="divide-y divide-line border-y border-line">{fields}</div>
      </>
    )
  return (
    <Form form={form} submitLabel={t`Save these numbers`}>
      <p className="text-sm text-muted">
        <Trans>Each number stands in its sentence. A change judges every agreement anew and stays in the trail.</Trans>
      </p>
      <div className="divide-y divide-line border-y border-line">{fields}</div>
    </Form>
  )
}
