// The same words in several languages: one field each, beside one another.
import { useFormat } from '../../../core/format.ts'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { SideBySide } from './side-by-side.tsx'

type Words = Record<string, string>

interface LocalisedFieldsProps {
  label: string
  languages: readonly string[]
  value: Words
  onChange: (value: Words) => void
  /** Lines of a text area; without it, a single line. */
  rows?: number
  name?: string
  error?: string | undefined
  maxLength?: number
}

export function LocalisedFields({
  label,
  languages,
  value,
  onChange,
  rows,
  name,
  error,
  ...rest
}: LocalisedFieldsProps) {
  const { languageName } = useFormat()
  return (
    <SideBySide languages={languages}>
      {language => {
        const field = {
          ...{ label: languages.length > 1 ? `${label} · ${languageName(language)}` : label, language },
          ...{ value: value[language] ?? '', onChange: (text: string) => onChange({ ...value, [language]: text }) },
          ...(language === languages[0] && { ...(name && { name }), error }),
          ...rest,
        }
        return rows ? <TextArea rows={rows} {...field} /> : <TextField {...field} />
      }}
    </SideBySide>
  )
}
