// Ends an import of an official list: relations find their organisations, words are counted, the trail says what came.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { RegistryImported } from '../registry.events.ts'
import {
  allowLongStatements,
  endRun,
  findRun,
  lockRegistry,
  refreshWords,
  resolveRelations,
} from '../registry-run.store.ts'

export const endRegistryImport = defineAction({
  name: 'end-registry-import',
  async run(ctx: ActionContext, { runId }: { runId: string }): Promise<void> {
    await lockRegistry(ctx.db)
    await allowLongStatements(ctx.db)
    const run = (await findRun(ctx.db, runId))!
    if (run.finishedAt !== null) return ctx.unchanged()
    const { added, changed, withdrawn } = run.report
    if (added + changed + (run.report.identifiersAdded ?? 0) > 0) {
      await resolveRelations(ctx.db)
      await refreshWords(ctx.db)
    }
    await endRun(ctx.db, runId, null)
    ctx.record(RegistryImported, {
      subjectId: runId,
      data: { fileName: run.fileName, kind: run.kind, added, changed, withdrawn },
    })
  },
})

/** Notes that a run cannot go on, with the sentence that says why. */
export const failRegistryImport = defineAction({
  name: 'fail-registry-import',
  async run(ctx: ActionContext, { runId, error }: { runId: string; error: string }): Promise<void> {
    await endRun(ctx.db, runId, error)
    ctx.unchanged()
  },
})
