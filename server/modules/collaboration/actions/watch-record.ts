// Watches a record, or stops watching it; what a person chose holds whatever they take part in later.
import { defineAction } from '#core/actions.ts'
import type { RecordRef } from '#core/records.ts'
import { RecordUnwatched, RecordWatched } from '../comment.events.ts'
import { openRecord } from '../open-record.ts'
import { findWatch, putWatch } from '../watch.store.ts'
import { instantOf } from './post-comment.ts'

export const watchRecord = defineAction({
  name: 'record.watch',
  async run(ctx, { ref: wanted, isWatching }: { ref: RecordRef; isWatching: boolean }): Promise<void> {
    const { ref } = await openRecord(ctx.db, ctx.actor, wanted)
    const state = isWatching ? 'watching' : 'unwatched'
    if ((await findWatch(ctx.db, ref.id, ctx.actor.id!)) === state) return ctx.unchanged()
    await putWatch(ctx.db, ref, ctx.actor.id!, state, instantOf(ctx))
    ctx.record(isWatching ? RecordWatched : RecordUnwatched, { subjectId: ref.id, data: { subject: ref.subject } })
  },
})
