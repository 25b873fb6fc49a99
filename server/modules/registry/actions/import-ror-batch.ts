// Takes over a batch of records of the Research Organization Registry in one transaction, with the progress of its run.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { organisationFrom } from '../import/ror-facts.ts'
import { organisationChanges } from '../organisation-changes.ts'
import { insertOrganisations, loadFacts, replaceOrganisations } from '../organisation-facts.store.ts'
import { applyOfficial, type OfficialFacts, type OrganisationFacts } from '../organisation-facts.ts'
import type { ImportReport } from '../registry.contract.ts'
import { EditKept, OrganisationUpdated } from '../registry.events.ts'
import {
  findByRor,
  findRun,
  type KnownOrganisation,
  lockRegistry,
  postponeWordIndex,
  saveProgress,
} from '../registry-run.store.ts'

export interface RorBatch {
  runId: string
  /** Official facts by bare ROR id. */
  records: ReadonlyMap<string, OfficialFacts>
  /** Records of the file up to and with this batch. */
  recordsDone: number
  skipped: number
  skippedRecords: ImportReport['skippedRecords']
}

/** Answers the report of the run so far. A batch that another process took over meanwhile counts as unchanged. */
export const importRorBatch = defineAction({
  name: 'import-ror-batch',
  async run(ctx: ActionContext, batch: RorBatch): Promise<ImportReport> {
    const { db } = ctx
    await lockRegistry(db)
    await postponeWordIndex(db)
    const run = await findRun(db, batch.runId)
    const report = { ...run!.report, skipped: batch.skipped, skippedRecords: batch.skippedRecords }
    const known = await findByRor(db, [...batch.records.keys()])
    const added: OrganisationFacts[] = []
    const changed = new Map<string, OfficialFacts>()
    for (const [ror, official] of batch.records) {
      const here = known.get(ror)
      if (here?.edited) report.keptEdits += 1
      if (here === undefined) added.push(organisationFrom(official))
      else if (here.sourceHash === official.hash) report.unchanged += 1
      else {
        changed.set(here.id, official)
        report.changed += 1
      }
      if (isNewlyWithdrawn(here, official)) report.withdrawn += 1
    }
    await insertOrganisations(db, added)
    report.added += added.length
    await changeOrganisations(ctx, changed)
    await saveProgress(db, batch.runId, { recordsDone: batch.recordsDone, report, dumpVersion: newest(batch.records) })
    ctx.unchanged()
    return report
  },
})

const isNewlyWithdrawn = (here: KnownOrganisation | undefined, official: OfficialFacts): boolean =>
  here !== undefined && official.status === 'withdrawn' && here.status !== 'withdrawn'

function newest(records: ReadonlyMap<string, OfficialFacts>): string | null {
  let version: string | null = null
  for (const record of records.values())
    if (record.version !== null && (version === null || record.version > version)) version = record.version
  return version
}

async function changeOrganisations(ctx: ActionContext, changed: ReadonlyMap<string, OfficialFacts>): Promise<void> {
  const kept = await loadFacts(ctx.db, [...changed.keys()], 'for change')
  const next: OrganisationFacts[] = []
  for (const [id, official] of changed) {
    const { facts, keptEdits } = applyOfficial(kept.get(id)!, official)
    next.push(facts)
    const at = { subjectId: id, homeId: facts.home ? id : null }
    const changes = organisationChanges(kept.get(id)!, facts)
    const { name } = facts
    const { source } = official
    if (Object.keys(changes).length > 0) ctx.record(OrganisationUpdated, { ...at, data: { name, source }, changes })
    if (keptEdits.length > 0) ctx.record(EditKept, { ...at, data: { name, fields: keptEdits, source } })
  }
  await replaceOrganisations(ctx.db, next)
}
