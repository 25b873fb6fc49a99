// Posts a comment on a record, or an answer to one; who is mentioned must be able to see the record.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import type { RecordRef } from '#core/records.ts'
import { CommentEmpty, MentionMayNotRead } from '../collaboration.errors.ts'
import { canTalk } from '../collaboration.policy.ts'
import { CommentPosted } from '../comment.events.ts'
import { findComment, insertComment, type NewComment } from '../comment.store.ts'
import { cleanText, excerptOf, mentionsIn } from '../comment-text.ts'
import { type OpenRecord, openRecord, readersOf } from '../open-record.ts'
import { startWatching } from '../watch.store.ts'

/** What is to be kept of the words. @throws Refusal 422 when nothing is said. */
export function readBody(text: string): string {
  const body = cleanText(text)
  if (body === '') throw new Refusal(CommentEmpty, {}, { fields: [{ path: 'body', message: CommentEmpty.text }] })
  return body
}

/** Names of those who are mentioned. @throws Refusal 422 when one of the new ones may not see the record. */
export async function checkMentions(
  ctx: ActionContext,
  { record }: OpenRecord,
  mentions: readonly string[],
  known: readonly string[] = [],
): Promise<Map<string, string>> {
  if (mentions.length === 0) return new Map()
  const readers = await readersOf(ctx.db, record, ctx.today)
  const names = new Map(readers.map(actor => [actor.id!, actor.name]))
  if (mentions.some(id => !names.has(id) && !known.includes(id)))
    throw new Refusal(MentionMayNotRead, {}, { fields: [{ path: 'body', message: MentionMayNotRead.text }] })
  return names
}

export const instantOf = (ctx: ActionContext): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** The first comment of a thread, and whose comment is answered. */
async function findAnswered(ctx: ActionContext, { ids }: OpenRecord, parentId: string | null | undefined) {
  if (!parentId) return { headId: null, answers: null }
  const parent = found(await findComment(ctx.db, parentId))
  if (!ids.includes(parent.subject_id)) found(null)
  return { headId: parent.parent_id ?? parent.id, answers: parent.author_id }
}

export interface CommentInput {
  body: string
  parentId?: string | null | undefined
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
  const names = await checkMentions(ctx, open, mentions)
  const { headId, answers } = await findAnswered(ctx, open, input.parentId)
  const [id, at, homeId] = [newId(), instantOf(ctx), open.record.homeId]
  await insertComment(ctx.db, { id, ref: open.ref, homeId, parentId: headId, author, body, mentions, at })
  await startWatching(ctx.db, open.ref, ['userId' in author ? author.userId : [], mentions].flat(), at)
  ctx.record(CommentPosted, {
    ...{ subjectType: open.ref.subject, subjectId: open.ref.id, homeId },
    data: { commentId: id, parentId: headId, answers, mentions, excerpt: excerptOf(body, names) },
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
