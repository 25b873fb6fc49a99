// The same import on the command line: plan a list as JSON or in words, write it, give the agreements back.
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { stderr, stdout } from 'node:process'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { runAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { cleanFileName } from '#core/files/file-names.ts'
import { isLanguage, type Translator, translator } from '#core/i18n.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import { openResolver } from '#modules/registry/index.ts'
import { changeMapping } from './actions/decide-import.ts'
import { startImport } from './actions/start-import.ts'
import { requestWriting } from './actions/step-import.ts'
import { findRun, type StoredRun } from './import.store.ts'
import { presentFailure } from './import.views.ts'
import { homeFor, NoSuchHome } from './import-home.ts'
import { inWords, planAsJson } from './import-plan.views.ts'
import { makePlan } from './planning/make-plan.ts'
import { readSourceFile } from './reading/read-source-file.ts'
import { ReadingError } from './reading/source-table.ts'
import { exportList } from './writing/export-list.ts'

const usage = `concord import agreements FILE --plan [--json] [--language en|fa|ru]   shows what the list says, writes nothing
concord import agreements FILE --yes [--home NAME] [--skip-doubtful]    writes it
`

interface Wanted {
  file: string
  plan: boolean
  json: boolean
  yes: boolean
  home: string | undefined
  skipDoubtful: boolean
  t: Translator
}

function read(args: readonly string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        plan: { type: 'boolean' },
        json: { type: 'boolean' },
        yes: { type: 'boolean' },
        home: { type: 'string' },
        language: { type: 'string' },
        'skip-doubtful': { type: 'boolean' },
      },
    })
    const [what, file, ...rest] = positionals
    if (what !== 'agreements' || !file || rest.length > 0 || Boolean(values.plan) === Boolean(values.yes))
      return undefined
    return {
      file,
      plan: values.plan ?? false,
      json: values.json ?? false,
      yes: values.yes ?? false,
      home: values.home,
      skipDoubtful: values['skip-doubtful'] ?? false,
      t: translator(values.language && isLanguage(values.language) ? values.language : 'en'),
    }
  } catch {
    return undefined
  }
}

/** `import agreements FILE`: exit code 0, 1 when the file is refused, 2 for wrong use. */
export async function importCommand(args: readonly string[], services: Services): Promise<number> {
  const wanted = read(args)
  if (!wanted) {
    stderr.write(usage)
    return 2
  }
  try {
    return wanted.plan ? await showPlan(wanted, services) : await writeFile(wanted, services)
  } catch (error) {
    if (error instanceof ReadingError) stderr.write(`${presentFailure(error, wanted.t)}\n`)
    else if (error instanceof NoSuchHome) {
      stderr.write(`${error.message}\n`)
      return 2
    } else if (error instanceof Refusal) stderr.write(`${wanted.t(error.declaration.text, error.values)}\n`)
    else throw error
    return 1
  }
}

/** Plans in memory: nothing is kept, so that a list can be looked at before the installation is set up. */
async function showPlan(wanted: Wanted, services: Services): Promise<number> {
  const { db, config } = services
  const limits = { fileBytes: config.uploadLimitMb * 1024 * 1024 }
  const file = await readSourceFile({ path: wanted.file }, { fileName: path.basename(wanted.file), limits })
  const homeId = await homeFor(services, wanted.home)
  const plan = await makePlan({
    file,
    choice: {},
    table: { today: dayIn(services.clock.now(), services.timeZone) },
    records: homeId === null ? null : { db, reader: systemActor(), homeId, written: [] },
    resolver: await openResolver(services, homeId),
    defaultKind: null,
  })
  const shown = await planAsJson(plan, services, wanted.t)
  stdout.write(wanted.json ? `${JSON.stringify(shown, null, 1)}\n` : inWords(shown))
  return 0
}

/** Writes through the same actions as the page, and waits for them. */
async function writeFile(wanted: Wanted, services: Services): Promise<number> {
  const actor = systemActor('Command line')
  const homeId = await homeFor(services, wanted.home)
  if (homeId === null) {
    stderr.write('Say for which organisation of yours the list is: --home NAME, or --home with its ROR id.\n')
    return 2
  }
  await stat(wanted.file).catch(() => {
    throw new ReadingError('file_not_found', { name: wanted.file })
  })
  const limit = services.config.uploadLimitMb * 1024 * 1024
  const fileName = cleanFileName(path.basename(wanted.file))
  const stored = await services.files.write(createReadStream(wanted.file), { limit, name: fileName })
  const input = { homeId, fileName, sha256: stored.hash, bytes: stored.size, mediaType: stored.mediaType }
  const { id } = await runAction(services, actor, startImport, input)
  let run = await settledRun(services, id)
  if (run.state === 'planned' && wanted.skipDoubtful) {
    await runAction(services, actor, changeMapping, { id, version: run.version, options: { doubtful: 'skip' } })
    run = await settledRun(services, id)
  }
  if (run.state === 'planned' && run.totals!.create + run.totals!.update > 0) {
    await runAction(services, actor, requestWriting, { id })
    run = await settledRun(services, id)
  }
  return report(run, wanted.t)
}

/** Does the work here, or waits while a running process does it. */
async function settledRun(services: Services, id: string): Promise<StoredRun> {
  for (;;) {
    await services.jobs.drain()
    const run = (await findRun(services.db, systemActor(), id))!
    if (!['reading', 'planning', 'writing'].includes(run.state)) return run
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

function report(run: StoredRun, t: Translator): number {
  if (run.failure) {
    stderr.write(`${presentFailure(run.failure, t)}\n`)
    return 1
  }
  const totals = run.totals!
  const said = run.state === 'written' ? 'Written' : 'Nothing to write'
  stdout.write(
    `${said}: ${totals.create} new, ${totals.update} changed, ${totals.same} the same, ${totals.skipped + totals.error} left out.\n`,
  )
  return 0
}

const exportUsage = 'concord export agreements --format xlsx|csv|json [--out FILE] [--language en|fa|ru]\n'

/** `export agreements`: the original columns in their order, then new ones. */
export async function exportCommand(args: readonly string[], services: Services): Promise<number> {
  let options: { format?: string | undefined; out?: string | undefined; language?: string | undefined }
  let what: string | undefined
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' } },
    })
    options = parsed.values
    what = parsed.positionals[0]
  } catch {
    options = {}
  }
  const format = options.format ?? 'xlsx'
  if (what !== 'agreements' || (format !== 'xlsx' && format !== 'csv' && format !== 'json')) {
    stderr.write(exportUsage)
    return 2
  }
  const t = translator(options.language ?? 'en')
  const today = dayIn(services.clock.now(), services.timeZone)
  const list = await exportList({ db: services.db, actor: systemActor(), t, today }, { format })
  if (options.out) await pipeline(list.body, createWriteStream(options.out))
  else await pipeline(list.body, stdout, { end: false })
  return 0
}
