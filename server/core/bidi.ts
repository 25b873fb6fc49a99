// Keeps the direction of a foreign text to itself inside a sentence of the reader's language (Unicode isolates, UAX 9).

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

const toLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const toRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u
/** Overrides and embeddings, which an isolate keeps from running on into the sentence. */
const override = /[\u202A-\u202E]/
const isolated = /[\u2066-\u2068]/
/** What people copy: an invisible sign at its end would break it, and it reads right as it is. */
const address = /^(?:[a-z]+:\/\/\S+|[^\s@]+@[^\s@]+)$/i

const rightToLeft: ReadonlySet<string> = new Set(['fa', 'ar', 'he', 'ur', 'ckb', 'ps'])

/** Wraps a text that has letters of the other direction than the language; any other text, an address, or one that has isolates, stays as it is. */
export function isolate(text: string, language: string): string {
  if (isolated.test(text) || address.test(text)) return text
  const foreign = rightToLeft.has(language) ? toRight : toLeft
  return foreign.test(text) || override.test(text) ? `${firstStrongIsolate}${text}${popIsolate}` : text
}

/** Takes isolates out again, for files and addresses. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

/**
 * Takes out embeddings, overrides and isolates, by which a text can look like another one; the marks and joiners that
 * Persian and Hebrew are written with stay.
 */
export const withoutDirectionControls = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
