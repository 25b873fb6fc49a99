// In which languages something is written.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../core/format.ts'
import { languageCodes } from '../../../core/language-codes.ts'
import { MultiSelect } from '../../../kit/multi-select.tsx'

interface LanguageSelectProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  label?: string
  name?: string
  error?: string | undefined
}

export function LanguageSelect({ label, ...field }: LanguageSelectProps) {
  const { t } = useLingui()
  const { languageName } = useFormat()
  const codes = [...new Set([...field.value, ...languageCodes])]
  return (
    <MultiSelect<string>
      label={label ?? t`Languages`}
      choices={codes.map(code => ({ id: code, label: languageName(code) }))}
      {...field}
    />
  )
}
