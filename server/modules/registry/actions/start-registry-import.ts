// Begins the run of an official list, or takes up the one that was interrupted with the same file.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { ImportRequested } from '../registry.events.ts'
import type { ImportKind } from '../registry.terms.ts'
import {
  findRun,
  findUnfinishedRun,
  insertRun,
  lockRegistry,
  type RegistryRun,
  type RunOptions,
  startRun,
} from '../registry-run.store.ts'

export interface OfficialFile {
  kind: ImportKind
  fileName: string
  sha256: string
  options: RunOptions
}

/** Answers the run: a fresh one, or the interrupted one with what it had reached. */
export const startRegistryImport = defineAction({
  name: 'start-registry-import',
  async run(ctx: ActionContext, input: OfficialFile & { runId?: string; recordsTotal: number }): Promise<RegistryRun> {
    await lockRegistry(ctx.db)
    const unfinished =
      input.runId === undefined
        ? await findUnfinishedRun(ctx.db, input.kind, input.sha256)
        : await findRun(ctx.db, input.runId)
    const id = unfinished?.id ?? newId()
    if (unfinished === undefined) await insertRun(ctx.db, { ...input, id, storedHash: null, requestedBy: ctx.actor.id })
    await startRun(ctx.db, id, input.recordsTotal)
    ctx.unchanged()
    return (await findRun(ctx.db, id))!
  },
})

/** An administrator uploaded a list: the run waits for a worker. */
export const requestRegistryImport = defineAction({
  name: 'request-registry-import',
  async run(ctx: ActionContext, input: OfficialFile & { storedHash: string }): Promise<string> {
    const unfinished = await findUnfinishedRun(ctx.db, input.kind, input.sha256)
    const id = unfinished?.id ?? newId()
    if (unfinished === undefined) await insertRun(ctx.db, { ...input, id, requestedBy: ctx.actor.id })
    ctx.record(ImportRequested, { subjectId: id, data: { fileName: input.fileName, kind: input.kind } })
    ctx.enqueue('registry.import', { runId: id }, { singletonKey: id })
    return id
  },
})
