// What a template needs before it is sent.
import { useLingui } from '@lingui/react/macro'
import type { TemplateHead } from './template-fields.tsx'

export function useTemplateCheck(): (values: TemplateHead) => Record<string, string | undefined> {
  const { t } = useLingui()
  return ({ title, languages }) => ({
    title: Object.values(title).some(text => text.trim()) ? undefined : t`Give the template a title.`,
    languages: languages.length === 0 ? t`Choose at least one language.` : undefined,
  })
}
