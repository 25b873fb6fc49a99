// Reads the list of charter holders (CSV in any usual encoding and separator): codes, names and places of universities.
import { readFile, stat } from 'node:fs/promises'
import Papa from 'papaparse'
import { identifierForm } from '../identifiers.ts'
import type { IdentifierScheme } from '../registry.terms.ts'
import { fold } from '../resolution/fold.ts'

export interface CharterRow {
  /** Line of the file, the first one is 1. */
  row: number
  name: string
  /** ISO 3166 alpha-2. */
  country: string | null
  city: string | null
  website: string | null
  identifiers: { scheme: IdentifierScheme; value: string }[]
}

export interface CharterList {
  rows: CharterRow[]
  skipped: { place: string; reason: string }[]
}

/** A file that is no such list; the message says why in a sentence. */
export class CharterFileError extends Error {}

const columns: Record<string, readonly string[]> = {
  erasmus: ['erasmus code', 'erasmus id code', 'erasmuscode', 'institution code'],
  pic: ['pic', 'pic code', 'pic number', 'participant identification code'],
  oid: ['oid', 'organisation id', 'organization id', 'organisation oid'],
  name: ['legal name', 'name', 'organisation name', 'organization name', 'institution name', 'organisation legal name'],
  city: ['city', 'town'],
  country: ['country cd', 'country', 'country code'],
  website: ['website url', 'website', 'web', 'url', 'homepage'],
}

const largest = 100 * 1024 * 1024
const linesBeforeHeader = 30

/** @throws CharterFileError */
export async function readCharterList(path: string): Promise<CharterList> {
  const text = decode(await readBytes(path))
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false })
  const header = data.slice(0, linesBeforeHeader).findIndex(cells => {
    const known = positionsOf(cells)
    return known.name !== undefined && (known.erasmus ?? known.pic ?? known.oid) !== undefined
  })
  if (header < 0)
    throw new CharterFileError('the first lines have no header with a legal name and an Erasmus code, a PIC or an OID')
  const at = positionsOf(data[header]!)
  const list: CharterList = { rows: [], skipped: [] }
  for (const [i, cells] of data.slice(header + 1).entries()) {
    if (cells.every(cell => cell.trim() === '')) continue
    const row = rowOf(cells, at, header + 2 + i)
    if (typeof row === 'string') list.skipped.push({ place: String(header + 2 + i), reason: row })
    else list.rows.push(row)
  }
  return list
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > largest) throw new CharterFileError('it is larger than 100 MB')
    return await readFile(path)
  } catch (error) {
    if (error instanceof CharterFileError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new CharterFileError(code === 'ENOENT' ? 'there is no such file' : `it may not be read (${code})`)
  }
}

function decode(bytes: Buffer): string {
  if (bytes.includes(0)) throw new CharterFileError('it is not a text file; save the list as CSV')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const start = text.slice(0, 5000)
  const counts = [';', '\t', ','].map(mark => ({ mark, count: start.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

type Positions = Partial<Record<keyof typeof columns, number>>

function positionsOf(cells: readonly string[]): Positions {
  const folded = cells.map(cell => fold(cell))
  const found: Positions = {}
  for (const [key, words] of Object.entries(columns)) {
    const at = words.map(word => folded.indexOf(word)).find(position => position >= 0)
    if (at !== undefined) found[key] = at
  }
  return found
}

// The European Commission writes EL and UK where ISO 3166 has GR and GB.
const isoCountry: Record<string, string> = { EL: 'GR', UK: 'GB' }

function rowOf(cells: readonly string[], at: Positions, row: number): CharterRow | string {
  const cell = (key: keyof typeof columns): string => {
    const text = (cells[at[key] ?? -1] ?? '').replace(/[\u0000-\u001f\u00a0]/g, ' ').trim()
    return /^#(N\/A|REF!|VALUE!|NAME\?)$/i.test(text) ? '' : text
  }
  const name = cell('name').replace(/\s+/g, ' ')
  if (fold(name) === '') return 'no name'
  const identifiers = (['erasmus', 'pic', 'oid'] as const).flatMap(scheme => {
    const value = identifierForm(scheme, cell(scheme))
    return value === undefined ? [] : [{ scheme, value }]
  })
  if (identifiers.length === 0) return `${name}: no Erasmus code, PIC or OID that can be one`
  const code = cell('country').toUpperCase()
  const country = /^[A-Z]{2}$/.test(code) ? (isoCountry[code] ?? code) : null
  return { row, name, country, city: cell('city') || null, website: cell('website') || null, identifiers }
}
