// Labelled texts to fit and to score by: JSON lines, or the CSV file of an installation's own decisions.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDecisions } from '../../server/modules/registry/decision-file.ts'

export interface LabelledText {
  /** Name of the file it is from. */
  set: string
  input: string
  country?: string
  /** Language, where the set says it. */
  language?: string
  /** How a made text was made: "typo", "transliteration". */
  making?: string
  /** Ids that are right; none when no organisation of the registry is meant. */
  right: ReadonlySet<string>
  /** How much it counts in the fit. */
  weight: number
}

interface Line {
  input: string
  ror_ids: string[]
  also_accept?: string[]
  country?: string
  note?: string
  lang?: string
  kind?: string
}

/** Rows whose label a note calls doubtful count this much. */
const DOUBTFUL = 0.4

/** Texts of one file; throws an Error that names the file and the line when it cannot be read. */
export function readLabelled(path: string, weight: number): LabelledText[] {
  const text = readFileSync(path, 'utf8')
  const set = basename(path).replace(/(\.dev)?\.(jsonl|csv)$/, '')
  return path.endsWith('.csv') ? ofDecisions(path, text, set, weight) : ofLines(path, text, set, weight)
}

function ofLines(path: string, text: string, set: string, weight: number): LabelledText[] {
  const found: LabelledText[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const row = parsed(line)
    if (row === undefined) throw new Error(`${path}, line ${i + 1}: not {"input": text, "ror_ids": [...]}`)
    const right = new Set([...row.ror_ids, ...(row.also_accept ?? [])])
    found.push({
      set,
      input: row.input,
      right,
      weight: weight * (row.note === undefined ? 1 : DOUBTFUL),
      ...(row.country !== undefined && { country: row.country }),
      ...(row.lang !== undefined && { language: row.lang }),
      ...(row.kind !== undefined && { making: row.kind.replace(/[+:].*/, '') }),
    })
  }
  return found
}

function parsed(line: string): Line | undefined {
  try {
    const row = JSON.parse(line) as Line
    return typeof row.input === 'string' && Array.isArray(row.ror_ids) ? row : undefined
  } catch {
    return undefined
  }
}

/** Decisions for organisations without a ROR id cannot be checked against a registry file and are left out. */
function ofDecisions(path: string, text: string, set: string, weight: number): LabelledText[] {
  const decisions = readDecisions(text)
  if (decisions === undefined)
    throw new Error(`${path}: not a file of decisions (its first line must name the columns)`)
  return decisions.lines
    .filter(line => line.isNone || line.ror !== null)
    .map(line => ({
      set,
      input: line.written,
      right: new Set(line.ror === null ? [] : [`https://ror.org/${line.ror}`]),
      weight,
      ...(line.country !== null && { country: line.country }),
    }))
}
