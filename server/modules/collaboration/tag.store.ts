// Keeps the tags of home organisations and which records have them.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { RecordRef } from '#core/records.ts'
import type { TagView } from './relation.contract.ts'
import { visibleTags } from './relation.policy.ts'

const tags = (db: Db) =>
  db
    .selectFrom('tag as t')
    .select(['t.id', 't.home_id as homeId', 't.name', 't.colour'])
    .orderBy('t.name')
    .orderBy('t.id')

/** Those that the reader may see. */
export async function listTags(db: Db, actor: Actor): Promise<TagView[]> {
  return (await tags(db).where(visibleTags(actor)).execute()) as TagView[]
}

/** Which records have which of the tags that the reader may see. */
export async function listTaggings(db: Db, actor: Actor): Promise<(RecordRef & { tagId: string })[]> {
  return db
    .selectFrom('record_tag as r')
    .innerJoin('tag as t', 't.id', 'r.tag_id')
    .select(['r.tag_id as tagId', 'r.subject', 'r.subject_id as id'])
    .where(visibleTags(actor))
    .execute()
}

/** Records of a kind that have any of the tags, as far as the reader may see these. */
export async function findTagged(db: Db, actor: Actor, subject: string, tagIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('record_tag as r')
    .innerJoin('tag as t', 't.id', 'r.tag_id')
    .select('r.subject_id')
    .distinct()
    .where(visibleTags(actor))
    .where('r.subject', '=', subject)
    .where('r.tag_id', 'in', tagIds)
    .execute()
  return rows.map(row => row.subject_id)
}

/** The same, of one record. */
export async function listTagsOf(db: Db, actor: Actor, ids: readonly string[]): Promise<TagView[]> {
  const rows = await tags(db)
    .where(visibleTags(actor))
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('record_tag as r')
          .select('r.tag_id')
          .whereRef('r.tag_id', '=', 't.id')
          .where('r.subject_id', 'in', ids),
      ),
    )
    .execute()
  return rows as TagView[]
}

export async function findTag(db: Db, id: string): Promise<TagView | undefined> {
  return (await tags(db).where('t.id', '=', id).executeTakeFirst()) as TagView | undefined
}

/** Whether the home has another tag of this name, whatever the case of its letters. */
export async function isNameTaken(db: Db, homeId: string, name: string, exceptId: string | null): Promise<boolean> {
  const found = await db
    .selectFrom('tag')
    .select('id')
    .where('home_id', '=', homeId)
    .where(eb => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .$if(exceptId !== null, query => query.where('id', '<>', exceptId!))
    .executeTakeFirst()
  return found !== undefined
}

export async function insertTag(db: Db, tag: TagView, at: string): Promise<void> {
  const { id, homeId, name, colour } = tag
  await db.insertInto('tag').values({ id, home_id: homeId, name, colour, created_at: at }).execute()
}

export async function updateTag(db: Db, { id, name, colour }: Omit<TagView, 'homeId'>): Promise<void> {
  await db.updateTable('tag').set({ name, colour }).where('id', '=', id).execute()
}

export async function deleteTag(db: Db, id: string): Promise<void> {
  await db.deleteFrom('record_tag').where('tag_id', '=', id).execute()
  await db.deleteFrom('tag').where('id', '=', id).execute()
}

export async function putTags(db: Db, ref: RecordRef, tagIds: readonly string[], at: string): Promise<void> {
  if (tagIds.length === 0) return
  await db
    .insertInto('record_tag')
    .values(tagIds.map(tag_id => ({ tag_id, subject: ref.subject, subject_id: ref.id, tagged_at: at })))
    .onConflict(conflict => conflict.columns(['subject_id', 'tag_id']).doNothing())
    .execute()
}

export async function takeTags(db: Db, ids: readonly string[], tagIds: readonly string[]): Promise<void> {
  if (tagIds.length === 0) return
  await db.deleteFrom('record_tag').where('subject_id', 'in', ids).where('tag_id', 'in', tagIds).execute()
}
