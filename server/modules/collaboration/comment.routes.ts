// HTTP of comments and watching.
import { handle, type RouteRegistration } from '#core/module.ts'
import { found, presentAbilities } from '#core/policy.ts'
import { changeComment, removeComment } from './actions/change-comment.ts'
import { postComment } from './actions/post-comment.ts'
import { watchRecord } from './actions/watch-record.ts'
import { canTalk } from './collaboration.policy.ts'
import * as contract from './comment.contract.ts'
import { presentMentions, presentThreads } from './comment.presenter.ts'
import { countComments, findComment, listThreads, listVersions, namesOfPeople } from './comment.store.ts'
import { mentionsIn } from './comment-text.ts'
import { isFor, openRecord, readersOf } from './open-record.ts'
import { countOpenTasks } from './task.store.ts'
import { findWatch } from './watch.store.ts'

export const commentRoutes: RouteRegistration[] = [
  handle(contract.listComments, async ({ db, actor, t, params, query }) => {
    const { record, ids, names: readBy } = await openRecord(db, actor, params)
    const limit = query.limit ?? 30
    const rows = await listThreads(db, ids, readBy, { before: query.before, limit })
    const names = await namesOfPeople(
      db,
      rows.flatMap(row => [...row.mentions, ...(row.only_for ?? [])]),
    )
    const threads = presentThreads(rows, names, actor, t)
    return {
      items: threads.slice(-limit),
      hasEarlier: threads.length > limit,
      abilities: presentAbilities({ post: canTalk(actor, record) }, t),
    }
  }),
  handle(contract.postComment, async ({ params, body, run }) => run(postComment, { ref: params, ...body })),
  handle(contract.changeComment, async ({ params, body, run }) => {
    await run(changeComment, { id: params.id, ...body })
    return {}
  }),
  handle(contract.removeComment, async ({ params, run }) => {
    await run(removeComment, params)
    return {}
  }),
  handle(contract.listCommentVersions, async ({ db, actor, t, params }) => {
    const comment = found(await findComment(db, params.id))
    const open = await openRecord(db, actor, { subject: comment.subject, id: comment.subject_id })
    if (!isFor(open, comment)) found(null)
    const rows = comment.removed_at === null ? await listVersions(db, comment.id) : []
    const mentions = rows.flatMap(row => mentionsIn(row.body))
    return {
      items: rows.map(({ version, body, written_at }) => ({ version, body, writtenAt: written_at })),
      mentions: presentMentions(mentions, await namesOfPeople(db, mentions), t),
    }
  }),
  handle(contract.listReaders, async ({ db, actor, params, today }) => {
    const { record } = await openRecord(db, actor, params)
    return { items: (await readersOf(db, record, today)).map(({ id, name }) => ({ id: id!, name })) }
  }),
  handle(contract.getDiscussion, async ({ db, actor, t, params }) => {
    const { record, ref, ids, names } = await openRecord(db, actor, params)
    const state = actor.id === null ? undefined : await findWatch(db, ref.id, actor.id)
    return {
      comments: await countComments(db, ids, names),
      openTasks: await countOpenTasks(db, ids),
      isWatching: state === undefined ? record.ownerId !== null && record.ownerId === actor.id : state === 'watching',
      abilities: presentAbilities({ talk: canTalk(actor, record) }, t),
    }
  }),
  handle(contract.watchRecord, async ({ params, body, run }) => {
    await run(watchRecord, { ref: params, isWatching: body.isWatching })
    return {}
  }),
]
