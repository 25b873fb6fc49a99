// Starts an import: the file is kept as it came, a job reads and plans it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure } from '#core/policy.ts'
import { listHomes } from '#modules/registry/index.ts'
import { NoHome, NotYourHome } from '../import.errors.ts'
import { ImportStarted } from '../import.events.ts'
import { canImport } from '../import.policy.ts'
import { insertFile, insertRun } from '../import.store.ts'

export const planJob = 'imports.plan'

export interface StartInput {
  homeId: string
  fileName: string
  sha256: string
  bytes: number
  mediaType: string
}

export const startImport = defineAction({
  name: 'start-import',
  async run(ctx: ActionContext, input: StartInput): Promise<{ id: string }> {
    const homes = await listHomes(ctx.db)
    if (homes.length === 0) throw new Refusal(NoHome)
    if (!homes.some(home => home.id === input.homeId)) throw new Refusal(NotYourHome)
    ensure(canImport(ctx.actor, input.homeId))
    const fileId = newId()
    await insertFile(ctx.db, { ...input, id: fileId, name: input.fileName, uploadedBy: ctx.actor.id })
    const id = newId()
    await insertRun(ctx.db, {
      id,
      homeId: input.homeId,
      fileId,
      fileName: input.fileName,
      sha256: input.sha256,
      createdBy: ctx.actor.id,
      options: { commitments: 'chosen', doubtful: 'write', defaultKind: null },
      previousId: null,
    })
    ctx.record(ImportStarted, { subjectId: id, homeId: input.homeId, data: { file: input.fileName } })
    ctx.enqueue(planJob, { runId: id }, { singletonKey: id })
    return { id }
  },
})
