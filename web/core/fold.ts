// Folds words for matching in the browser: case, accents, Arabic and Persian letter forms, digits.

const letterForms: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ё: 'е',
}

/** Latin digits for Persian (U+06F0) and Arabic (U+0660) ones. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, digit => String((digit.codePointAt(0) ?? 0) & 15))

/** A text as it is compared: `Université` and `universite`, `كتاب` and `کتاب` are one. */
export function foldForSearch(text: string): string {
  const plain = latinDigits(text)
    .toLowerCase()
    .replace(/[\u0640\u200c-\u200f\u064b-\u0652]/g, '')
    .replace(/[يىكةۀأإآؤئё]/g, letter => letterForms[letter] ?? letter)
  return plain
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a text contains what was typed, so that «دانشگاه كابل» finds «دانشگاه کابل». */
export const foldedIncludes = (text: string, typed: string): boolean =>
  foldForSearch(text).includes(foldForSearch(typed))
