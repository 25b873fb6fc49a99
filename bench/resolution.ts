// How well and how fast names are resolved, beside exact matching: node bench/resolution.ts --registry FILE --sets DIR
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fold } from '../server/modules/registry/resolution/fold.ts'
import { readIndexFile, writeIndexFile } from '../server/modules/registry/resolution/index-file.ts'
import { OrganisationIndex } from '../server/modules/registry/resolution/organisation-index.ts'
import type { OrganisationRecord } from '../server/modules/registry/resolution/organisation-record.ts'
import { resolve } from '../server/modules/registry/resolution/resolve.ts'
import { organisationOfRor, readRorRecords } from '../server/modules/registry/resolution/ror-records.ts'
import { reportNegatives } from './_negatives.ts'

interface Row {
  id: string
  input: string
  ror_ids: string[]
  also_accept?: string[]
  country?: string
  lang?: string
  kind?: string
}

interface Answered {
  row: Row
  answers: { id: string; probability: number }[]
  candidates: string[]
}

const { values } = parseArgs({
  options: {
    registry: { type: 'string', multiple: true },
    sets: { type: 'string' },
    limit: { type: 'string' },
    double: { type: 'boolean' },
    negatives: { type: 'boolean' },
  },
})
if (values.registry === undefined) {
  process.stderr.write(
    'Usage: node bench/resolution.ts --registry FILE [--registry FILE] [--sets DIR] [--limit ROWS] [--double] [--negatives]\n' +
      '  --double     also with every organisation twice, the second time under invented names\n' +
      '  --negatives  also which texts without a right organisation are names of organisations all the same\n',
  )
  process.exit(2)
}

const HEADER = [
  ...['set', 'rows', 'P', 'R', 'F1', 'neg. unanswered', 'in five', 'calibration error'],
  ...['median ms', 'p99 ms', '| exact names only: P', 'R'],
].join('\t')

/** Years in which records were made, by id; not known of all. */
const made = new Map<string, string>()
const records = await readAll(values.registry)
const index = buildIndex(records, '')
keepIndex(index)
if (values.sets === undefined) reportNames('names of the registry', index)
else scoreSets(values.sets)
if (values.double) {
  const twice = buildIndex([...records, ...records.map(inventedTwin)], ' (doubled)')
  reportNames('names of the registry', index)
  reportNames('the same, doubled', twice)
}

function buildIndex(from: OrganisationRecord[], what: string): OrganisationIndex {
  collect()
  const before = alive()
  const started = process.cpuUsage()
  const built = new OrganisationIndex(from)
  const seconds = cpuSeconds(started)
  collect()
  console.log(
    `${built.size} organisations${what}, ${built.nameCount} names; built in ${seconds.toFixed(2)} s of processor time; ` +
      `the index holds ${alive() - before} MB, ${(built.columnBytes / 1e6).toFixed(0)} MB of it in typed columns`,
  )
  return built
}

function keepIndex(built: OrganisationIndex): void {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
  const path = join(folder, 'names.index')
  writeIndexFile(path, built, 'bench')
  const started = process.cpuUsage()
  const read = readIndexFile(path, 'bench')
  const seconds = cpuSeconds(started)
  const size = (statSync(path).size / 1e6).toFixed(0)
  console.log(`the same index from its file of ${size} MB: ${read?.size} organisations in ${seconds.toFixed(2)} s`)
  rmSync(folder, { recursive: true })
}

function scoreSets(folder: string): void {
  const exact = exactNames(records)
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY)
  console.log(
    '\nP, R, F1 by row: a row with a wrong answer is wrong. Rows that the weights were fitted on score a little',
  )
  console.log('higher than new ones: scripts/fit-resolver.ts scores each row by weights that have not seen it.')
  console.log(HEADER)
  const all: Answered[] = []
  const times: number[] = []
  let seconds = 0
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .sort()) {
    const set = file.replace('.dev.jsonl', '')
    const read = readRows(join(folder, file)).slice(0, limit)
    const ours = timed(index, read)
    const base = read.map(row => byExactName(exact, row))
    all.push(...ours.answered)
    times.push(...ours.times)
    seconds += ours.seconds
    console.log(`${line(set, ours.answered)}\t${speedOf(ours.times)}\t| ${exactLine(base)}`)
    if (read.some(row => row.lang !== undefined)) printParts(ours.answered)
    if (values.negatives) printNegatives(set, ours.answered)
  }
  console.log(`${line('all', all)}\t${speedOf(times)}`)
  reportSpeed('all rows', times, seconds)
}

function printNegatives(set: string, answered: Answered[]): void {
  const negatives = answered.filter(one => one.row.ror_ids.length === 0)
  if (negatives.length === 0) return
  const { right, known } = scoresOf(answered)
  const texts = negatives.map(({ row, answers }) => ({
    input: row.input,
    country: row.country,
    answer: answers[0]?.id,
  }))
  reportNegatives(index, set, texts, { known, found: right, negatives: negatives.length }, made)
}

/** Rows of one set by language, and by how they were made. */
function printParts(answered: Answered[]): void {
  for (const [lang, own] of Map.groupBy(answered, one => one.row.lang ?? '?')) console.log(line(`  ${lang}`, own))
  for (const [kind, own] of Map.groupBy(answered, one => (one.row.kind ?? '?').replace(/[+:].*/, '')))
    console.log(line(`  ${kind}`, own))
}

function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(text => JSON.parse(text) as Row)
}

interface Timed {
  answered: Answered[]
  /** Milliseconds by the clock, of each row. */
  times: number[]
  /** Seconds of processor time, of all rows: what other work on the machine does not change. */
  seconds: number
}

function timed(on: OrganisationIndex, from: readonly Row[]): Timed {
  for (const row of from.slice(0, 300)) resolve(on, row.input)
  const times: number[] = []
  const started = process.cpuUsage()
  const answered = from.map(row => {
    const start = performance.now()
    const found = resolve(on, row.input, { country: row.country })
    times.push(performance.now() - start)
    const answers = found.answers.map(match => ({ id: match.organisationId, probability: match.score }))
    const others = found.candidates.map(match => match.organisationId)
    return { row, answers, candidates: [...answers.map(one => one.id), ...others].slice(0, 5) }
  })
  return { answered, times, seconds: cpuSeconds(started) }
}

function line(name: string, answered: Answered[]): string {
  const { precision, recall, unanswered, inFive, calibration } = scoresOf(answered)
  const figures = [precision, recall, (2 * precision * recall) / (precision + recall), unanswered, inFive, calibration]
  return [name, answered.length, ...figures.map(ratio)].join('\t')
}

function exactLine(answered: Answered[]): string {
  const { precision, recall } = scoresOf(answered)
  return `${ratio(precision)}\t${ratio(recall)}`
}

function scoresOf(answered: Answered[]) {
  const sum = { answered: 0, right: 0, known: 0, negatives: 0, unanswered: 0, inFive: 0, answers: 0 }
  const steps = Array.from({ length: 10 }, () => ({ expected: 0, right: 0 }))
  for (const { row, answers, candidates } of answered) {
    const accepted = new Set([...row.ror_ids, ...(row.also_accept ?? [])])
    for (const { id, probability } of answers) {
      const step = steps[Math.min(9, Math.floor(probability * 10))]!
      step.expected += probability
      step.right += accepted.has(id) ? 1 : 0
      sum.answers++
    }
    if (answers.length > 0) sum.answered++
    if (answers.length > 0 && answers.every(one => accepted.has(one.id))) sum.right++
    if (row.ror_ids.length === 0) {
      sum.negatives++
      if (answers.length === 0) sum.unanswered++
    } else {
      sum.known++
      if (candidates.some(id => accepted.has(id))) sum.inFive++
    }
  }
  return {
    right: sum.right,
    known: sum.known,
    precision: sum.right / sum.answered,
    recall: sum.right / sum.known,
    unanswered: sum.unanswered / sum.negatives,
    inFive: sum.inFive / sum.known,
    calibration: steps.reduce((total, step) => total + Math.abs(step.expected - step.right), 0) / sum.answers,
  }
}

function speedOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return [sorted[sorted.length >> 1], sorted[Math.floor(sorted.length * 0.99)]].map(one => one!.toFixed(2)).join('\t')
}

function reportSpeed(what: string, times: readonly number[], seconds: number): void {
  console.log(
    `${what}: median and p99 ${speedOf(times).replace('\t', ' and ')} ms by the clock, longest ${Math.max(...times).toFixed(1)} ms, ` +
      `10,000 in ${((seconds / times.length) * 10_000).toFixed(1)} s of processor time`,
  )
}

function reportNames(what: string, on: OrganisationIndex): void {
  const { times, seconds } = timed(on, namesAsRows())
  reportSpeed(what, times, seconds)
}

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '-'
}

function byExactName(exact: Map<string, Set<string>>, row: Row): Answered {
  const ids = [...(exact.get(fold(row.input)) ?? [])]
  const answers = ids.length === 1 ? ids.map(id => ({ id, probability: 1 })) : []
  return { row, answers, candidates: ids.slice(0, 5) }
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

/** Every eleventh organisation's first name with its city. */
function namesAsRows(): Row[] {
  return records
    .filter((_, i) => i % 11 === 0)
    .slice(0, Number(values.limit ?? 5000))
    .map(record => ({ id: record.id, input: `${record.names[0]?.text}, ${record.city ?? ''}`, ror_ids: [record.id] }))
}

/** The same organisation under names whose longer words are turned round. */
function inventedTwin(record: OrganisationRecord): OrganisationRecord {
  const turned = (word: string): string => (word.length < 6 ? word : [...word].reverse().join(''))
  const names = record.names.map(name => ({ ...name, text: name.text.replace(/[\p{L}\p{M}]+/gu, turned) }))
  const { rorId: _, ...rest } = record
  return { ...rest, id: `twin-${record.id}`, names, parents: [], children: [], successors: [] }
}

async function readAll(paths: string[]): Promise<OrganisationRecord[]> {
  const found = new Map<string, OrganisationRecord>()
  for (const path of paths) {
    for await (const record of readRorRecords(path)) {
      if (!found.has(record.id)) found.set(record.id, organisationOfRor(record))
      const { created } = (record.admin ?? {}) as { created?: { date?: string | null } }
      if (created?.date) made.set(record.id, created.date.slice(0, 4))
    }
  }
  return [...found.values()]
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
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
