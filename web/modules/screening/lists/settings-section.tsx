// Settings of due diligence: from which likeness on people are asked, how long decisions hold, countries, questions.
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { changeScreeningSettings, getScreeningSettings } from '#modules/screening/list.contract.ts'
import { changeQuestionnaire, getQuestionnaire } from '#modules/screening/questionnaire.contract.ts'
import { type Level, levels, levelTerms } from '#modules/screening/screening.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { CountryField } from '../../../kit/country-field.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { NumberField } from '../../../kit/number-field.tsx'
import { Section } from '../../../kit/page.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

type Settings = ResponseOf<typeof getScreeningSettings>
type Questions = ResponseOf<typeof getQuestionnaire>

export function SettingsSection({ administers }: { administers: boolean }) {
  const { t } = useLingui()
  const term = useTerm()
  const { percent, number, country, list } = useFormat()
  const settings = useCall(getScreeningSettings).data
  const questions = useCall(getQuestionnaire).data
  const [open, setOpen] = useState<'settings' | 'questions' | null>(null)
  if (!settings || !questions) return null
  const rated = settings.countries.map(one => `${country(one.country)} (${term(levelTerms[one.level])})`)
  return (
    <Section
      title={t`Settings`}
      actions={
        administers && (
          <>
            <Button size="small" onPress={() => setOpen('settings')}>{t`Change the settings`}</Button>
            <Button size="small" onPress={() => setOpen('questions')}>{t`Change the questionnaire`}</Button>
          </>
        )
      }
    >
      <DescriptionList
        facts={[
          { label: t`Asks from`, value: <Trans>{percent(settings.threshold)} alike on</Trans> },
          { label: t`Decisions hold`, value: <Trans>{number(settings.verdictMonths)} months</Trans> },
          { label: t`Checks are valid`, value: <Trans>{number(settings.validMonths)} months</Trans> },
          {
            label: t`Countries`,
            value: rated.length > 0 ? list(rated) : t`No country is rated here`,
          },
          {
            label: t`Questionnaire`,
            value:
              questions.number === 0
                ? t`The one that comes with Concord`
                : t`Version ${number(questions.number)} of this installation`,
          },
        ]}
      />
      {open === 'settings' && <SettingsDialog settings={settings} onClose={() => setOpen(null)} />}
      {open === 'questions' && <QuestionnaireDialog questions={questions} onClose={() => setOpen(null)} />}
    </Section>
  )
}

interface Values {
  percent: number | null
  verdictMonths: number | null
  validMonths: number | null
  countries: { country: string | null; level: Level; why: string }[]
}

function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const change = useWrite(changeScreeningSettings, { refreshes: [getScreeningSettings] })
  const initial: Values = {
    percent: Math.round(settings.threshold * 100),
    ...{ verdictMonths: settings.verdictMonths, validMonths: settings.validMonths },
    countries: settings.countries.map(one => ({ ...one })),
  }
  const form = useForm({
    initial,
    check: values => ({
      countries: values.countries.some(one => !one.country || one.why.trim() === '')
        ? t`Each country needs its reason, with the source.`
        : undefined,
    }),
    onSubmit: async ({ percent, verdictMonths, validMonths, countries }) => {
      const body = {
        ...{ threshold: (percent ?? 75) / 100, verdictMonths: verdictMonths ?? 12, validMonths: validMonths ?? 12 },
        countries: countries.map(({ country, level, why }) => ({ country: country!, level, why: why.trim() })),
      }
      await change.mutateAsync({ body })
      toast({ text: t`Saved. Everything is compared anew in the background.` })
      onClose()
    },
  })
  const countries = form.values.countries
  const put = (at: number, more: Partial<Values['countries'][number]>) =>
    form.set({ countries: countries.map((one, i) => (i === at ? { ...one, ...more } : one)) })
  return (
    <Dialog isOpen onClose={onClose} title={t`Change the settings`} width="wide">
      <Form form={form} submitLabel={t`Save the settings`} onCancel={onClose}>
        <FormRow>
          <NumberField label={t`Asks from this likeness on`} unit="%" min={60} max={100} {...form.field('percent')} />
          <NumberField label={t`Months for which decisions hold`} min={1} max={36} {...form.field('verdictMonths')} />
          <NumberField label={t`Months for which checks are valid`} min={1} max={36} {...form.field('validMonths')} />
        </FormRow>
        <fieldset className="flex flex-col gap-3" data-field="countries">
          <legend className="mb-2 text-sm font-medium">{t`What this installation says of countries`}</legend>
          {countries.map((one, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written
              key={at}
              className="grid items-end gap-2 sm:grid-cols-[12rem_8rem_minmax(0,1fr)_auto]"
            >
              <CountryField label={t`Country`} value={one.country} onChange={country => put(at, { country })} />
              <Select<Level>
                label={t({ message: 'Risk', context: 'of a check' })}
                choices={levels.map(level => ({ id: level, label: term(levelTerms[level]) }))}
                value={one.level}
                onChange={level => put(at, { level })}
              />
              <TextField label={t`Reason and source`} value={one.why} onChange={why => put(at, { why })} />
              <IconButton
                label={t`Remove the country`}
                onPress={() => form.set({ countries: countries.filter((_, i) => i !== at) })}
              >
                <X className="size-4" />
              </IconButton>
            </div>
          ))}
          <div>
            <Button
              size="small"
              onPress={() => form.set({ countries: [...countries, { country: null, level: 'medium', why: '' }] })}
            >{t`Add a country`}</Button>
          </div>
        </fieldset>
      </Form>
    </Dialog>
  )
}

function QuestionnaireDialog({ questions, onClose }: { questions: Questions; onClose: () => void }) {
  const { t } = useLingui()
  const change = useWrite(changeQuestionnaire, { refreshes: [getQuestionnaire] })
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  }
  const form = useForm({
    initial: { content: JSON.stringify(questions.content, null, 2) },
    draftKey: 'screening.questionnaire',
    version: questions.number,
    check: values => ({
      content: typeof parsed(values.content) === 'object' ? undefined : t`This is not readable as JSON.`,
    }),
    onSubmit: async ({ content }) => {
      await change.mutateAsync({ body: { number: questions.number, content: parsed(content) as never } })
      toast({ text: t`The new version is in use; answers given before keep the questions as they were put.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Change the questionnaire`} width="wide">
      <Form form={form} submitLabel={t`Put this version in use`} onCancel={onClose}>
        <p className="text-sm text-muted">
          <Trans>
            Questions of the short and the long stage, the answers that ask for the long one, and the answers that speak
            for a risk, each in the languages of your people. The guide explains every field.
          </Trans>
        </p>
        <TextArea label={t`Questionnaire`} rows={18} language="en" {...form.field('content')} />
      </Form>
    </Dialog>
  )
}
