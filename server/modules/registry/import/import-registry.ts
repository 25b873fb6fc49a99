// Imports the official dump of the Research Organization Registry: whole, again, or on from where it was cut off.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type ActionServices, runAction } from '#core/actions.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { endRegistryImport } from '../actions/end-registry-import.ts'
import { importRorBatch } from '../actions/import-ror-batch.ts'
import { startRegistryImport } from '../actions/start-registry-import.ts'
import type { OfficialFacts } from '../organisation-facts.ts'
import type { ImportReport } from '../registry.contract.ts'
import { newRorReadReport, type RorReadReport, readRorRecords } from '../resolution/ror-records.ts'
import { bareRor, officialFacts } from './ror-facts.ts'

export interface ImportProgress {
  step: 'reading' | 'writing' | 'finishing'
  done: number
  total: number
  /** Records a second since the writing began. */
  rate: number
  /** Null until it can be told. */
  secondsLeft: number | null
}

export interface ImportOptions {
  /** The name people know the file by; the path's last part otherwise. */
  fileName?: string
  actor?: Actor
  /** A run that waits already; otherwise one is begun, or the interrupted one of the same file taken up. */
  runId?: string
  /** Records in one transaction. */
  batchSize?: number
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
}

export interface ImportResult {
  runId: string
  /** Records that an earlier, interrupted try had done. */
  resumedFrom: number
  report: ImportReport
}

/** SHA-256 of a file in hex. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/**
 * Imports a dump of any published form (zip, gzip, plain; array or lines; schema 1 and 2). The file is read once
 * before anything is written, so that one that is cut off or of another kind changes nothing.
 * @throws RorFileError with a sentence when the file cannot be read.
 */
export async function importRegistry(
  services: ActionServices,
  file: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const actor = options.actor ?? systemActor()
  const counted = await countRecords(file, options)
  const run = await runAction(services, actor, startRegistryImport, {
    kind: 'ror',
    fileName: options.fileName ?? path.basename(file),
    sha256: await fileHash(file),
    options: {},
    recordsTotal: counted.read,
    ...(options.runId !== undefined && { runId: options.runId }),
  })
  let report = run.report
  const skipped = {
    skipped: counted.skipped,
    skippedRecords: counted.skippedExamples.map(({ number, reason }) => ({ place: String(number), reason })),
  }
  const tell = progressTeller(options, counted.read, run.recordsDone)
  for await (const batch of readAhead(batchesOf(file, options.batchSize ?? 2000, run.recordsDone))) {
    options.signal?.throwIfAborted()
    report = await runAction(services, actor, importRorBatch, { runId: run.id, ...batch, ...skipped })
    tell('writing', batch.recordsDone)
  }
  tell('finishing', counted.read)
  await runAction(services, actor, endRegistryImport, { runId: run.id })
  return { runId: run.id, resumedFrom: run.recordsDone, report }
}

async function countRecords(file: string, options: ImportOptions): Promise<RorReadReport> {
  const report = newRorReadReport()
  for await (const _record of readRorRecords(file, report)) {
    if (report.read % 10_000 !== 0) continue
    options.signal?.throwIfAborted()
    options.onProgress?.({ step: 'reading', done: report.read, total: 0, rate: 0, secondsLeft: null })
  }
  return report
}

interface FileBatch {
  records: Map<string, OfficialFacts>
  recordsDone: number
}

/** Batches of facts after the records that are done already. */
async function* batchesOf(file: string, size: number, done: number): AsyncGenerator<FileBatch> {
  let read = 0
  let records = new Map<string, OfficialFacts>()
  for await (const record of readRorRecords(file)) {
    read += 1
    if (read <= done) continue
    records.set(bareRor(record.id), officialFacts(record))
    if (read % size !== 0) continue
    yield { records, recordsDone: read }
    records = new Map()
  }
  if (records.size > 0) yield { records, recordsDone: read }
}

/** Prepares the next one while the last one is written. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (let result = await next; !result.done; result = await next) {
      next = source.next()
      next.catch(() => {})
      yield result.value
    }
  } finally {
    await source.return(undefined)
  }
}

/** Tells progress with its rate and the time left. */
export function progressTeller(options: ImportOptions, total: number, resumedFrom: number) {
  const start = performance.now()
  return (step: ImportProgress['step'], done: number): void => {
    const seconds = (performance.now() - start) / 1000
    const rate = seconds > 0 ? (done - resumedFrom) / seconds : 0
    const secondsLeft = step === 'writing' && rate > 0 ? Math.round((total - done) / rate) : null
    options.onProgress?.({ step, done, total, rate, secondsLeft })
  }
}
