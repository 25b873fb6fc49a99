// The code that is printed on an issued document: hard to guess, easy to type, slips are found. Pure but for chance.
import { randomInt } from 'node:crypto'

/** 31 signs, a prime, without those that are taken for one another: no 0 O 1 I L. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 12
/** The weights of neighbours differ, so that two signs that changed places are found. */
const checkOf = (body: string): string =>
  signs[[...body].reduce((sum, sign, at) => sum + signs.indexOf(sign) * (at + 2), 0) % signs.length]!

/** Twelve signs by chance (59 bits) and a check, as `7K4M-Q2XH-P9TDW`. */
export function newDocumentCode(): string {
  const body = Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
  return writtenCode(body + checkOf(body))
}

const writtenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`

/** The code as it is kept, from what somebody typed; undefined when it cannot be one. */
export function readDocumentCode(typed: string): string | undefined {
  const code = typed
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const isCode = code.length === length + 1 && [...code].every(sign => signs.includes(sign))
  return isCode && checkOf(code.slice(0, length)) === code[length] ? writtenCode(code) : undefined
}
