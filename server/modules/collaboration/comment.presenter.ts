// Shapes comments for a reader: threads, names of those mentioned, what they may do with each.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { canChangeComment, canRemoveComment } from './collaboration.policy.ts'
import type { CommentThread, CommentView, PersonChoice } from './comment.contract.ts'
import type { StoredComment } from './comment.store.ts'

const formerColleague: Term = /*i18n*/ { id: 'collaboration.former_colleague', message: 'a former colleague' }

export const presentMentions = (
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
  t: Translator,
): PersonChoice[] => [...new Set(ids)].map(id => ({ id, name: names.get(id) ?? t(formerColleague) }))

export function presentComment(
  row: StoredComment,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  t: Translator,
): CommentView {
  const isRemoved = row.removed_at !== null
  const standing = { authorId: row.author_id, isRemoved }
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author ?? t(formerColleague), isGuest: row.guest_id !== null },
    body: isRemoved ? null : row.body,
    mentions: isRemoved ? [] : presentMentions(row.mentions, names, t),
    onlyFor: row.only_for && presentMentions(row.only_for, names, t),
    ...{ postedAt: row.posted_at, editedAt: row.edited_at, version: row.version },
    removed: row.removed_at === null ? null : { by: row.removed_by ?? t(formerColleague), at: row.removed_at },
    abilities: presentAbilities(
      { change: canChangeComment(actor, standing), remove: canRemoveComment(actor, standing) },
      t,
    ),
  }
}

/** Comments in the order of time, each answer below the comment that it answers. */
export function presentThreads(
  rows: readonly StoredComment[],
  names: ReadonlyMap<string, string>,
  actor: Actor,
  t: Translator,
): CommentThread[] {
  const replies = Map.groupBy(
    rows.filter(row => row.parent_id !== null),
    row => row.parent_id,
  )
  return rows
    .filter(row => row.parent_id === null)
    .map(row => ({
      ...presentComment(row, names, actor, t),
      replies: (replies.get(row.id) ?? []).map(reply => presentComment(reply, names, actor, t)),
    }))
}
