// Turns the day numbers of spreadsheets into dates, by the number format a cell has.
import type { Cell } from './source-table.ts'

/** What a number format shows. `padded` carries the digits of formats such as 00000, which keep leading zeros. */
export type NumberShape =
  | { kind: 'number' }
  | { kind: 'date' }
  | { kind: 'moment' }
  | { kind: 'time'; seconds: boolean }
  | { kind: 'padded'; digits: number }

const PLAIN: NumberShape = { kind: 'number' }

/** Built-in formats, ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the East Asian ones. */
function builtInShape(id: number): NumberShape {
  if (id >= 14 && id <= 17) return { kind: 'date' }
  if (id === 22) return { kind: 'moment' }
  if (id === 18 || id === 20) return { kind: 'time', seconds: false }
  if (id === 19 || id === 21) return { kind: 'time', seconds: true }
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return { kind: 'time', seconds: true }
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' }
  return PLAIN
}

/** Durations such as [h]:mm stay numbers: they may exceed a day. */
export function numberShape(formatId: number, code: string | undefined): NumberShape {
  if (code === undefined) return builtInShape(formatId)
  if (/^0{2,}$/.test(code)) return { kind: 'padded', digits: code.length }
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0]!
    .replace(/general|am\/pm|a\/p/gi, '')
    .replace(/e[+-]/gi, '')
  if (/\[(h+|m+|s+)\]/i.test(bare) || /[#?]/.test(bare)) return PLAIN
  const hasClock = /[hs]/i.test(bare)
  const hasDay = /[ydeg]|bb/i.test(bare) || (/m/i.test(bare) && !hasClock)
  if (hasDay) return { kind: hasClock ? 'moment' : 'date' }
  return hasClock ? { kind: 'time', seconds: /s/i.test(bare) } : PLAIN
}

const DAY_MS = 86_400_000
const LAST_SERIAL = 2_958_465 // 31.12.9999 in the 1900 system

/**
 * The cell that a number shows as; `undefined` when a date format holds a number that is no date.
 * In the 1900 system day 60 is 29 February 1900, which never was: days before it count from one day later.
 */
export function numberCell(value: number, shape: NumberShape, is1904: boolean): Cell | undefined {
  if (shape.kind === 'number') return value
  if (shape.kind === 'padded') {
    const keeps = Number.isInteger(value) && value >= 0 && value < 1e15
    return keeps && String(value).length < shape.digits ? String(value).padStart(shape.digits, '0') : value
  }
  if (value >= 0 && value < 1 && shape.kind === 'time') return clockText(value, shape.seconds)
  return dayCell(value, shape.kind !== 'date', is1904)
}

function dayCell(serial: number, withTime: boolean, is1904: boolean): Cell | undefined {
  const lowest = is1904 ? 0 : 1
  if (!(serial >= lowest && serial < LAST_SERIAL + 1 - (is1904 ? 1462 : 0))) return undefined
  const seconds = withTime ? Math.round((serial - Math.floor(serial)) * 86_400) : 0
  const day = Math.floor(serial)
  if (!is1904 && day === 60) return undefined
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const milliseconds = epoch + day * DAY_MS + seconds * 1000
  return { date: seconds === 0 ? isoDay(milliseconds) : new Date(milliseconds).toISOString().slice(0, 19), serial }
}

const isoDays = new Map<number, string>()

/** Lists repeat their dates, and formatting one takes longer than reading the rest of its cell. */
function isoDay(milliseconds: number): string {
  const known = isoDays.get(milliseconds)
  if (known !== undefined) return known
  if (isoDays.size > 20_000) isoDays.clear()
  const text = new Date(milliseconds).toISOString().slice(0, 10)
  isoDays.set(milliseconds, text)
  return text
}

function clockText(share: number, withSeconds: boolean): string {
  const seconds = Math.round(share * 86_400) % 86_400
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19)
  return withSeconds || seconds % 60 !== 0 ? clock : clock.slice(0, 5)
}
