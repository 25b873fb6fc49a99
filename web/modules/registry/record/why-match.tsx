// "Why this match?": whether a written name means this organisation, in a dialog where any name can be tried.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { explainMatch } from '#modules/registry/match.contract.ts'
import type { Organisation } from '#modules/registry/organisation.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { CountryField } from '../../../kit/country-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { MatchAnswer } from './match-answer.tsx'

/** What is asked: a name as a list writes it, and what else the list says. */
interface Asked {
  text: string
  country?: string
  city?: string
  domain?: string
}

export function WhyMatchDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState<Asked>()
  const initial: { text: string; country: string | null; city: string; domain: string } = {
    text: '',
    country: null,
    city: '',
    domain: '',
  }
  const form = useForm({
    initial,
    check: values => ({
      text: values.text.trim() === '' ? t`Write the name as a list or a letter has it.` : undefined,
    }),
    onSubmit: async ({ text, country, city, domain }) =>
      setAsked({
        text: text.trim(),
        ...(country && { country }),
        ...(city.trim() && { city: city.trim() }),
        ...(domain.trim() && { domain: domain.trim() }),
      }),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Why this match?`}>
      <div className="flex flex-col gap-6">
        <Form form={form} submitLabel={t`Explain`}>
          <p className="text-sm text-muted">
            <Trans>
              Try a name as lists write it: see whether it is taken for this organisation, why, and what would change
              the answer. Nothing is saved.
            </Trans>
          </p>
          <TextField label={t`Written name`} isRequired maxLength={1000} {...form.field('text')} />
          <FormRow>
            <CountryField label={t`Country`} {...form.field('country')} />
            <TextField label={t`City`} maxLength={200} {...form.field('city')} />
          </FormRow>
          <TextField label={t`Web or e-mail address`} isCode maxLength={200} {...form.field('domain')} />
        </Form>
        {asked && <Answer organisation={organisation} asked={asked} />}
      </div>
    </Dialog>
  )
}

function Answer({ organisation, asked }: { organisation: Organisation; asked: Asked }) {
  const { t } = useLingui()
  const { data, error } = useCall(explainMatch, { params: { id: organisation.id }, query: { ...asked } })
  return (
    <section aria-label={t`Explanation`} aria-live="polite" className="border-t border-line pt-5">
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={5} />}
      {data && <MatchAnswer name={organisation.name} explanation={data} />}
    </section>
  )
}
