// Chooses what to show of a text that exists in several languages, and which language that is.

export interface ShownText {
  text: string
  /** BCP 47 tag; null when it is not known. */
  language: string | null
  isReadersLanguage: boolean
}

/** The reader's language, else English, else whatever there is; null when there is nothing. */
export function pickText(texts: Record<string, string> | null | undefined, language: string): ShownText | null {
  if (!texts) return null
  const tags = Object.keys(texts).filter(tag => texts[tag]?.trim())
  const own = tags.find(tag => tag === language) ?? tags.find(tag => tag.split('-')[0] === language)
  const tag = own ?? tags.find(each => each.split('-')[0] === 'en') ?? tags[0]
  if (tag === undefined) return null
  return { text: texts[tag] ?? '', language: tag === 'und' ? null : tag, isReadersLanguage: own !== undefined }
}

const rightToLeftScript = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Direction of a text by its first strong letters; right for names in lists where the language is unknown. */
export const directionOf = (text: string): 'ltr' | 'rtl' => (rightToLeftScript.test(text.slice(0, 40)) ? 'rtl' : 'ltr')
