// What an agreement is about and what it is written in: fields of science and languages.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { broadFieldTerms, fieldTerm, narrowFieldTerms } from '#modules/agreements/isced.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { languageCodes } from '../../../core/language-codes.ts'
import type { Choice, ChoiceGroup } from '../../../kit/choice.ts'
import { FormSection } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import type { AgreementValues } from './agreement-values.ts'

/** Narrow fields under their broad ones; codes that a record has besides come first. */
function useFieldChoices(chosen: readonly string[]): (Choice | ChoiceGroup)[] {
  const term = useTerm()
  return useMemo(() => {
    const groups = Object.entries(broadFieldTerms).map(([code, broad]) => ({
      label: term(broad),
      choices: [
        { id: code, label: term(broad) },
        ...Object.entries(narrowFieldTerms)
          .filter(([narrow]) => narrow.startsWith(code))
          .map(([id, narrow]) => ({ id, label: term(narrow) })),
      ],
    }))
    const known = new Set(groups.flatMap(group => group.choices.map(choice => choice.id)))
    const others = chosen.filter(code => !known.has(code))
    const wordOf = (code: string) => {
      const found = fieldTerm(code)
      return found ? `${term(found)} (${code})` : code
    }
    return [...others.map(id => ({ id, label: wordOf(id) })), ...groups]
  }, [chosen, term])
}

function useLanguageChoices(chosen: readonly string[]): Choice[] {
  const { languageName, compare } = useFormat()
  return useMemo(() => {
    const codes = [...new Set([...languageCodes, ...chosen])]
    const choices = codes.map(id => ({ id, label: languageName(id) }))
    const rankOf = ({ id }: Choice) => (chosen.includes(id) ? 0 : 1)
    return choices.sort((a, b) => rankOf(a) - rankOf(b) || compare(a.label, b.label))
  }, [chosen, languageName, compare])
}

export function SubjectFields({ form }: { form: FormModel<AgreementValues> }) {
  const { t } = useLingui()
  const fields = form.field('fields')
  const languages = form.field('languages')
  return (
    <FormSection title={t`Subject`}>
      <MultiSelect
        label={t`Fields of science`}
        placeholder={t`None`}
        choices={useFieldChoices(fields.value)}
        {...fields}
      />
      <MultiSelect
        label={t`Languages of the text`}
        placeholder={t`None`}
        choices={useLanguageChoices(languages.value)}
        {...languages}
      />
    </FormSection>
  )
}
