// Puts the partners of one row together: names, country, city, unit, identifiers, place, and the people to write to.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank, isLinkCell } from './cell-text.ts'
import type { IdentifierScheme } from './column-meanings.ts'
import { countryAtEnd, countryAtStart, parseCountryCell, placeIn } from './countries.ts'
import { countryOfErasmusCode } from './country-codes.ts'
import { doubt, inColumn } from './doubt.ts'
import { readIdentifier } from './identifiers.ts'
import { splitPartners } from './partner-words.ts'
import { fold } from './text-folding.ts'
import type { RowColumn, RowOptions, UnderstoodContact, UnderstoodPartner, UnderstoodRow } from './understood-row.ts'

type Slots = Map<number, UnderstoodPartner>

const NO_SLOT = 0

/** Fills the partners of `row`; a partner without a name is none, and its other cells stay in the original row. */
export function readPartners(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  options: RowOptions,
  row: UnderstoodRow,
): void {
  const slots: Slots = new Map()
  for (const column of columns)
    if (column.meaning === 'partner') readName(slots, cells[column.index] ?? null, column, row)
  for (const column of columns) {
    const cell = cells[column.index] ?? null
    const partner = slots.get(column.options.slot ?? NO_SLOT) ?? [...slots.values()][0]
    if (isBlank(cell) || cellError(cell) !== undefined || !partner || !column.meaning.startsWith('partner_')) continue
    readDetail(partner, cell, column, row)
  }
  readPlace(cells, columns, [...slots.values()][0], row)
  for (const partner of slots.values()) completeCountry(partner, options)
  row.partners = slots.size > 0 ? [...slots.values()] : fromAbove(cells, columns, options, row)
  if (row.partners.length === 0)
    row.doubts.push(doubt('partner_missing', {}, columns.find(each => each.meaning === 'partner')?.index))
}

/** Lists that merge the cells of one partner show its name once; the rows below have nothing that speaks of another one. */
function fromAbove(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  { partnersAbove = [] }: RowOptions,
  row: UnderstoodRow,
): UnderstoodPartner[] {
  const own = columns.filter(each => each.meaning === 'number' || /^partner(?:_|$)/.test(each.meaning))
  const names = columns.some(each => each.meaning === 'partner')
  if (!names || partnersAbove.length === 0 || own.some(each => !isBlank(cells[each.index] ?? null))) return []
  const value = partnersAbove.map(each => each.input).join('; ')
  row.doubts.push(doubt('partner_from_above', { value }, partnersAbove[0]!.column))
  return structuredClone(partnersAbove) as UnderstoodPartner[]
}

function readName(slots: Slots, cell: Cell, column: RowColumn, row: UnderstoodRow): void {
  const input = cellText(cell).trim()
  if (isBlank(cell) || cellError(cell) !== undefined || !/[\p{L}\p{N}]/u.test(input)) return
  const slot = column.options.slot ?? NO_SLOT
  const known = slots.get(slot)
  if (known) {
    if (known.input !== input) known.otherNames.push(input)
    return
  }
  const parts = splitPartners(input)
  if (parts.length > 1) row.doubts.push(doubt('partners_several', { value: input, count: parts.length }, column.index))
  if (!/\p{L}/u.test(input)) row.doubts.push(doubt('partner_is_number', { value: input }, column.index))
  const website = isLinkCell(cell) ? { website: cell.link } : {}
  slots.set(slot, {
    input,
    column: column.index,
    ...(parts.length > 1 ? { parts } : {}),
    otherNames: [],
    identifiers: [],
    ...website,
  })
}

function readDetail(partner: UnderstoodPartner, cell: Cell, column: RowColumn, row: UnderstoodRow): void {
  const text = cellText(cell).trim()
  if (column.meaning === 'partner_country') {
    const { codes, doubts } = parseCountryCell(cell)
    if (codes.length === 1)
      Object.assign(partner, { country: codes[0], countryFrom: 'cell' } satisfies Partial<UnderstoodPartner>)
    row.doubts.push(...inColumn(doubts, column.index))
    const { city, country } = placeIn(text)
    if (country && city) partner.city ??= city
  } else if (column.meaning === 'partner_city') readCity(partner, text)
  else if (column.meaning === 'partner_unit') partner.unit = text
  else if (column.meaning === 'partner_website') partner.website = isLinkCell(cell) ? cell.link : text
  else if (column.meaning.startsWith('partner_identifier:')) {
    const scheme = column.meaning.slice('partner_identifier:'.length) as IdentifierScheme
    const identifier = readIdentifier(scheme, text)
    if (identifier) partner.identifiers.push(identifier)
    else row.doubts.push(doubt('identifier_malformed', { value: text, scheme }, column.index))
  }
}

/** A column of places may name the country too; the country's own column counts more. */
function readCity(partner: UnderstoodPartner, text: string): void {
  const { country, city } = placeIn(text)
  if (country && !partner.country) Object.assign(partner, { country, countryFrom: 'place' })
  if (city) partner.city ??= city
}

function completeCountry(partner: UnderstoodPartner, options: RowOptions): void {
  if (partner.country) return
  const code = partner.identifiers.find(each => each.scheme === 'erasmus_code')
  const found: [string | undefined, UnderstoodPartner['countryFrom']][] = [
    [code && countryOfErasmusCode(code.value), 'identifier'],
    [partner.parts ? undefined : (countryAtEnd(partner.input) ?? countryAtStart(partner.input)), 'name'],
    [options.sectionCountry, 'section'],
  ]
  const [country, countryFrom] = found.find(([each]) => each !== undefined) ?? []
  if (country && countryFrom) Object.assign(partner, { country, countryFrom })
}

/** Degrees with a point or a comma, or as "41°23'N"; 0, 0 means that nobody knew. */
function degrees(cell: Cell): number {
  const folded = fold(cellText(cell)).replace(',', '.')
  const parts =
    /^(-?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)['′]\s*)?(?:(\d+(?:\.\d+)?)(?:"|″|'')\s*)?([nsewo])?$/u.exec(folded)
  if (!parts) return Number.NaN
  const value = Math.abs(Number(parts[1])) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600
  const isNegative = folded.startsWith('-') || /[sw]/.test(parts[4] ?? '')
  return isNegative ? -value : value
}

function readPlace(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  partner: UnderstoodPartner | undefined,
  row: UnderstoodRow,
): void {
  const latColumn = columns.find(each => each.meaning === 'latitude')
  const lonColumn = columns.find(each => each.meaning === 'longitude')
  const lat = latColumn ? (cells[latColumn.index] ?? null) : null
  const lon = lonColumn ? (cells[lonColumn.index] ?? null) : null
  if (!partner || isBlank(lat) || isBlank(lon)) return
  const [latitude, longitude] = [degrees(lat), degrees(lon)]
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (possible && (latitude !== 0 || longitude !== 0)) Object.assign(partner, { latitude, longitude })
  else
    row.doubts.push(doubt('coordinate_impossible', { value: `${cellText(lat)}, ${cellText(lon)}` }, latColumn?.index))
}

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** People of both sides with the addresses that stand beside them. */
export function readContacts(cells: readonly Cell[], columns: readonly RowColumn[]): UnderstoodContact[] {
  const contacts: UnderstoodContact[] = []
  const of = (side: UnderstoodContact['side'], role: UnderstoodContact['role']): UnderstoodContact => {
    const known = contacts.find(each => each.side === side && each.role === role)
    if (known) return known
    const contact: UnderstoodContact = { side, role, emails: [], phones: [] }
    contacts.push(contact)
    return contact
  }
  let last: UnderstoodContact | undefined
  for (const column of columns) {
    const cell = cells[column.index] ?? null
    if (isBlank(cell) || cellError(cell) !== undefined) continue
    const text = cellText(cell).trim()
    const person = /^(coordinator|signatory)_(home|partner)$/.exec(column.meaning)
    if (person) {
      last = of(person[2] as 'home' | 'partner', person[1] as 'coordinator' | 'signatory')
      last.emails.push(...(text.match(EMAIL) ?? []))
      const name = text
        .replace(EMAIL, ' ')
        .replace(/[\s<>()[\]]+/g, ' ')
        .replace(/[\s,;:-]+$/, '')
        .trim()
      if (name !== '') last.name = last.name === undefined ? name : `${last.name}; ${name}`
    } else if (column.meaning === 'contact_email')
      (last ?? of('partner', 'coordinator')).emails.push(...(text.match(EMAIL) ?? [text]))
    else if (column.meaning === 'contact_phone') (last ?? of('partner', 'coordinator')).phones.push(text)
  }
  return contacts
}
