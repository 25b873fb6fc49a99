// Links two records that the actor sees, and takes links away; the timelines that may speak of it remember.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import type { RecordRef } from '#core/records.ts'
import { LinkExists, LinkToItself } from '../collaboration.errors.ts'
import { deleteLink, findLink, insertLink, listLinksOf } from '../link.store.ts'
import { type LinkWord, seenFromOther } from '../link.terms.ts'
import { type OpenRecord, openRecord } from '../open-record.ts'
import { RecordLinked, RecordUnlinked } from '../relation.events.ts'
import { canLink, canUnlink } from '../relation.policy.ts'
import { instantOf } from './post-comment.ts'

/** How links are kept: in one direction only. */
const kept: ReadonlySet<LinkWord> = new Set(['relates_to', 'follows_from', 'replaces', 'see_also'])

/** Whether everybody who sees one record sees the other: only then may the timeline of the one speak of it. */
const leadsOn = ({ record: one }: OpenRecord, { record: other }: OpenRecord): boolean =>
  !other.confidential && (other.homeId === null || (other.homeId === one.homeId && other.unitId === one.unitId))

/** In the timelines that may speak of it; where none may, under the link itself. */
function tell(
  ctx: ActionContext,
  event: typeof RecordLinked | typeof RecordUnlinked,
  { linkId, from, to, word }: { linkId: string; from: OpenRecord; to: OpenRecord; word: LinkWord },
): void {
  const sides = [
    { one: from, other: to, seen: word },
    { one: to, other: from, seen: seenFromOther[word] },
  ]
  const telling = sides.filter(({ one, other }) => leadsOn(one, other))
  for (const { one, other, seen } of telling.length > 0 ? telling : sides.slice(0, 1))
    ctx.record(event, {
      ...(telling.length > 0
        ? { subjectType: one.ref.subject, subjectId: one.ref.id }
        : { subjectType: 'link', subjectId: linkId }),
      homeId: one.record.homeId,
      data: { linkId, word: seen, otherSubject: other.ref.subject, otherId: other.ref.id },
    })
}

export const linkRecords = defineAction({
  name: 'record.link',
  async run(ctx, input: { ref: RecordRef; to: RecordRef; word: LinkWord }): Promise<{ id: string }> {
    const [here, there] = [
      await openRecord(ctx.db, ctx.actor, input.ref),
      await openRecord(ctx.db, ctx.actor, input.to),
    ]
    ensure(canLink(ctx.actor, here.record))
    if (here.ref.id === there.ref.id) throw new Refusal(LinkToItself)
    const isKept = kept.has(input.word)
    const [from, to, word] = isKept ? [here, there, input.word] : [there, here, seenFromOther[input.word]]
    const isMutual = seenFromOther[word] === word
    const known = isMutual ? await listLinksOf(ctx.db, [from.ref.id]) : []
    if (known.some(link => link.word === word && link.from_id === to.ref.id)) throw new Refusal(LinkExists)
    const id = newId()
    const link = { id, word, from: from.ref, to: to.ref, byId: ctx.actor.id, at: instantOf(ctx) }
    if (!(await insertLink(ctx.db, link))) throw new Refusal(LinkExists)
    tell(ctx, RecordLinked, { linkId: id, from, to, word })
    return { id }
  },
})

export const unlinkRecords = defineAction({
  name: 'record.unlink',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const link = found(await findLink(ctx.db, id))
    const from = await openRecord(ctx.db, ctx.actor, { subject: link.from_subject, id: link.from_id })
    const to = await openRecord(ctx.db, ctx.actor, { subject: link.to_subject, id: link.to_id })
    ensure(canUnlink(ctx.actor, from.record, to.record))
    await deleteLink(ctx.db, id)
    tell(ctx, RecordUnlinked, { linkId: id, from, to, word: link.word })
  },
})
