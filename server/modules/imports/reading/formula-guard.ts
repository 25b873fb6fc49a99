// Keeps spreadsheet programs from running text of a CSV cell as a formula, in a way that reading undoes exactly.

/** OWASP, CSV injection: cells that begin so are run as formulas when the file is opened. */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/
/** Numbers and lone dashes stay as they are: they run nothing, and a mark before them would make text of a number. */
const HARMLESS = /^(?:[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|[-+]+)$/

/** An apostrophe in front is how spreadsheet programs themselves mark text. */
export function guardFormula(text: string): string {
  return RISKY.test(text) && !HARMLESS.test(text) ? `'${text}` : text
}

/** Inverse of `guardFormula`. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) && !HARMLESS.test(text.slice(1)) ? text.slice(1) : text
}
