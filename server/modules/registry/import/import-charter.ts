// Imports the list of charter holders: each row finds its organisation by a code or by its name, or waits for a person.
import path from 'node:path'
import { type ActionServices, runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import { endRegistryImport } from '../actions/end-registry-import.ts'
import { importCharterBatch, type MatchedRow } from '../actions/import-charter-batch.ts'
import { startRegistryImport } from '../actions/start-registry-import.ts'
import { organisationsById } from '../organisation.store.ts'
import { findByIdentifiers } from '../organisation-history.store.ts'
import type { DoubtReason } from '../registry.terms.ts'
import type { Doubt } from '../registry-run.store.ts'
import type { Resolution } from '../resolution/resolve.ts'
import { type OrganisationResolver, openResolver } from '../resolver.ts'
import { type CharterRow, readCharterList } from './charter-rows.ts'
import { fileHash, type ImportOptions, type ImportResult, progressTeller } from './import-registry.ts'

const batchSize = 250
const mostShownSkipped = 100

/** @throws CharterFileError with a sentence when the file is no such list. */
export async function importCharterList(
  services: ActionServices,
  file: string,
  options: ImportOptions & { create?: boolean } = {},
): Promise<ImportResult> {
  const actor = options.actor ?? systemActor()
  const list = await readCharterList(file)
  const run = await runAction(services, actor, startRegistryImport, {
    kind: 'charter',
    fileName: options.fileName ?? path.basename(file),
    sha256: await fileHash(file),
    options: { create: options.create ?? false },
    recordsTotal: list.rows.length,
    ...(options.runId !== undefined && { runId: options.runId }),
  })
  const resolver = await openResolver(services, null)
  const tell = progressTeller(options, list.rows.length, run.recordsDone)
  const given = new Map<string, CharterRow>()
  let report = run.report
  for (let start = run.recordsDone; start < list.rows.length; start += batchSize) {
    options.signal?.throwIfAborted()
    const rows = await matchRows(services, resolver, list.rows.slice(start, start + batchSize), given)
    const recordsDone = Math.min(start + batchSize, list.rows.length)
    report = await runAction(services, actor, importCharterBatch, {
      runId: run.id,
      rows,
      recordsDone,
      create: run.options.create ?? false,
      skipped: list.skipped.slice(0, mostShownSkipped),
      skippedCount: list.skipped.length,
    })
    tell('writing', recordsDone)
  }
  tell('finishing', list.rows.length)
  await runAction(services, actor, endRegistryImport, { runId: run.id })
  return { runId: run.id, resumedFrom: run.recordsDone, report }
}

/** `given`: which row of this list an organisation was already matched with. */
async function matchRows(
  services: ActionServices,
  resolver: OrganisationResolver,
  rows: readonly CharterRow[],
  given: Map<string, CharterRow>,
): Promise<MatchedRow[]> {
  const known = await findByIdentifiers(
    services.db,
    rows.flatMap(row => row.identifiers),
  )
  const matched: MatchedRow[] = []
  for (const row of rows) {
    const carriers = new Set(row.identifiers.flatMap(one => known.byIdentifier.get(`${one.scheme} ${one.value}`) ?? []))
    matched.push(carriers.size > 0 ? byCode(row, carriers) : byName(row, resolver, given))
    const organisationId = matched.at(-1)!.organisationId
    if (organisationId !== null) given.set(organisationId, row)
    if (matched.length % 50 === 0) await new Promise(setImmediate)
  }
  return await refuseSecondCodes(services, matched)
}

const byCode = (row: CharterRow, carriers: ReadonlySet<string>): MatchedRow =>
  carriers.size === 1
    ? { row, organisationId: [...carriers][0]!, doubt: null }
    : {
        row,
        organisationId: null,
        doubt: doubtAbout(
          row,
          'several_carriers',
          [...carriers].map(id => ({ id, name: '', score: 1 })),
        ),
      }

function byName(row: CharterRow, resolver: OrganisationResolver, given: ReadonlyMap<string, CharterRow>): MatchedRow {
  const resolution = resolver.resolve(row.name, {
    ...(row.country !== null && { country: row.country }),
    ...(row.city !== null && { city: row.city }),
    ...(row.website !== null && { domain: row.website }),
  })
  if (resolution.outcome === 'none') return { row, organisationId: null, doubt: null }
  const [answer] = resolution.answers
  if (answer === undefined || resolution.answers.length > 1)
    return { row, organisationId: null, doubt: doubtAbout(row, 'not_sure', candidatesOf(resolution)) }
  if (given.has(answer.organisationId))
    return { row, organisationId: null, doubt: doubtAbout(row, 'matched_twice', candidatesOf(resolution)) }
  return { row, organisationId: answer.organisationId, doubt: null }
}

const candidatesOf = (resolution: Resolution): Doubt['candidates'] =>
  [...resolution.answers, ...resolution.candidates]
    .slice(0, 5)
    .map(one => ({ id: one.organisationId, name: '', score: one.score }))

const doubtAbout = (row: CharterRow, reason: DoubtReason, candidates: Doubt['candidates']): Doubt => ({
  row: row.row,
  written: row.name,
  country: row.country,
  city: row.city,
  identifiers: row.identifiers.map(one => one.value),
  reason,
  candidates,
})

/** An organisation that carries another Erasmus code already is more likely a wrong match than one with two codes. */
async function refuseSecondCodes(services: ActionServices, matched: MatchedRow[]): Promise<MatchedRow[]> {
  const ids = matched.flatMap(one => (one.organisationId === null ? [] : [one.organisationId]))
  const cards = await organisationsById(services.db, [
    ...ids,
    ...matched.flatMap(one => one.doubt?.candidates.map(c => c.id) ?? []),
  ])
  const { byOrganisation } = await findByIdentifiers(services.db, [], ids)
  return matched.map(one => {
    const codes = one.organisationId === null ? undefined : byOrganisation.get(one.organisationId)
    const isOther = codes !== undefined && !one.row.identifiers.some(({ value }) => codes.includes(value))
    const checked = isOther
      ? {
          ...one,
          organisationId: null,
          doubt: doubtAbout(one.row, 'other_code', [{ id: one.organisationId!, name: '', score: 1 }]),
        }
      : one
    for (const candidate of checked.doubt?.candidates ?? []) candidate.name = cards.get(candidate.id)?.name ?? ''
    return checked
  })
}
