// The doctor: looks at everything an operator answers for, and says in sentences what is well and what is not.
import { hash } from 'node:crypto'
import { readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Db } from '../../database/connect.ts'
import { checkInvariants } from '../../doctor.ts'
import type { Translator } from '../../i18n.ts'
import type { ModuleDefinition } from '../../module.ts'
import type { Services } from '../../services.ts'
import { lastBackup } from '../last-backup.ts'
import { sizeText } from '../size-text.ts'
import { type Finding, found, type HealthState } from './finding.ts'
import { type checkNames, findings as say } from './health.terms.ts'
import { queueState } from './queue-state.ts'
import { checkStoredFiles } from './stored-files.ts'

export type CheckName = keyof typeof checkNames

export interface HealthCheck {
  name: CheckName
  /** The worst of its findings. */
  state: HealthState
  findings: Finding[]
}

export type HealthServices = Pick<Services, 'db' | 'config' | 'files' | 'mail' | 'clock'>

export interface HealthOptions {
  /** Reads every stored file and compares its content: minutes for large installations. */
  deep?: boolean
  /** Told before each check. */
  onCheck?: (name: CheckName) => void
}

/** Runs the named checks, or all. A check that cannot run is a problem; none of them throws. */
export async function checkHealth(
  services: HealthServices,
  modules: readonly ModuleDefinition[],
  options: HealthOptions = {},
  only: readonly CheckName[] = ['truths', 'database', 'files', 'storage', 'queue', 'mail', 'disk', 'backup'],
): Promise<HealthCheck[]> {
  const checks: Record<CheckName, () => Promise<Finding[]>> = {
    truths: () => checkTruths(services.db, modules),
    database: () => checkDatabase(services),
    files: () => checkStoredFiles(services, options.deep ?? false),
    storage: () => checkStorage(services),
    queue: () => checkQueue(services.db),
    mail: () => checkMail(services),
    disk: () => checkDisk(services),
    backup: () => checkBackup(services),
  }
  const results: HealthCheck[] = []
  for (const name of only) {
    options.onCheck?.(name)
    const list = await checks[name]().catch(error => [found('problem', say.unchecked, { reason: reasonOf(error) })])
    results.push({ name, state: worst(list), findings: list })
  }
  return results
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const worst = (list: readonly { state: HealthState }[]): HealthState =>
  (['problem', 'warning'] as const).find(state => list.some(one => one.state === state)) ?? 'ok'

export const presentFinding = ({ term, values }: Finding, t: Translator): string => t(term, values)

async function checkTruths(db: Db, modules: readonly ModuleDefinition[]): Promise<Finding[]> {
  const results = await checkInvariants(db, modules)
  const broken = results.flatMap(({ name, problems }) =>
    problems.map(problem => found('problem', say.truthBroken, { name, problem })),
  )
  const { rows } = await sql<{
    events: number
  }>`select coalesce(sum(position), 0)::bigint as events from event_chain`.execute(db)
  return broken.length > 0 ? broken : [found('ok', say.truthsHold, { count: results.length, events: rows[0]!.events })]
}

const oldestVersion = 15
const clockToleranceSeconds = 5

async function checkDatabase({ db, clock }: HealthServices): Promise<Finding[]> {
  const asked = clock.now().epochMilliseconds
  const { rows } = await sql<{
    version: string
    number: number
    encoding: string
    at: string
    bytes: number
    connections: number
  }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding, clock_timestamp() as at,
      pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`.execute(db)
  const { version, number, encoding, at, bytes, connections } = rows[0]!
  const seconds = Math.round(Math.abs(Date.parse(at) - asked) / 1000)
  return [
    found('ok', say.databaseFine, { version, size: sizeText(bytes), count: connections }),
    ...(number < oldestVersion * 10_000 ? [found('problem', say.databaseOld, { version })] : []),
    ...(encoding === 'UTF8' ? [] : [found('problem', say.databaseEncoding, { encoding })]),
    ...(seconds > clockToleranceSeconds ? [found('warning', say.clocksDiffer, { seconds })] : []),
  ]
}

async function checkStorage({ files }: HealthServices): Promise<Finding[]> {
  const text = `written by the doctor ${crypto.randomUUID()}`
  try {
    const stored = await files.write(Readable.from([Buffer.from(text)]))
    const read = await buffer(await files.read(stored.hash))
    await files.remove(stored.hash)
    const same = hash('sha256', read) === hash('sha256', text)
    return [
      same ? found('ok', say.storageFine) : found('problem', say.storageFails, { reason: 'other bytes came back' }),
    ]
  } catch (error) {
    return [found('problem', say.storageFails, { reason: reasonOf(error) })]
  }
}

const backupDays = 8

/** A week and a day: a weekly backup is the least. */
async function checkBackup({ db, clock }: HealthServices): Promise<Finding[]> {
  const last = await lastBackup(db)
  const { rows } = await sql<{ first: string | null }>`select min(at) as first from event`.execute(db)
  const daysSince = (at: string) => Math.floor((clock.now().epochMilliseconds - Date.parse(at)) / 86_400_000)
  if (last) {
    const days = daysSince(last.at)
    const isOld = days > backupDays
    return [
      found(isOld ? 'warning' : 'ok', isOld ? say.backupOld : say.backupFine, { days, size: sizeText(last.bytes) }),
    ]
  }
  const isUsed = rows[0]!.first !== null && daysSince(rows[0]!.first) > 0
  return [found(isUsed ? 'warning' : 'ok', say.backupNever)]
}

const lateMinutes = 10

async function checkQueue(db: Db): Promise<Finding[]> {
  const { waiting, running, parked, oldestSeconds } = await queueState(db)
  const minutes = Math.floor(oldestSeconds / 60)
  return [
    found('ok', say.queueFine, { waiting, running }),
    ...(parked > 0 ? [found('warning', say.queueParked, { count: parked })] : []),
    ...(minutes >= lateMinutes ? [found('problem', say.queueLate, { minutes })] : []),
  ]
}

async function checkMail({ mail, config }: HealthServices): Promise<Finding[]> {
  if (!mail.delivers) {
    const folder = path.join(config.dataDir, 'outbox')
    const names = await readdir(folder).catch(() => [])
    return [found('warning', say.mailKept, { count: names.filter(name => name.endsWith('.eml')).length, folder })]
  }
  return mail.check().then(
    () => [found('ok', say.mailFine)],
    error => [found('problem', say.mailFails, { reason: reasonOf(error) })],
  )
}

const lowShare = 0.1
const lowBytes = 1e9
const nothingLeftBytes = 2e8

async function checkDisk({ config }: HealthServices): Promise<Finding[]> {
  const folders = [...new Set([config.dataDir, config.storageFolder].filter(folder => folder !== ''))]
  const list: Finding[] = []
  const seen = new Set<number>()
  for (const folder of folders) {
    const space = await statfs(folder).catch(() => undefined)
    const disk = await stat(folder).catch(() => undefined)
    // Two folders of one disk are said once.
    if (!space || !disk || seen.has(disk.dev)) continue
    seen.add(disk.dev)
    const [free, total] = [space.bavail * space.bsize, space.blocks * space.bsize]
    const isLow = free < lowBytes || free < total * lowShare
    const state = free < nothingLeftBytes ? 'problem' : isLow ? 'warning' : 'ok'
    list.push(
      found(state, isLow ? say.diskLow : say.diskFine, { free: sizeText(free), total: sizeText(total), folder }),
    )
  }
  return list
}
