// Reads a cell as the text a person sees, whatever the file stored in it.
import type { Cell } from '../reading/source-table.ts'

/** The text of a cell as written, untrimmed; empty for empty cells and for spreadsheet errors. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if ('date' in cell) return cell.date
  if ('link' in cell) return cell.text === '' ? cell.link : cell.text
  return ''
}

const ERROR_TEXT =
  /^\s*#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|Н\/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?|ЧИСЛО!)\s*$/u

/** The spreadsheet error in a cell; files of text hold them as words ("#N/A"). */
export function cellError(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'string') return ERROR_TEXT.test(cell) ? cell.trim() : undefined
  return typeof cell === 'object' && cell !== null && 'error' in cell ? cell.error : undefined
}

export function isDateCell(cell: Cell | undefined): cell is { date: string; serial: number } {
  return typeof cell === 'object' && cell !== null && 'date' in cell
}

export function isLinkCell(cell: Cell | undefined): cell is { link: string; text: string } {
  return typeof cell === 'object' && cell !== null && 'link' in cell
}

const NOTHING = /^(?:[\s\p{Pd}_.?*/\\|~]*|\s*(?:n\.?\s?\/\s?a\.?|н\/д|б\/д|б\/н|s\/d|s\/n|null|nan|undefined)\s*)$/iu

/** True for empty cells and for cells that hold only dashes, dots and the like, or say that there is nothing ("n/a"). */
export function isBlank(cell: Cell | undefined): boolean {
  if (cellError(cell) !== undefined) return false
  return NOTHING.test(cellText(cell).replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''))
}
