// `concord resolve`: matches organisation names in a file against registry files, without a database.

import { once } from 'node:events'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { resolve as resolvePath } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readIndexFile, writeIndexFile } from './resolution/index-file.ts'
import { OrganisationIndex } from './resolution/organisation-index.ts'
import { type Match, MOST_CANDIDATES, type Resolution, resolve } from './resolution/resolve.ts'
import { newRorReadReport, organisationOfRor, RorFileError, readRorRecords } from './resolution/ror-records.ts'

const USAGE = `Usage: concord resolve --registry FILE [--registry FILE ...] --in FILE --out FILE [--index FILE]

  --registry  ROR dump: zip, JSON array or JSON lines, plain or gzip, schema 1 or 2. Of several files the first
              that holds an id is used.
  --in        JSON lines: {"id", "input", "country"?}; - reads standard input.
  --out       JSON lines: {"id", "ror_ids", "candidates", "evidence"}; - writes standard output.
              An empty ror_ids means: no sure answer.
  --index     Keeps the index of names: read when it was built from these registry files, else built and written.
`

/** A line of the output file. */
interface ResolvedLine {
  id: unknown
  ror_ids: string[]
  candidates: { ror_id: string; score: number }[]
  evidence: Resolution['evidence']
}

/** Runs the command; 0 when every line was answered, 1 when a file could not be read or written, 2 for wrong usage. */
export async function resolveCommand(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(options === '' ? '' : `${options}\n\n`)
    process.stderr.write(USAGE)
    return options === '' ? 0 : 2
  }
  try {
    const index = await openRegistry(options.registry, options.index)
    return await resolveLines(index, options.in, options.out)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof RorFileError) process.stderr.write(`${error.message}\n`)
    else if (code === 'ENOENT')
      process.stderr.write(`${(error as NodeJS.ErrnoException).path}: there is no such file or directory\n`)
    else if (code !== undefined) process.stderr.write(`${(error as Error).message}\n`)
    else throw error
    return 1
  }
}

interface Options {
  registry: string[]
  in: string
  out: string
  index: string | undefined
}

function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        registry: { type: 'string', multiple: true },
        in: { type: 'string' },
        out: { type: 'string' },
        index: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return ''
    if (values.registry === undefined) return 'Say which registry to use: --registry FILE'
    if (values.in === undefined) return 'Say which names to resolve: --in FILE'
    if (values.out === undefined) return 'Say where to write: --out FILE'
    return { registry: values.registry, in: values.in, out: values.out, index: values.index }
  } catch (error) {
    return (error as Error).message
  }
}

async function openRegistry(paths: string[], indexPath: string | undefined): Promise<OrganisationIndex> {
  if (indexPath === undefined) return await loadRegistry(paths)
  const source = paths.map(path => fileMark(path)).join('\n')
  const kept = readIndexFile(indexPath, source)
  if (kept !== undefined) {
    process.stderr.write(`${indexPath}: ${kept.size} organisations\n`)
    return kept
  }
  const index = await loadRegistry(paths)
  writeIndexFile(indexPath, index, source)
  return index
}

/** Path, size and time of a file: another registry file has another mark. */
function fileMark(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `${resolvePath(path)} ${size} ${mtimeMs}`
}

async function loadRegistry(paths: string[]): Promise<OrganisationIndex> {
  const index = new OrganisationIndex()
  for (const path of paths) {
    const report = newRorReadReport()
    let repeated = 0
    for await (const record of readRorRecords(path, report)) {
      if (index.has(record.id)) repeated++
      else index.add(organisationOfRor(record))
    }
    const parts = [`${path}: ${report.read} organisations`]
    if (report.convertedFromVersion1 > 0) parts.push(`${report.convertedFromVersion1} converted from schema 1`)
    if (repeated > 0) parts.push(`${repeated} already known`)
    if (report.skipped > 0) {
      const first = report.skippedExamples[0]
      parts.push(`${report.skipped} broken records left out (first: record ${first?.number}, ${first?.reason})`)
    }
    process.stderr.write(`${parts.join(', ')}\n`)
  }
  return index
}

async function resolveLines(index: OrganisationIndex, from: string, to: string): Promise<number> {
  const source = from === '-' ? process.stdin : createReadStream(from)
  if (source !== process.stdin) await once(source, 'open')
  const target = to === '-' ? process.stdout : createWriteStream(to)
  if (target !== process.stdout) await once(target, 'open')
  const counts = { read: 0, answered: 0, candidates: 0, none: 0, broken: 0 }
  let number = 0
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const row = parseLine(line)
    if (row === undefined) {
      counts.broken++
      if (counts.broken <= 5) process.stderr.write(`${from}, line ${number}: not an object with "input"; left out\n`)
      continue
    }
    const resolution = resolve(index, row.input, { country: row.country })
    counts.read++
    counts[resolution.outcome === 'answer' ? 'answered' : resolution.outcome]++
    if (!target.write(`${JSON.stringify(resolvedLine(row.id, resolution))}\n`)) await once(target, 'drain')
  }
  if (target !== process.stdout) {
    target.end()
    await once(target, 'finish')
  }
  process.stderr.write(
    `${counts.read} resolved: ${counts.answered} answered, ${counts.candidates} with candidates only, ${counts.none} without` +
      `${counts.broken > 0 ? `; ${counts.broken} lines left out` : ''}\n`,
  )
  return counts.broken > 0 ? 1 : 0
}

function parseLine(line: string): { id: unknown; input: string; country?: string } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('input' in value) || typeof value.input !== 'string')
      return undefined
    const country = 'country' in value && typeof value.country === 'string' ? value.country : undefined
    return { id: 'id' in value ? value.id : null, input: value.input, country }
  } catch {
    return undefined
  }
}

function resolvedLine(id: unknown, resolution: Resolution): ResolvedLine {
  const rorIdOf = (match: Match): string => match.rorId ?? match.organisationId
  return {
    id,
    ror_ids: resolution.answers.map(rorIdOf),
    candidates: [...resolution.answers, ...resolution.candidates]
      .slice(0, MOST_CANDIDATES)
      .map(match => ({ ror_id: rorIdOf(match), score: match.score })),
    evidence: resolution.evidence,
  }
}
