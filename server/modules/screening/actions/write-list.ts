// Administrators add, change, switch off and remove lists, and load their versions.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import type { Changes } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import {
  findVersion,
  insertList,
  insertVersion,
  type ListInput,
  listVersions,
  lockList,
  updateList,
} from '../list.store.ts'
import { type ListFormat, type ListMapping, mappedFormats } from '../list.terms.ts'
import { instantOf } from '../move-check.ts'
import { MappingNeeded, SameVersion, VersionBeingRead } from '../screening.errors.ts'
import { ListAdded, ListChanged, ListRemoved, VersionRequested } from '../screening.events.ts'
import { canAdminister } from '../screening.policy.ts'

interface WrittenList {
  name: string
  publisher?: string | null | undefined
  format: ListFormat
  mapping?: ListMapping | null | undefined
}

export const compareAllJob = 'screening.compare_all'
export const loadListJob = 'screening.load_list'

function kept({ name, publisher, format, mapping }: WrittenList): ListInput {
  if (mappedFormats.has(format) && !mapping)
    throw new Refusal(MappingNeeded, {}, { fields: [{ path: 'mapping.number', message: MappingNeeded.text }] })
  return {
    ...{ name: name.trim() || '–', publisher: publisher?.trim() || null, format },
    mapping: mappedFormats.has(format) ? (mapping ?? null) : null,
  }
}

/** All checks are compared anew, in the background. */
const compareAll = (ctx: ActionContext) => ctx.enqueue(compareAllJob, {}, { singletonKey: compareAllJob })

export const addList = defineAction({
  name: 'screening.add_list',
  async run(ctx, input: WrittenList): Promise<{ id: string }> {
    ensure(canAdminister(ctx.actor))
    const id = newId()
    const list = kept(input)
    await insertList(ctx.db, id, list)
    ctx.record(ListAdded, { subjectId: id, data: { name: list.name } })
    return { id }
  },
})

export const changeList = defineAction({
  name: 'screening.change_list',
  async run(ctx, { id, active, version, ...input }: WrittenList & { id: string; active: boolean; version: number }) {
    ensure(canAdminister(ctx.actor))
    const before = found(await lockList(ctx.db, id))
    if (before.version !== version) await refuseStale(ctx, { type: 'screening_list', id })
    const list = kept(input)
    await updateList(ctx.db, id, { ...list, active })
    if (active !== before.active) compareAll(ctx)
    const changes: Changes = active === before.active ? {} : { active: { from: before.active, to: active } }
    ctx.record(ListChanged, { subjectId: id, data: { name: list.name }, changes })
  },
})

export const removeList = defineAction({
  name: 'screening.remove_list',
  async run(ctx, { id }: { id: string }): Promise<void> {
    ensure(canAdminister(ctx.actor))
    const list = found(await lockList(ctx.db, id))
    await updateList(ctx.db, id, { removed_at: instantOf(ctx), active: false })
    compareAll(ctx)
    ctx.record(ListRemoved, { subjectId: id, data: { name: list.name } })
  },
})

export const requestVersion = defineAction({
  name: 'screening.request_version',
  async run(ctx, input: { listId: string; fileName: string; sha256: string }): Promise<{ id: string }> {
    ensure(canAdminister(ctx.actor))
    const list = found(await lockList(ctx.db, input.listId))
    if ((await listVersions(ctx.db, [list.id])).some(one => one.state === 'waiting'))
      throw new Refusal(VersionBeingRead)
    const current = list.current_version_id && (await findVersion(ctx.db, list.current_version_id))
    if (current && current.sha256 === input.sha256) throw new Refusal(SameVersion)
    const id = newId()
    const { fileName, sha256 } = input
    await insertVersion(ctx.db, {
      ...{ id, listId: list.id, fileName, sha256, storedHash: sha256, loadedBy: ctx.actor.id, at: instantOf(ctx) },
    })
    ctx.enqueue(loadListJob, { versionId: id }, { singletonKey: id })
    ctx.record(VersionRequested, { subjectId: list.id, data: { name: list.name, fileName, sha256 } })
    return { id }
  },
})
