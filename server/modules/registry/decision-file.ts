// Decisions about names as a CSV file: to look through, to carry to another installation, to bring back.
import Papa from 'papaparse'
import { identifierForm } from './identifiers.ts'

export interface DecisionLine {
  written: string
  country: string | null
  /** Bare ROR id where the organisation has one, else its id here; null for "no organisation". */
  ror: string | null
  organisationId: string | null
  name: string | null
}

const header = ['name', 'country', 'ror', 'organisation_id', 'organisation']

// A cell that begins like a formula would be run by a spreadsheet program.
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const unguarded = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

export const csvOf = (fields: readonly string[], rows: readonly (string | number | null)[][]): string =>
  `\ufeff${Papa.unparse({ fields: [...fields], data: rows.map(row => row.map(cell => guarded(String(cell ?? '')))) })}\r\n`

export const decisionsAsCsv = (lines: readonly DecisionLine[]): string =>
  csvOf(
    header,
    lines.map(line => [
      line.written,
      line.country,
      line.ror,
      line.organisationId,
      line.name ?? (line.organisationId ? '' : '-'),
    ]),
  )

export interface ReadLine {
  row: number
  written: string
  country: string | null
  ror: string | null
  organisationId: string | null
  isNone: boolean
}

export type LineProblem = 'no_name' | 'no_country' | 'no_organisation'

/** Lines of such a file; undefined when the header is another one. */
export function readDecisions(
  text: string,
): { lines: ReadLine[]; problems: { row: number; problem: LineProblem }[] } | undefined {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: name => name.trim().toLowerCase(),
  })
  if (!meta.fields?.includes('name') || !(meta.fields.includes('ror') || meta.fields.includes('organisation_id')))
    return undefined
  const lines: ReadLine[] = []
  const problems: { row: number; problem: LineProblem }[] = []
  for (const [i, cells] of data.entries()) {
    const row = i + 2
    const cell = (name: string) => unguarded((cells[name] ?? '').trim())
    const country = cell('country').toUpperCase()
    const ror = identifierForm('ror', cell('ror')) ?? null
    const organisationId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(cell('organisation_id'))
      ? cell('organisation_id')
      : null
    const isNone = cell('organisation') === '-' && ror === null && organisationId === null
    if (cell('name') === '') problems.push({ row, problem: 'no_name' })
    else if (country !== '' && !/^[A-Z]{2}$/.test(country)) problems.push({ row, problem: 'no_country' })
    else if (!isNone && ror === null && organisationId === null) problems.push({ row, problem: 'no_organisation' })
    else lines.push({ row, written: cell('name'), country: country || null, ror, organisationId, isNone })
  }
  return { lines, problems }
}
