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
import { findOrganisations, listHomes, openResolver } from '#modules/registry/index.ts'
import { changeMapping } from './actions/decide-import.ts'
import { startImport } from './actions/start-import.ts'
import { requestWriting } from './actions/step-import.ts'
import { findRun, type StoredRun } from './import.store.ts'
import { doubtText, presentFailure } from './import.views.ts'
import { makePlan, totalsOf } from './planning/make-plan.ts'
import type { PlannedPartner, PlannedRow, TablePlan } from './planning/plan.ts'
import { readSourceFile } from './reading/read-source-file.ts'
import { ReadingError } from './reading/source-table.ts'
import { agreementOf, datesOf } from './writing/agreement-of-row.ts'
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
    else if (error instanceof Refusal) stderr.write(`${wanted.t(error.declaration.text, error.values)}\n`)
    else throw error
    return 1
  }
}

async function homeFor(wanted: Wanted, services: Services): Promise<string | null> {
  const homes = await listHomes(services.db)
  if (!wanted.home) return homes.length === 1 ? homes[0]!.id : null
  const named = homes.find(home => home.id === wanted.home || home.name.toLowerCase() === wanted.home!.toLowerCase())
  if (!named)
    throw new Error(
      `There is no home organisation "${wanted.home}". There are: ${homes.map(home => home.name).join(', ') || 'none'}`,
    )
  return named.id
}

/** Plans in memory: nothing is kept, so that a list can be looked at before the installation is set up. */
async function showPlan(wanted: Wanted, services: Services): Promise<number> {
  const { db, config } = services
  const limits = { fileBytes: config.uploadLimitMb * 1024 * 1024 }
  const file = await readSourceFile({ path: wanted.file }, { fileName: path.basename(wanted.file), limits })
  const homeId = await homeFor(wanted, services)
  const plan = await makePlan({
    file,
    choice: {},
    table: { today: dayIn(services.clock.now(), services.timeZone) },
    records: homeId === null ? null : { db, homeId, written: [] },
    resolver: await openResolver(services, homeId),
    defaultKind: null,
  })
  const shown = await planAsJson(plan, services, wanted.t)
  stdout.write(wanted.json ? `${JSON.stringify(shown, null, 1)}\n` : inWords(shown))
  return 0
}

async function planAsJson(plan: TablePlan, services: Services, t: Translator) {
  const partners = new Map(plan.partners.map(partner => [partner.key, partner]))
  const ids = plan.partners.flatMap(partner => [
    partner.organisationId,
    ...partner.candidates.map(one => one.organisationId),
  ])
  const cards = new Map(
    (
      await findOrganisations(
        services.db,
        ids.filter(id => id !== null),
      )
    ).map(card => [card.id, card]),
  )
  const named = (id: string | null, ror?: string | null) => {
    const card = id === null ? undefined : cards.get(id)
    const bare = card?.ror ?? ror ?? null
    return {
      organisation: card?.name ?? null,
      ror: bare === null ? null : `https://ror.org/${bare.replace(/^https?:\/\/ror\.org\//, '')}`,
    }
  }
  const partnerOf = (key: string, row: PlannedRow, at: number) => {
    const partner = partners.get(key)!
    return {
      input: row.understood.partners[at]?.input ?? partner.written,
      ...named(partner.organisationId),
      outcome: partner.outcome,
      candidates: partner.candidates.map(one => ({ ...named(one.organisationId, one.ror), score: one.score })),
    }
  }
  return {
    sheet: plan.sheet,
    header_row: plan.header.headerRow,
    list_kind: plan.listKind,
    columns: plan.columns.map(column => ({
      source: column.source,
      meaning: column.meaning,
      confidence: column.confidence,
    })),
    rows: plan.rows.map(row => ({
      ...rowAsJson(row, plan.listKind, t),
      partners: row.understood.partnerKeys.map((key, at) => partnerOf(key, row, at)),
      doubts: doubtsAsJson(row, partners, t),
    })),
    totals: totalsOf(plan.rows, plan.partners),
  }
}

/** A list has one column for the beginning: where it is not the signature, it is the entry into force. */
function rowAsJson(row: PlannedRow, listKind: TablePlan['listKind'], t: Translator) {
  const dates = datesOf(row)
  const skipped = row.understood.skipped !== undefined
  const ofPartner = { und: row.understood.partners[0]?.input ?? '' }
  const recorded = agreementOf(row, { homeId: '', homeUnitId: null, defaultKind: null, organisationsOf: () => [] })
  const title = skipped ? {} : listKind === 'organisations' ? ofPartner : recorded.title
  return {
    row: row.row,
    status: row.status,
    outcome: row.outcome,
    title: skipped ? null : t.localised(title),
    number: row.understood.number ?? null,
    kind: row.understood.kinds[0] ?? null,
    kinds: row.understood.kinds,
    state: row.understood.state ?? null,
    signed_on: (dates.signed ?? dates.inForce)?.on ?? null,
    signed_precision: (dates.signed ?? dates.inForce)?.precision ?? null,
    in_force_on: dates.inForce?.on ?? null,
    expires_on: dates.expires?.on ?? null,
    expires_precision: dates.expires?.precision ?? null,
    end: dates.end,
    renewal: row.understood.renewal?.kind ?? null,
    commitments: row.understood.commitments.map(one => ({
      kind: one.kind,
      quantity: one.quantity,
      unit: one.unit,
      clause: one.clause.words,
    })),
  }
}

function doubtsAsJson(row: PlannedRow, partners: ReadonlyMap<string, PlannedPartner>, t: Translator) {
  const own = row.understood.doubts.map(one => ({
    code: one.code,
    severity: one.severity,
    column: one.column ?? null,
    text: doubtText(one.code, one.values, t),
  }))
  const unsure = row.understood.partnerKeys.filter(key =>
    ['doubtful', 'several'].includes(partners.get(key)?.outcome ?? ''),
  )
  return [
    ...own,
    ...unsure.map(key => ({
      code: 'partner_doubtful',
      severity: 'doubt',
      column: null,
      text: partners.get(key)!.written,
    })),
  ]
}

function inWords(plan: Awaited<ReturnType<typeof planAsJson>>): string {
  const { totals } = plan
  const lines = plan.rows
    .filter(row => row.status !== 'ready' && row.status !== 'skipped')
    .flatMap(row => [
      `row ${row.row}: ${row.partners.map(partner => partner.input).join('; ')}`,
      ...row.doubts.map(one => `    ${one.text}`),
    ])
  return [
    `${plan.sheet}: header in row ${plan.header_row}, ${totals.rows} rows: ${totals.ready} ready, ${totals.doubtful} doubtful, ${totals.error} with errors, ${totals.skipped} skipped.`,
    `Partners: ${totals.partnersMatched} known, ${totals.partnersDoubtful} doubtful, ${totals.partnersNew} new.`,
    ...lines,
    '',
  ].join('\n')
}

/** Writes through the same actions as the page, and waits for them. */
async function writeFile(wanted: Wanted, services: Services): Promise<number> {
  const actor = systemActor('Command line')
  const homeId = await homeFor(wanted, services)
  if (homeId === null) {
    stderr.write('Say for which home organisation: --home NAME. Choose one in the browser first when there is none.\n')
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
