// What a comment says: plain text in which people are mentioned by their ids, so that a new name shows everywhere.
import { withoutDirectionControls } from '#core/bidi.ts'

const mention = /@\[([^\]\s]{1,64})\]/g
/** Control signs but line breaks and tabs. */
const control = /[^\P{Cc}\n\t]/gu

/** The text as it is kept: line breaks of one kind, no signs that nobody sees. */
export const cleanText = (text: string): string =>
  withoutDirectionControls(text.replace(/\r\n?/g, '\n')).replace(control, '').trim()

/** Ids of the people mentioned, each once, in the order in which they come. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(mention)].flatMap(([, id]) => id ?? [])),
]

export const excerptLength = 200

/** The beginning in one line, at most 200 signs, with the names of those who are mentioned. */
export function excerptOf(text: string, names: ReadonlyMap<string, string>): string {
  const line = text
    .replace(mention, (_, id: string) => `@${names.get(id) ?? '…'}`)
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...line]
  return signs.length <= excerptLength ? line : `${signs.slice(0, excerptLength - 1).join('')}…`
}
