// Which languages are shown side by side: three at most, one at least.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../core/format.ts'
import { Button } from '../../../kit/button.tsx'

interface LanguageChecksProps {
  languages: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

export function LanguageChecks({ languages, chosen, onChange }: LanguageChecksProps) {
  const { t } = useLingui()
  const { languageName } = useFormat()
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t`Languages shown`}</legend>
      {languages.map(language => {
        const isShown = chosen.includes(language)
        const next = isShown ? chosen.filter(one => one !== language) : [...chosen, language]
        return (
          <Button
            key={language}
            size="small"
            aria-pressed={isShown}
            variant={isShown ? 'plain' : 'quiet'}
            isDisabled={next.length === 0 || next.length > 3}
            onPress={() => onChange(languages.filter(one => next.includes(one)))}
          >
            {languageName(language)}
          </Button>
        )
      })}
    </fieldset>
  )
}
