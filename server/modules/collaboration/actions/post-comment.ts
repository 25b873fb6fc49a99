// Posts a comment on a record, or an answer to one; who is mentioned must be able to see the record.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import type { RecordRef } from '#core/records.ts'
import { CommentEmpty, MentionMayNotRead, OnlyForMayNotRead } from '../collaboration.errors.ts'
import { canTalk } from '../collaboration.policy.ts'
import { CommentPosted } from '../comment.events.ts'
import { findComment, insertComment, type NewComment } from '../comment.store.ts'
import { cleanText, excerptOf, mentionsIn } from '../comment-text.ts'
import { isFor, type OpenRecord, openRecord, readersOf } from '../open-record.ts'
import { startWatching } from '../watch.store.ts'

/** What is to be kept of the words. @throws Refusal 422 when nothing is said. */
export function readBody(text: string): string {
  const body = cleanText(text)
  if (body === '') throw new Refusal(CommentEmpty, {}, { fields: [{ path: 'body', message: CommentEmpty.text }] })
  return body
}

/** Names of those who are mentioned. @throws Refusal 422 when one of the new ones may not see the record, or the comment. */
export async function checkMentions(
  ctx: ActionContext,
  { record }: OpenRecord,
  mentions: readonly string[],
  { known = [], onlyFor = null }: { known?: readonly string[]; onlyFor?: readonly string[] | null } = {},
): Promise<Map<string, string>> {
  if (mentions.length === 0) return new Map()
  const readers = await readersOf(ctx.db, record, ctx.today)
  const names = new Map(readers.map(actor => [actor.id!, actor.name]))
  const reads = (id: string) => names.has(id) && (onlyFor?.includes(id) ?? true)
  if (mentions.some(id => !reads(id) && !known.includes(id)))
    throw new Refusal(MentionMayNotRead, {}, { fields: [{ path: 'body', message: MentionMayNotRead.text }] })
  return names
}

export const instantOf = (ctx: ActionContext): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** The first comment of a thread, whose comment is answered, and whom that one is for. */
async function findAnswered(ctx: ActionContext, open: OpenRecord, parentId: string | null | undefined) {
  if (!parentId) return { headId: null, answers: null, circle: null }
  const parent = found(await findComment(ctx.db, parentId))
  if (!open.ids.includes(parent.subject_id) || !isFor(open, parent)) found(null)
  return { headId: parent.parent_id ?? parent.id, answers: parent.author_id, circle: parent.only_for }
}

/**
 * Whom a comment is for: with an answer to a comment that is for some alone, the same people; else those who were named,
 * and the author. @throws Refusal 422 when one of them may not see the record
 */
async function circleOf(
  ctx: ActionContext,
  { record }: OpenRecord,
  authorId: string | null,
  named: readonly string[] | null | undefined,
  circle: readonly string[] | null,
): Promise<string[] | null> {
  const own = authorId === null ? [] : [authorId]
  if (circle) return [...new Set([...circle, ...own])]
  if (!named) return null
  const readers = new Set((await readersOf(ctx.db, record, ctx.today)).map(actor => actor.id))
  if (!named.every(id => readers.has(id)))
    throw new Refusal(OnlyForMayNotRead, {}, { fields: [{ path: 'onlyFor', message: OnlyForMayNotRead.text }] })
  return [...new Set([...own, ...named])]
}

export interface CommentInput {
  body: string
  parentId?: string | null | undefined
  /** People whom alone it is for, beside the author. */
  onlyFor?: readonly string[] | null | undefined
}

/**
 * For a person, or for a guest of whom the caller knows that they may write here; guests mention nobody.
 * @throws Refusal 404 for an answer to a comment of another record, 422 for empty words and mentions out of place.
 */
export async function writeComment(
  ctx: ActionContext,
  open: OpenRecord,
  input: CommentInput,
  author: NewComment['author'],
): Promise<{ id: string }> {
  const body = readBody(input.body)
  const mentions = mentionsIn(body)
  if ('guestId' in author && mentions.length > 0) throw new Refusal(MentionMayNotRead)
  const { headId, answers, circle } = await findAnswered(ctx, open, input.parentId)
  const onlyFor = await circleOf(ctx, open, 'userId' in author ? author.userId : null, input.onlyFor, circle)
  const names = await checkMentions(ctx, open, mentions, { onlyFor })
  const [id, at, homeId] = [newId(), instantOf(ctx), open.record.homeId]
  await insertComment(ctx.db, { id, ref: open.ref, homeId, parentId: headId, author, body, mentions, onlyFor, at })
  await startWatching(ctx.db, open.ref, ['userId' in author ? author.userId : [], mentions].flat(), at)
  ctx.record(CommentPosted, {
    ...{ subjectType: open.ref.subject, subjectId: open.ref.id, homeId },
    data: {
      ...{ commentId: id, parentId: headId, answers, mentions, excerpt: onlyFor ? '' : excerptOf(body, names) },
      ...(onlyFor && { onlyFor }),
    },
  })
  return { id }
}

export const postComment = defineAction({
  name: 'comment.post',
  async run(ctx, { ref, ...input }: CommentInput & { ref: RecordRef }): Promise<{ id: string }> {
    const open = await openRecord(ctx.db, ctx.actor, ref)
    ensure(canTalk(ctx.actor, open.record))
    return writeComment(ctx, open, input, { userId: ctx.actor.id! })
  },
})
