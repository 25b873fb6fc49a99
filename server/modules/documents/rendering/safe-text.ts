// Text as it goes on paper: nothing in it can turn the direction of what stands around it, and numbers and codes keep theirs. Pure.
import { withoutDirectionControls } from '#core/bidi.ts'
import { isRightToLeft } from './numbering.ts'

const controls = /(?!\n)\p{Cc}|[\uFEFF\uFFFE\uFFFF]/gu
const surrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Line ends are `\n`; embeddings, overrides, isolates and control characters are gone. */
export const neutralText = (text: string): string =>
  withoutDirectionControls(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replaceAll('\t', ' '))
    .replace(controls, '')
    .replace(surrogates, '\uFFFD')
    .normalize('NFC')

/** Whether a text has signs that turn the direction of letters. */
export const turnsDirection = (text: string): boolean => withoutDirectionControls(text) !== text

const phone = /\+?[\d۰-۹][\d۰-۹()\-–. \u00A0]{5,}[\d۰-۹]/
const code = /[A-Za-z0-9+][\w@.:/+\-#&=?%~]*[A-Za-z0-9/]/
const token = new RegExp(`${phone.source}|${code.source}`, 'g')
const hasNeutral = /[^A-Za-z]/

/** Telephone numbers, addresses and codes inside a text that runs from right to left keep their own direction (UAX 9), and numbers their line. */
export function withIsolatedCodes(text: string, language: string): string {
  if (!isRightToLeft(language)) return text
  return text.replace(token, found =>
    hasNeutral.test(found) && found.length > 2 && !/^\d+$/.test(found)
      ? `\u2066${found.replaceAll(' ', '\u00A0')}\u2069`
      : found,
  )
}

/** Both together. */
export const paperText = (text: string, language: string): string => withIsolatedCodes(neutralText(text), language)
