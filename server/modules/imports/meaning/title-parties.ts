// Finds the parties that the title of an agreement names: "between A and B", "with X", "между A и B", "بین A و B".
import { looksLikeInstitution } from './partner-words.ts'

export interface TitleParties {
  /** The stretch of the title that names them, as written. */
  words: string
  parties: string[]
}

const ABOUT =
  /\s+(?:on|about|concerning|regarding|for|in the fields?|in the areas?|relating|dated|signed|о|об|в области|в сфере|от|по|در زمینه|در خصوص|درباره|جهت|برای|sobre|para|en materia|en el|relatif|relative|concernant|pour|dans le|portant|sur)(?:\s|$)/iu
const BETWEEN =
  /(?<!\p{L})(?:between|entre|между|بین|میان|zwischen|tra)\s+(?:the\s+|la\s+|el\s+|l['’])?(?<first>.+?)(?:\s*,)?\s+(?:and|y|et|и|و|und|e|with|с)\s+(?:the\s+|la\s+|el\s+|l['’])?(?<second>.+)$/iu
const WITH = /(?<!\p{L})(?:with|con|avec|со?|با|mit)\s+(?:the\s+|la\s+|el\s+|l['’])?(?<one>.+)$/iu
const BODY = /government|правительств|دولت|gobierno|gouvernement|ministr|министерств|وزارت|republic|республик|جمهوری/iu

const isParty = (text: string): boolean => looksLikeInstitution(text) || BODY.test(text)

/** What the parties do together follows their names. */
const withoutSubject = (text: string): string => (text.split(ABOUT)[0] ?? '').replace(/[\s,.;:("«]+$/u, '').trim()

/** Only stretches that read like names of institutions or states count; nothing is guessed from other words. */
export function partiesInTitle(title: string): TitleParties | undefined {
  const text = title.replace(/\s+/gu, ' ').trim()
  const both = BETWEEN.exec(text)?.groups
  if (both) {
    const first = both.first!.trim()
    const second = withoutSubject(both.second!)
    if (isParty(first) && isParty(second)) return stretch(text, [first, second])
  }
  const one = WITH.exec(text)?.groups?.one
  const name = one === undefined ? '' : withoutSubject(one)
  return isParty(name) ? stretch(text, [name]) : undefined
}

function stretch(text: string, parties: string[]): TitleParties {
  const start = text.indexOf(parties[0]!)
  const last = parties.at(-1)!
  return { words: text.slice(start, text.lastIndexOf(last) + last.length), parties }
}
