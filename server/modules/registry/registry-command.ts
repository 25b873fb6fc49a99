// `concord registry …`: imports official lists, fetches the newest dump, says what the registry holds.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import type { ActionServices } from '#core/actions.ts'
import type { Config } from '#core/config.ts'
import { fileProblem, importOfficialList, kindOfFile } from './import/import-file.ts'
import type { ImportProgress, ImportResult } from './import/import-registry.ts'
import { DumpNotFetched, downloadDump, findNewestDump } from './import/official-dump.ts'
import { listHomes } from './organisation.store.ts'
import type { ImportKind } from './registry.terms.ts'
import { countRegistry, findLastRun } from './registry-run.store.ts'

export type RegistryCommandServices = ActionServices & { config: Pick<Config, 'rorDumpUrl' | 'dataDir'> }

const usage = `concord registry import FILE [--kind ror|charter] [--create]
    takes over an official list: a ROR dump (zip, JSON array or lines, plain or gzip, schema 1 or 2) or the list of
    Erasmus charter holders (CSV). Without --kind a .csv is a charter list. --create adds organisations of a charter
    list that are not known, as unverified. The same file again changes nothing; an interrupted import goes on.
concord registry update
    fetches the newest official ROR dump and takes it over
concord registry state
    says what the registry holds
`

/** Runs one command line without its first word; answers the exit code. */
export async function registryCommand(args: readonly string[], services: RegistryCommandServices): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'import') return importCommand(rest, services)
  if (verb === 'update' && rest.length === 0) return updateCommand(services)
  if (verb === 'state' && rest.length === 0) return stateCommand(services)
  const asked = verb === undefined || verb === 'help' || verb === '--help'
  ;(asked ? stdout : stderr).write(usage)
  return asked ? 0 : 2
}

async function importCommand(args: string[], services: RegistryCommandServices): Promise<number> {
  let parsed: { file: string | undefined; kind: string | undefined; create: boolean }
  try {
    const options = { kind: { type: 'string' }, create: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    parsed = {
      file: positionals.length === 1 ? positionals[0] : undefined,
      kind: values.kind,
      create: values.create ?? false,
    }
  } catch (error) {
    stderr.write(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  const { file, kind = kindOfFile(file ?? ''), create } = parsed
  if (file === undefined || (kind !== 'ror' && kind !== 'charter')) {
    stderr.write(usage)
    return 2
  }
  return importFile(services, path.resolve(file), kind, create)
}

async function importFile(
  services: RegistryCommandServices,
  file: string,
  kind: ImportKind,
  create: boolean,
): Promise<number> {
  const line = progressLine()
  const start = performance.now()
  try {
    const onProgress = (progress: ImportProgress) => line.show(importText(progress))
    const result = await importOfficialList(services, file, { kind, create, onProgress })
    line.end()
    stdout.write(resultText(result, kind, (performance.now() - start) / 1000))
    return 0
  } catch (error) {
    line.end()
    const problem = fileProblem(error, file)
    if (problem === undefined) throw error
    stderr.write(`${file} cannot be imported: ${problem}.\nNothing was changed.\n`)
    return 1
  }
}

async function updateCommand(services: RegistryCommandServices): Promise<number> {
  const { rorDumpUrl, dataDir } = services.config
  const line = progressLine()
  let file: string
  try {
    const dump = await findNewestDump(rorDumpUrl)
    stderr.write(`The newest dump is ${dump.name}.\n`)
    file = await downloadDump(dump, path.join(dataDir, 'downloads'), {
      onProgress: ({ bytes, total }) =>
        line.show(`fetching  ${megabytes(bytes)}${total === null ? '' : ` of ${megabytes(total)}`}`),
    })
    line.end()
  } catch (error) {
    line.end()
    if (!(error instanceof DumpNotFetched)) throw error
    stderr.write(byHand(error.message, rorDumpUrl))
    return 1
  }
  const code = await importFile(services, file, 'ror', false)
  if (code === 0 && !rorDumpUrl.startsWith('file:')) await rm(file, { force: true })
  return code
}

const byHand = (reason: string, address: string): string => `The newest dump could not be fetched: ${reason}.
Asked was ${address} (set ROR_DUMP_URL to change it).
Without a network: on a machine that has one, open https://zenodo.org/communities/ror-data, load the newest
file "vX.Y-YYYY-MM-DD-ror-data.zip", bring it here, and run:
  ./concord registry import vX.Y-YYYY-MM-DD-ror-data.zip
`

async function stateCommand(services: RegistryCommandServices): Promise<number> {
  const counts = await countRegistry(services.db)
  const homes = await listHomes(services.db)
  const last = await findLastRun(services.db)
  const lines: [string, string][] = [
    ['organisations', whole(counts.organisations)],
    ['units', whole(counts.units)],
    ['names', whole(counts.names)],
    ['identifiers', whole(counts.identifiers)],
    ['countries', whole(counts.countries)],
    ['persons', whole(counts.persons)],
    ['not verified', whole(counts.unverified)],
    ['home organisations', homes.map(home => home.name).join(', ') || 'none chosen yet'],
    [
      'last import',
      last === undefined
        ? 'none yet: run `concord registry update`'
        : `${last.fileName}, ${last.finishedAt?.slice(0, 10)}`,
    ],
  ]
  stdout.write(`${lines.map(([label, value]) => `${label.padEnd(20)}${value}`).join('\n')}\n`)
  return 0
}

const whole = (number: number): string => new Intl.NumberFormat('en').format(number)
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

function importText({ step, done, total, rate, secondsLeft }: ImportProgress): string {
  if (step === 'reading') return `checking  ${whole(done)} records`
  if (step === 'finishing') return 'finishing'
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`
  return `importing ${whole(done)} of ${whole(total)} (${whole(Math.round(rate))} a second${left})`
}

function resultText({ report, resumedFrom }: ImportResult, kind: ImportKind, seconds: number): string {
  const lines: [string, number | undefined][] =
    kind === 'ror'
      ? [
          ['added', report.added],
          ['changed', report.changed],
          ['unchanged', report.unchanged],
          ['withdrawn', report.withdrawn],
          ['edits by hand kept', report.keptEdits],
          ['skipped', report.skipped],
        ]
      : [
          ['rows matched', report.matched],
          ['identifiers added', report.identifiersAdded],
          ['organisations changed', report.changed],
          ['organisations created', report.added],
          ['doubtful rows', report.doubtful],
          ['unknown rows', report.unknown],
          ['edits by hand kept', report.keptEdits],
          ['skipped', report.skipped],
        ]
  const resumed = resumedFrom > 0 ? `Went on after ${whole(resumedFrom)} records of the interrupted import.\n` : ''
  const skipped = report.skippedRecords.map(one => `  record ${one.place}: ${one.reason}\n`).join('')
  const table = lines.map(([label, count]) => `${label.padEnd(24)}${whole(count ?? 0)}\n`).join('')
  return `${resumed}${table}${skipped}Done in ${seconds.toFixed(1)} s.\n`
}

const quietMs = 5000

/** One line that is written over on a terminal; elsewhere a line now and then. */
function progressLine() {
  let last = 0
  let shown = ''
  const isTerminal = stderr.isTTY === true
  return {
    show(text: string): void {
      const now = performance.now()
      if (now - last < (isTerminal ? 100 : quietMs)) return
      last = now
      stderr.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`)
      shown = text
    },
    end(): void {
      if (isTerminal && shown !== '') stderr.write('\r\u001b[2K')
      shown = ''
    },
  }
}
