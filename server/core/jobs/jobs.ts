// Work that happens after a commit: queued in the writing transaction, tried again when it fails, never lost.
import pg from 'pg'
import { type ConstructorOptions, fromKysely, type Job, type JobInsert, PgBoss } from 'pg-boss'
import { type Connection, type Db, poolConfig } from '../database/connect.ts'
import type { Log } from '../log.ts'

export interface JobOptions {
  /** Tries after the first failure, with growing pauses, before the job is parked. 5 by default. */
  retries?: number
  /** Cron expression in the installation's time zone. */
  schedule?: string
  /** Jobs of this name that one process runs at the same time. 2 by default. */
  concurrency?: number
  /** Seconds after which a running job counts as failed. 900 by default. */
  expiresAfter?: number
}

export interface JobRun {
  jobId: string
  /** Aborted when the job has expired or the process ends. */
  signal: AbortSignal
}

export type JobHandler = (payload: Record<string, unknown>, run: JobRun) => Promise<void>

export interface NewJob {
  job: string
  payload: object
  options?: {
    /** Not before this instant (ISO 8601). */
    after?: string
    /** While a job with this key waits, another one is not added. */
    singletonKey?: string
  }
}

/** A job that failed for the last time and waits for a person. */
export interface ParkedJob {
  id: string
  job: string
  payload: Record<string, unknown>
  error: string
  tries: number
  createdAt: string
  parkedAt: string
}

export interface Jobs {
  /** Names a kind of job and what it does; every process defines all, only workers run them. */
  define(name: string, options: JobOptions, handler: JobHandler): Promise<void>
  /** Queues inside the transaction of `db`: a rollback takes the job with it. */
  enqueue(db: Db, job: string, payload: object, options?: NewJob['options']): Promise<void>
  enqueueAll(db: Db, jobs: readonly NewJob[]): Promise<void>
  /** Begins to run jobs and schedules in this process. */
  work(): Promise<void>
  /** Runs everything that is due, here and now, until nothing is left; for tests and commands. Returns how many ran. */
  drain(): Promise<number>
  /** Oldest first, at most 1000. */
  listParked(): Promise<ParkedJob[]>
  /** Puts parked jobs back into their queues; returns how many. */
  retryParked(ids: readonly string[]): Promise<number>
  discardParked(ids: readonly string[]): Promise<void>
  /** Waits for running jobs, at most 20 seconds; what is not done by then is tried again by the next process. */
  stop(): Promise<void>
}

export interface JobsSetup {
  target: string | Connection
  log: Log
  timeZone?: string
}

const parking = 'parked'
const tenYears = 10 * 365 * 86_400
const stopLimitMs = 20_000

interface Defined {
  options: JobOptions
  handler: JobHandler
}

/** Opens the queue and brings its tables up to date. */
export async function createJobs({ target, log, timeZone = 'UTC' }: JobsSetup): Promise<Jobs> {
  const defined = new Map<string, Defined>()
  const end = { began: false }
  const boss = open(target, log, end, { max: 2, supervise: false, schedule: false, registerInstance: false })
  await boss.start()
  await boss.createQueue(parking, { retentionSeconds: tenYears })
  const known = new Set((await boss.getQueues()).map(queue => queue.name))
  let worker: PgBoss | undefined

  const enqueueAll = async (db: Db, jobs: readonly NewJob[]) => {
    for (const [name, group] of Map.groupBy(jobs, one => one.job))
      await boss.insert(name, group.map(insertOf), { db: fromKysely(db) })
  }
  return {
    define: async (name, options, handler) => {
      if (defined.has(name)) throw new Error(`job defined twice: ${name}`)
      defined.set(name, { options, handler })
      const queue = queueOptions(options)
      if (known.has(name)) await boss.updateQueue(name, queue)
      else await boss.createQueue(name, { ...queue, policy: 'short' })
    },
    enqueue: (db, job, payload, options) => enqueueAll(db, [{ job, payload, ...(options && { options }) }]),
    enqueueAll,
    work: async () => {
      worker ??= await startWorker(open(target, log, end, { max: 4, useListenNotify: true }), defined, log, timeZone)
    },
    drain: () => drain(boss, defined, log),
    listParked: async () => (await boss.findJobs<Record<string, unknown>>(parking)).map(presentParked),
    retryParked: ids => boss.redrive(parking, { ids: [...ids] }),
    discardParked: async ids => {
      await boss.deleteJob(parking, [...ids])
    },
    stop: async () => {
      await worker?.stop({ graceful: true, timeout: stopLimitMs })
      end.began = true
      await boss.stop({ graceful: false })
    },
  }
}

// The installation reads numbers and times its own way (see connect.ts); the queue expects the driver's.
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: text => text,
  [pg.types.builtins.TIMESTAMPTZ]: text => new Date(text),
}
const types = {
  getTypeParser: (type: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' && parsers[type]) || pg.types.getTypeParser(type, format as 'text'),
}

function open(target: string | Connection, log: Log, end: { began: boolean }, options: ConstructorOptions): PgBoss {
  const place = { ...poolConfig(target), types } as ConstructorOptions
  const boss = new PgBoss({ ...place, ...options, schema: 'jobs', persistWarnings: false, monitorVacuum: false })
  // Our own database goes with us; connections that notice it last have nothing to tell.
  boss.on('error', error => end.began || log.error({ err: error }, 'job queue'))
  boss.on('warning', warning => log.warn({ warning }, 'job queue'))
  return boss
}

const queueOptions = (options: JobOptions) => ({
  retryLimit: options.retries ?? 5,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: options.expiresAfter ?? 900,
  retentionSeconds: tenYears,
  deadLetter: parking,
  notify: true,
})

// The queue lets one waiting job through per key; a job without a key has its own.
function insertOf({ payload, options }: NewJob): JobInsert {
  return {
    data: payload,
    singletonKey: options?.singletonKey ?? crypto.randomUUID(),
    ...(options?.after !== undefined && { startAfter: options.after }),
  }
}

async function startWorker(
  boss: PgBoss,
  defined: ReadonlyMap<string, Defined>,
  log: Log,
  timeZone: string,
): Promise<PgBoss> {
  await boss.start()
  for (const [name, { options, handler }] of defined) {
    for (let nth = 0; nth < (options.concurrency ?? 2); nth += 1) await addWorker(boss, name, handler, log)
    if (options.schedule !== undefined) await boss.schedule(name, options.schedule, {}, { tz: timeZone })
  }
  for (const { name } of await boss.getSchedules())
    if (defined.get(name)?.options.schedule === undefined) await boss.unschedule(name)
  return boss
}

/** One worker of a queue. Where one job was, more may be: it looks again at once, and pauses only when nothing is left. */
async function addWorker(boss: PgBoss, name: string, handler: JobHandler, log: Log): Promise<void> {
  let id = ''
  const work = async (jobs: Job<Record<string, unknown>>[]) => {
    try {
      for (const job of jobs) await runJob(job, handler, log)
    } finally {
      boss.notifyWorker(id)
    }
  }
  id = await boss.work<Record<string, unknown>>(name, { notifyPollingIntervalSeconds: 10 }, work)
}

async function runJob(job: Job<Record<string, unknown>>, handler: JobHandler, log: Log): Promise<void> {
  try {
    // Jobs that were fetched by hand come without a signal.
    await handler(job.data ?? {}, { jobId: job.id, signal: job.signal ?? new AbortController().signal })
  } catch (error) {
    log.warn({ err: error, job: job.name, jobId: job.id, failures: job.retryCount + 1 }, 'job failed')
    throw error
  }
}

async function drain(boss: PgBoss, defined: ReadonlyMap<string, Defined>, log: Log): Promise<number> {
  let total = 0
  for (;;) {
    let found = 0
    for (const [name, { handler }] of defined) {
      for (const job of await boss.fetch<Record<string, unknown>>(name, { batchSize: 100 })) {
        found += 1
        try {
          await runJob(job, handler, log)
          await boss.complete(name, job)
        } catch (error) {
          await boss.fail(name, job, error as Error)
        }
      }
    }
    total += found
    if (found === 0) return total
  }
}

type Parked = Awaited<ReturnType<PgBoss['findJobs']>>[number]

function presentParked(job: Parked): ParkedJob {
  const output = (job.sourceOutput ?? {}) as { message?: unknown; value?: { message?: unknown } }
  return {
    id: job.id,
    job: job.sourceName ?? '',
    payload: (job.data ?? {}) as Record<string, unknown>,
    error: String(output.message ?? output.value?.message ?? JSON.stringify(output)),
    tries: (job.sourceRetryCount ?? 0) + 1,
    createdAt: (job.sourceCreatedOn ?? job.createdOn).toISOString(),
    parkedAt: job.createdOn.toISOString(),
  }
}
