// Adds the codes of charter holders to known organisations; overwrites nothing and keeps doubtful rows for a person.
import { type ActionContext, defineAction } from '#core/actions.ts'
import type { CharterRow } from '../import/charter-rows.ts'
import { addIdentifiers } from '../organisation-facts.store.ts'
import type { ImportReport } from '../registry.contract.ts'
import { type Doubt, findRun, lockRegistry, saveProgress } from '../registry-run.store.ts'
import { createUnverifiedOrganisations } from './create-unverified.ts'

/** A row with the organisation it means; without one, a doubt or a new organisation. */
export interface MatchedRow {
  row: CharterRow
  organisationId: string | null
  doubt: Doubt | null
}

export interface CharterBatch {
  runId: string
  rows: MatchedRow[]
  recordsDone: number
  create: boolean
  skipped: ImportReport['skippedRecords']
  skippedCount: number
}

export const importCharterBatch = defineAction({
  name: 'import-charter-batch',
  async run(ctx: ActionContext, batch: CharterBatch): Promise<ImportReport> {
    await lockRegistry(ctx.db)
    const { report } = (await findRun(ctx.db, batch.runId))!
    const matched = batch.rows.filter(one => one.organisationId !== null)
    const unknown = batch.rows.filter(one => one.organisationId === null && one.doubt === null)
    const doubts = batch.rows.flatMap(one => (one.doubt === null ? [] : [one.doubt]))
    const written = await addIdentifiers(
      ctx.db,
      matched.flatMap(one =>
        one.row.identifiers.map(identifier => ({ organisationId: one.organisationId!, ...identifier })),
      ),
      'charter',
    )
    if (batch.create) {
      const fresh = unknown.map(({ row }) => ({ ...row, website: addressOf(row.website) }))
      await createUnverifiedOrganisations(ctx, fresh, { source: 'charter' })
    }
    const next: ImportReport = {
      ...report,
      added: report.added + (batch.create ? unknown.length : 0),
      changed: report.changed + written.organisations,
      unchanged: report.unchanged + new Set(matched.map(one => one.organisationId)).size - written.organisations,
      keptEdits: report.keptEdits + written.kept,
      skipped: batch.skippedCount,
      skippedRecords: batch.skipped,
      matched: (report.matched ?? 0) + matched.length,
      identifiersAdded: (report.identifiersAdded ?? 0) + written.identifiers,
      doubtful: (report.doubtful ?? 0) + doubts.length,
      unknown: (report.unknown ?? 0) + unknown.length,
    }
    await saveProgress(ctx.db, batch.runId, { recordsDone: batch.recordsDone, report: next, doubts })
    ctx.unchanged()
    return next
  },
})

const addressOf = (website: string | null): string | null =>
  website === null ? null : /^https?:\/\//i.test(website) ? website : `http://${website}`
