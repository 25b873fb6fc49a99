// What a template is: title, for which agreements, in which languages, and which text decides.
import { useLingui } from '@lingui/react/macro'
import { type AgreementKind, agreementKinds, agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import type { TemplateContent } from '#modules/documents/library/content.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { FormRow } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { Select } from '../../../kit/select.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { LanguageSelect } from './language-select.tsx'
import { LocalisedFields } from './localised-fields.tsx'

export interface TemplateHead extends Omit<TemplateContent, 'parts'> {
  place: string
}

const equal = 'equal'

export function TemplateHeadFields<V extends TemplateHead>({ form }: { form: FormModel<V> }) {
  const { t } = useLingui()
  const term = useTerm()
  const { languageName } = useFormat()
  const { values } = form
  const set = (change: Partial<TemplateHead>) => form.set(change as Partial<V>)
  return (
    <>
      <LocalisedFields
        label={t`Title of the text`}
        languages={values.languages}
        value={values.title}
        onChange={title => set({ title })}
        name="title"
        error={form.errors.title}
      />
      <LocalisedFields
        label={t`What it is for`}
        languages={values.languages}
        rows={2}
        value={values.description}
        onChange={description => set({ description })}
      />
      <FormRow>
        <MultiSelect<AgreementKind>
          label={t`Kinds of agreements`}
          choices={agreementKinds.map(kind => ({ id: kind, label: term(agreementKindTerms[kind]) }))}
          value={values.kinds as AgreementKind[]}
          onChange={kinds => set({ kinds })}
        />
        <LanguageSelect
          value={values.languages}
          onChange={languages => set({ languages })}
          name="languages"
          error={form.errors.languages}
        />
        <Select<string>
          label={t`Which text decides`}
          choices={[
            { id: equal, label: t`All are equally authentic` },
            ...values.languages.map(language => ({ id: language, label: languageName(language) })),
          ]}
          value={values.prevailing ?? equal}
          onChange={language => set({ prevailing: language === equal ? null : language })}
        />
      </FormRow>
    </>
  )
}
