// Makes and revokes private links to a reader's calendar.
import { defineAction } from '#core/actions.ts'
import { NotFound, Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { TooManyFeeds } from '../agreement.errors.ts'
import { FeedCreated, FeedRevoked } from '../agreement.events.ts'
import { feedKind, insertFeed, listFeeds, makeToken, revoke, type StoredFeed } from '../calendar/feed.store.ts'

const mostFeeds = 20

/** The token is given out once; only its hash is kept. */
export const createFeed = defineAction({
  name: 'feed.create',
  async run(
    ctx,
    input: { query: Record<string, unknown>; language: string },
  ): Promise<{ feed: StoredFeed; token: string }> {
    const userId = ctx.actor.id!
    if ((await listFeeds(ctx.db, userId)).length >= mostFeeds) throw new Refusal(TooManyFeeds, { limit: mostFeeds })
    const { token, hash } = makeToken()
    const createdAt = new Date(ctx.now.epochMilliseconds).toISOString()
    const feed = { id: newId(), userId, query: input.query, language: input.language, createdAt }
    await insertFeed(ctx.db, feed, hash)
    ctx.record(FeedCreated, { subjectId: feed.id, data: { kind: feedKind } })
    return { feed, token }
  },
})

export const revokeFeed = defineAction({
  name: 'feed.revoke',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    if (!(await revoke(ctx.db, ctx.actor.id!, id, at))) throw new Refusal(NotFound)
    ctx.record(FeedRevoked, { subjectId: id, data: { kind: feedKind } })
  },
})
