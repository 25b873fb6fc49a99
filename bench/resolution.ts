// How well and how fast names are resolved, beside exact matching: node bench/resolution.ts --registry FILE --sets DIR
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fold } from '../server/modules/registry/resolution/fold.ts'
import { OrganisationIndex } from '../server/modules/registry/resolution/organisation-index.ts'
import type { OrganisationRecord } from '../server/modules/registry/resolution/organisation-record.ts'
import { resolve } from '../server/modules/registry/resolution/resolve.ts'
import { organisationOfRor, readRorRecords } from '../server/modules/registry/resolution/ror-records.ts'

interface Row {
  id: string
  input: string
  ror_ids: string[]
  also_accept?: string[]
  country?: string
}

interface Answered {
  answers: string[]
  candidates: string[]
}

interface Score {
  precision: number
  recall: number
  strictPrecision: number
  strictRecall: number
  inFive: number
  unanswered: number
}

const { values } = parseArgs({
  options: {
    registry: { type: 'string', multiple: true },
    sets: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
})
if (values.registry === undefined || values.sets === undefined) {
  process.stderr.write('Usage: node bench/resolution.ts --registry FILE [--registry FILE] --sets DIR [--limit ROWS]\n')
  process.exit(2)
}

const records = await readAll(values.registry)
const exact = exactNames(records)
collect()
const before = alive()
const started = performance.now()
const index = new OrganisationIndex(records)
const built = performance.now() - started
collect()
console.log(
  `${index.size} organisations, ${index.nameCount} names; built in ${(built / 1000).toFixed(2)} s; ` +
    `the index holds ${alive() - before} MB, ${(index.columnBytes / 1e6).toFixed(0)} MB of it in typed columns`,
)
console.log(
  [
    'set',
    'rows',
    'P',
    'R',
    'F1',
    'rowP',
    'rowR',
    'rowF1',
    'in five',
    'neg. unanswered',
    'median ms',
    'p99 ms',
    '| exact only P',
    'R',
  ].join('\t'),
)
const limit = Number(values.limit ?? Number.POSITIVE_INFINITY)
for (const file of readdirSync(values.sets)
  .filter(name => name.endsWith('.jsonl'))
  .sort())
  measure(file)

function measure(file: string): void {
  const lines = readFileSync(join(values.sets as string, file), 'utf8')
    .trim()
    .split('\n')
  const rows = lines.slice(0, limit).map(line => JSON.parse(line) as Row)
  for (const row of rows.slice(0, 200)) resolve(index, row.input)
  const times: number[] = []
  const ours = score(rows, row => {
    const start = performance.now()
    const found = resolve(index, row.input, { country: row.country })
    times.push(performance.now() - start)
    const answers = found.answers.map(match => match.organisationId)
    return { answers, candidates: [...answers, ...found.candidates.map(match => match.organisationId)].slice(0, 5) }
  })
  const base = score(rows, row => {
    const ids = [...(exact.get(fold(row.input)) ?? [])]
    return { answers: ids.length === 1 ? ids : [], candidates: ids.slice(0, 5) }
  })
  times.sort((a, b) => a - b)
  const figures = [
    ours.precision,
    ours.recall,
    f1(ours.precision, ours.recall),
    ours.strictPrecision,
    ours.strictRecall,
    f1(ours.strictPrecision, ours.strictRecall),
    ours.inFive,
    ours.unanswered,
  ]
  const speed = [times[times.length >> 1], times[Math.floor(times.length * 0.99)]].map(time => (time ?? 0).toFixed(2))
  console.log(
    [
      file.replace('.dev.jsonl', ''),
      rows.length,
      ...figures.map(ratio),
      ...speed,
      `| ${ratio(base.precision)}`,
      ratio(base.recall),
    ].join('\t'),
  )
}

/** P = right answers / answers, R = right answers / ids wanted in any one row; row figures count a row with a wrong answer as wrong. */
function score(rows: Row[], answer: (row: Row) => Answered): Score {
  const sum = { answers: 0, right: 0, wanted: 0, answered: 0, strict: 0, inFive: 0, negatives: 0, unanswered: 0 }
  for (const row of rows) {
    const accepted = new Set([...row.ror_ids, ...(row.also_accept ?? [])])
    const { answers, candidates } = answer(row)
    const right = answers.filter(id => accepted.has(id)).length
    sum.answers += answers.length
    sum.right += right
    if (answers.length > 0) sum.answered++
    if (answers.length > 0 && right === answers.length) sum.strict++
    if (row.ror_ids.length === 0) {
      sum.negatives++
      if (answers.length === 0) sum.unanswered++
    } else {
      sum.wanted++
      if (candidates.some(id => accepted.has(id))) sum.inFive++
    }
  }
  return {
    precision: sum.right / sum.answers,
    recall: sum.right / sum.wanted,
    strictPrecision: sum.strict / sum.answered,
    strictRecall: sum.strict / sum.wanted,
    inFive: sum.inFive / sum.wanted,
    unanswered: sum.unanswered / sum.negatives,
  }
}

function f1(precision: number, recall: number): number {
  return (2 * precision * recall) / (precision + recall)
}

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '-'
}

function exactNames(all: OrganisationRecord[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const record of all) {
    for (const name of record.names) {
      const key = fold(name.text)
      const ids = names.get(key)
      if (ids === undefined) names.set(key, new Set([record.id]))
      else ids.add(record.id)
    }
  }
  return names
}

async function readAll(paths: string[]): Promise<OrganisationRecord[]> {
  const found = new Map<string, OrganisationRecord>()
  for (const path of paths) {
    for await (const record of readRorRecords(path))
      if (!found.has(record.id)) found.set(record.id, organisationOfRor(record))
  }
  return [...found.values()]
}

/** Megabytes of objects and buffers alive after a collection. */
function alive(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return Math.round((heapUsed + arrayBuffers) / 1e6)
}

function collect(): void {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
}
