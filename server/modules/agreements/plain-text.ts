// Makes text from outside safe to store and to show: no control characters, no overrides of the writing direction.

// Embeddings and overrides reverse what stands around them on a page; marks and isolates are harmless and stay.
const directionOverrides = /[\u202a-\u202e]/g
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Text of several lines, well-formed and trimmed. */
export const plainText = (text: string): string =>
  text.toWellFormed().replace(controls, '').replace(directionOverrides, '').trim()

/** Text of one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, ' ')

/** One line, or null when nothing is left. */
export const lineOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : plainLine(text) || null

/** Several lines, or null when nothing is left. */
export const textOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : plainText(text) || null

/** A localised text without its empty languages. */
export function plainLocalised(
  text: Readonly<Record<string, string>> | undefined,
  clean: (text: string) => string = plainLine,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text ?? {})
      .map(([language, words]) => [language, clean(words)] as const)
      .filter(([, words]) => words !== ''),
  )
}
