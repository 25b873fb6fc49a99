// HTTP of links between records and of tags.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { presentAbilities } from '#core/policy.ts'
import { findRecords, type RecordAccess, recordKind } from '#core/records.ts'
import { listHomes } from '#modules/registry/index.ts'
import { linkRecords, unlinkRecords } from './actions/link-records.ts'
import { changeTag, createTag, removeTag, setRecordTags } from './actions/write-tag.ts'
import { listLinksOf, type StoredLink } from './link.store.ts'
import { seenFromOther } from './link.terms.ts'
import { type OpenRecord, openRecord } from './open-record.ts'
import * as contract from './relation.contract.ts'
import { canLink, canPutTag, canTag, canUnlink } from './relation.policy.ts'
import { listTaggings, listTags, listTagsOf } from './tag.store.ts'

/** The other side of a link. */
const otherOf = (link: StoredLink, { ids }: OpenRecord) =>
  ids.includes(link.from_id)
    ? { subject: link.to_subject, id: link.to_id, word: link.word }
    : { subject: link.from_subject, id: link.from_id, word: seenFromOther[link.word] }

function presentRecord({ subject, id, title, number, path }: RecordAccess, t: Translator) {
  const term = recordKind(subject)?.term
  return { subject, id, kind: term ? t(term) : '', title: t.localised(title), number, path }
}

function presentLinks(
  links: readonly StoredLink[],
  open: OpenRecord,
  records: ReadonlyMap<string, RecordAccess>,
  { actor, t }: { actor: Actor; t: Translator },
): contract.LinkView[] {
  return links.flatMap(link => {
    const { id, word } = otherOf(link, open)
    const record = records.get(id)
    if (!record) return []
    const abilities = presentAbilities({ remove: canUnlink(actor, open.record, record) }, t)
    return [{ id: link.id, word, record: presentRecord(record, t), abilities }]
  })
}

export const relationRoutes: RouteRegistration[] = [
  handle(contract.listLinks, async ({ db, actor, t, params }) => {
    const open = await openRecord(db, actor, params)
    const links = await listLinksOf(db, open.ids)
    const records = await findRecords(
      db,
      actor,
      links.map(link => otherOf(link, open)),
    )
    return {
      items: presentLinks(links, open, records, { actor, t }),
      abilities: presentAbilities({ link: canLink(actor, open.record) }, t),
    }
  }),
  handle(contract.linkRecords, async ({ params, body, run }) => run(linkRecords, { ref: params, ...body })),
  handle(contract.unlinkRecords, async ({ params, run }) => {
    await run(unlinkRecords, params)
    return {}
  }),
  handle(contract.listRecordTags, async ({ db, actor, t, params }) => {
    const { record, ids } = await openRecord(db, actor, params)
    const [items, known, homes] = [await listTagsOf(db, actor, ids), await listTags(db, actor), await listHomes(db)]
    const mine = (homeId: string) => canPutTag(actor, homeId, record)
    const places = homes
      .filter(home => mine(home.id).allowed)
      .map(({ id, name, names }) => ({ id, name: names[t.language] ?? name }))
    return {
      items,
      choices: known.filter(tag => mine(tag.homeId).allowed),
      homes: places,
      abilities: presentAbilities({ tag: canTag(actor, record) }, t),
    }
  }),
  handle(contract.setRecordTags, async ({ params, body, run }) => {
    await run(setRecordTags, { ref: params, tagIds: body.tagIds })
    return {}
  }),
  handle(contract.listTags, async ({ db, actor }) => {
    const taggings = await listTaggings(db, actor)
    const seen = await findRecords(db, actor, taggings)
    const used = new Set(taggings.flatMap(({ id, tagId }) => (seen.has(id) ? tagId : [])))
    return { items: (await listTags(db, actor)).filter(tag => used.has(tag.id)) }
  }),
  handle(contract.createTag, async ({ body, run }) => run(createTag, body)),
  handle(contract.changeTag, async ({ params, body, run }) => {
    await run(changeTag, { id: params.id, ...body })
    return {}
  }),
  handle(contract.removeTag, async ({ params, run }) => {
    await run(removeTag, params)
    return {}
  }),
]
