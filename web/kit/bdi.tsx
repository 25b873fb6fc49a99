// Names and texts in other languages, kept apart from the direction of the text around them.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../core/format.ts'
import { pickText } from '../core/localised-text.ts'
import { useReader } from '../core/reader.ts'

/** A name from elsewhere. `language` (BCP 47) chooses the letters and the reader's voice. */
export function Bdi({
  children,
  language,
  className,
}: {
  children: string
  language?: string | null | undefined
  className?: string
}) {
  return (
    <bdi {...(language && { lang: language })} className={className}>
      {children}
    </bdi>
  )
}

export interface LocalisedTextProps {
  texts: Record<string, string> | null | undefined
  /** Shows the text in this language beside, in brackets, when another was chosen: the original name. */
  original?: string
  className?: string
}

/** A text in the reader's language when there is one; otherwise the best other, marked with its language. */
export function LocalisedText({ texts, original, className }: LocalisedTextProps) {
  const { language } = useReader()
  const shown = pickText(texts, language)
  if (!shown) return <Missing />
  const beside = original && original !== shown.language ? texts?.[original] : undefined
  return (
    <span className={className}>
      <Bdi language={shown.language}>{shown.text}</Bdi>
      {beside && beside !== shown.text && (
        <span className="text-muted">
          {' '}
          (<Bdi language={original}>{beside}</Bdi>)
        </span>
      )}
    </span>
  )
}

/** Which language a text is in, as a small mark with its full name for screen readers. */
export function LanguageMark({ language }: { language: string }) {
  const { languageName } = useFormat()
  return (
    <abbr title={languageName(language)} className="text-2xs font-medium text-muted uppercase no-underline">
      {language.split('-')[0]}
    </abbr>
  )
}

/** "Unknown" is not "none": nothing is known here. */
export function Missing() {
  const { t } = useLingui()
  return (
    <span className="text-quiet">
      <span aria-hidden>—</span>
      <span className="sr-only">{t`not known`}</span>
    </span>
  )
}
