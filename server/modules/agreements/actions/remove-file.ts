// Takes a file off an agreement, with the reason; the file itself stays in the trail.
import { defineAction } from '#core/actions.ts'
import { ensure, found } from '#core/policy.ts'
import { AgreementFileRemoved } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { countFiles } from '../agreement.store.ts'
import { lockAgreement, standingOf } from '../agreement-record.store.ts'
import { findLink, unlink } from '../file.store.ts'
import { plainText } from '../plain-text.ts'

export const removeFile = defineAction({
  name: 'agreement.remove_file',
  async run(ctx, input: { agreementId: string; linkId: string; reason: string }): Promise<void> {
    const row = found(await lockAgreement(ctx.db, ctx.actor, input.agreementId))
    ensure(canEdit(ctx.actor, standingOf(row)))
    const link = found(await findLink(ctx.db, row.id, input.linkId))
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    await unlink(ctx.db, link.id, at)
    await countFiles(ctx.db, row.id, at)
    ctx.record(AgreementFileRemoved, {
      subjectId: row.id,
      homeId: row.home_id,
      data: { fileId: link.file_id, name: link.name },
      reason: plainText(input.reason),
    })
  },
})
