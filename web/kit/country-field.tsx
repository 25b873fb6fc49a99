// A country, or the language of a text, found by typing its name in the reader's language or its code.
import { useMemo } from 'react'
import { countryCodes, languageTags } from '../core/countries.ts'
import { useFormat } from '../core/format.ts'
import type { Choice } from './choice.ts'
import { ComboBox } from './combo-box.tsx'
import type { FieldProps } from './field-parts.tsx'

export interface CodeFieldProps extends FieldProps {
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
}

function named(codes: readonly string[], nameOf: (code: string) => string, compare: (a: string, b: string) => number) {
  return codes
    .map((code): Choice => ({ id: code, label: nameOf(code) }))
    .sort((one, other) => compare(one.label, other.label))
}

/** The countries in the order of the reader's alphabet, for filters. */
export function useCountryChoices(): Choice[] {
  const { country, compare } = useFormat()
  return useMemo(() => named(countryCodes, country, compare), [country, compare])
}

/** ISO 3166-1 alpha-2. */
export function CountryField(props: CodeFieldProps) {
  return <ComboBox {...props} choices={useCountryChoices()} />
}

/** BCP 47; a tag that is not in the list stays as it is. */
export function LanguageField(props: CodeFieldProps) {
  const { value } = props
  const { languageName, compare } = useFormat()
  const choices = useMemo(() => {
    const codes = value && !languageTags.includes(value) ? [...languageTags, value] : languageTags
    return named(codes, languageName, compare)
  }, [value, languageName, compare])
  return <ComboBox {...props} choices={choices} />
}
