// Changes and removes comments: what was said before is kept, and that something was removed is told.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { ensure, found } from '#core/policy.ts'
import { CommentGone } from '../collaboration.errors.ts'
import { canChangeComment, canRemoveComment, canTalk } from '../collaboration.policy.ts'
import { CommentChanged, CommentRemoved } from '../comment.events.ts'
import { lockComment, markCommentRemoved, rewriteComment } from '../comment.store.ts'
import { excerptOf, mentionsIn } from '../comment-text.ts'
import { isFor, openRecord } from '../open-record.ts'
import { startWatching } from '../watch.store.ts'
import { checkMentions, instantOf, readBody } from './post-comment.ts'

async function openComment(ctx: ActionContext, id: string) {
  const comment = found(await lockComment(ctx.db, id))
  const open = await openRecord(ctx.db, ctx.actor, { subject: comment.subject, id: comment.subject_id })
  if (!isFor(open, comment)) found(null)
  const standing = { authorId: comment.author_id, isRemoved: comment.removed_at !== null }
  const place = { subjectType: open.ref.subject, subjectId: open.ref.id, homeId: open.record.homeId }
  return { comment, open, standing, place, only: comment.only_for ? { onlyFor: comment.only_for } : {} }
}

export const changeComment = defineAction({
  name: 'comment.change',
  async run(ctx, input: { id: string; body: string; version: number }): Promise<void> {
    const { comment, open, standing, place, only } = await openComment(ctx, input.id)
    ensure(canTalk(ctx.actor, open.record))
    ensure(canChangeComment(ctx.actor, { ...standing, isRemoved: false }))
    if (standing.isRemoved) throw new Refusal(CommentGone)
    if (comment.version !== input.version) throw new Refusal(StaleVersion)
    const body = readBody(input.body)
    if (body === comment.body) return ctx.unchanged()
    const mentions = mentionsIn(body)
    const names = await checkMentions(ctx, open, mentions, {
      known: comment.mentions,
      onlyFor: comment.only_for,
    })
    const added = mentions.filter(id => !comment.mentions.includes(id))
    const at = instantOf(ctx)
    await rewriteComment(ctx.db, comment, { body, mentions, at })
    await startWatching(ctx.db, open.ref, added, at)
    ctx.record(CommentChanged, {
      ...place,
      data: {
        ...{ commentId: comment.id, mentions: added, excerpt: comment.only_for ? '' : excerptOf(body, names) },
        ...only,
      },
    })
  },
})

export const removeComment = defineAction({
  name: 'comment.remove',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const { comment, standing, place, only } = await openComment(ctx, id)
    ensure(canRemoveComment(ctx.actor, { ...standing, isRemoved: false }))
    if (standing.isRemoved) return ctx.unchanged()
    await markCommentRemoved(ctx.db, id, ctx.actor.id, instantOf(ctx))
    ctx.record(CommentRemoved, { ...place, data: { commentId: comment.id, ...only } })
  },
})
