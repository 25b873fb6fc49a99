// Makes, changes and removes the tags of a home organisation, and says which of them a record has.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { type Actor, reaches } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import type { RecordRef } from '#core/records.ts'
import { TagNameTaken, TagNotHere } from '../collaboration.errors.ts'
import { cleanText } from '../comment-text.ts'
import { openRecord } from '../open-record.ts'
import type { TagView } from '../relation.contract.ts'
import { RecordTagged, TagChanged, TagCreated, TagRemoved } from '../relation.events.ts'
import { canPutTag, canTag, canWriteTag } from '../relation.policy.ts'
import {
  deleteTag,
  findTag,
  insertTag,
  isNameTaken,
  listTags,
  listTagsOf,
  putTags,
  takeTags,
  updateTag,
} from '../tag.store.ts'
import type { TagColour } from '../tag.terms.ts'
import { instantOf } from './post-comment.ts'

const nameOf = (text: string): string => cleanText(text).replace(/\s+/g, ' ')
const taken = () => new Refusal(TagNameTaken, {}, { fields: [{ path: 'name', message: TagNameTaken.text }] })

export const createTag = defineAction({
  name: 'tag.create',
  async run(ctx, input: { homeId: string; name: string; colour: TagColour }): Promise<{ id: string }> {
    const { homeId, colour } = input
    if (!reaches(ctx.actor.reads, homeId)) found(null)
    ensure(canWriteTag(ctx.actor, homeId))
    const name = nameOf(input.name)
    if (name === '' || (await isNameTaken(ctx.db, homeId, name, null))) throw taken()
    const id = newId()
    await insertTag(ctx.db, { id, homeId, name, colour }, instantOf(ctx))
    ctx.record(TagCreated, { subjectId: id, homeId, data: { name, colour } })
    return { id }
  },
})

async function openTag(db: Parameters<typeof findTag>[0], actor: Actor, id: string): Promise<TagView> {
  const tag = found(await findTag(db, id))
  if (!reaches(actor.reads, tag.homeId)) found(null)
  ensure(canWriteTag(actor, tag.homeId))
  return tag
}

export const changeTag = defineAction({
  name: 'tag.change',
  async run(ctx, input: { id: string; name: string; colour: TagColour }): Promise<void> {
    const { id, homeId } = await openTag(ctx.db, ctx.actor, input.id)
    const name = nameOf(input.name)
    if (name === '' || (await isNameTaken(ctx.db, homeId, name, id))) throw taken()
    await updateTag(ctx.db, { id, name, colour: input.colour })
    ctx.record(TagChanged, { subjectId: id, homeId, data: { name, colour: input.colour } })
  },
})

export const removeTag = defineAction({
  name: 'tag.remove',
  async run(ctx, input: { id: string }): Promise<void> {
    const { id, homeId, name, colour } = await openTag(ctx.db, ctx.actor, input.id)
    await deleteTag(ctx.db, id)
    ctx.record(TagRemoved, { subjectId: id, homeId, data: { name, colour } })
  },
})

export const setRecordTags = defineAction({
  name: 'record.tag',
  async run(ctx, { ref: wanted, tagIds }: { ref: RecordRef; tagIds: readonly string[] }): Promise<void> {
    const { record, ref, ids } = await openRecord(ctx.db, ctx.actor, wanted)
    ensure(canTag(ctx.actor, record))
    const mine = (tag: TagView) => canPutTag(ctx.actor, tag.homeId, record).allowed
    const [known, has] = [await listTags(ctx.db, ctx.actor), await listTagsOf(ctx.db, ctx.actor, ids)]
    const chosen = known.filter(tag => tagIds.includes(tag.id))
    const added = chosen.filter(tag => !has.some(one => one.id === tag.id))
    if (chosen.length < new Set(tagIds).size || !added.every(mine)) throw new Refusal(TagNotHere)
    const removed = has.filter(tag => !tagIds.includes(tag.id) && mine(tag))
    if (added.length + removed.length === 0) return ctx.unchanged()
    const idsOf = (list: readonly TagView[]) => list.map(tag => tag.id)
    await putTags(ctx.db, ref, idsOf(added), instantOf(ctx))
    await takeTags(ctx.db, ids, idsOf(removed))
    ctx.record(RecordTagged, {
      ...{ subjectType: ref.subject, subjectId: ref.id, homeId: record.homeId },
      data: { added: added.map(tag => tag.name), removed: removed.map(tag => tag.name) },
    })
  },
})
