// Reads a version of a list into the database: all of it, or nothing of it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { found } from '#core/policy.ts'
import { findList, findVersion, settleEntries, updateList, updateVersion, writeEntries } from '../list.store.ts'
import type { ListFormat, ListMapping } from '../list.terms.ts'
import { type ListEntry, ListNotReadable } from '../lists/list-entry.ts'
import { readList } from '../lists/read-list.ts'
import { instantOf } from '../move-check.ts'
import { VersionFailed, VersionLoaded } from '../screening.events.ts'
import { compareAllJob } from './write-list.ts'

const batchSize = 1000
const shownProblems = 100

export interface LoadInput {
  versionId: string
  /** The bytes, from their beginning; called once a try. */
  open(): Promise<AsyncIterable<Uint8Array>>
}

interface Read {
  publishedOn: string | null
  notUnderstood: number
  problems: { place: string; problem: string }[]
}

const isDay = (text: string): boolean => {
  try {
    Temporal.PlainDate.from(text.slice(0, 10))
    return /^\d{4}-\d{2}-\d{2}/.test(text)
  } catch {
    return false
  }
}

/** Hands the entries over in batches; a number that comes twice counts once. */
async function readInto(
  pieces: AsyncIterable<Awaited<ReturnType<ReturnType<typeof readList>['next']>>['value']>,
  write: (batch: { id: string; entry: ListEntry }[]) => Promise<void>,
): Promise<Read> {
  const read: Read = { publishedOn: null, notUnderstood: 0, problems: [] }
  const seen = new Set<string>()
  let batch: { id: string; entry: ListEntry }[] = []
  const miss = (place: string, problem: string) => {
    read.notUnderstood += 1
    if (read.problems.length < shownProblems) read.problems.push({ place, problem })
  }
  for await (const piece of pieces) {
    if ('publishedOn' in piece) {
      if (isDay(piece.publishedOn)) read.publishedOn = piece.publishedOn.slice(0, 10)
    } else if ('problem' in piece) miss(piece.place, piece.problem)
    else if (seen.has(piece.entry.externalId)) miss(piece.place, 'twice')
    else {
      seen.add(piece.entry.externalId)
      batch.push({ id: newId(), entry: piece.entry })
      if (batch.length < batchSize) continue
      await write(batch)
      batch = []
    }
  }
  if (batch.length > 0) await write(batch)
  if (seen.size === 0) throw new ListNotReadable('no_entries')
  return read
}

/** @throws ListNotReadable; then nothing is written, and the version before stays in use */
export const loadVersion = defineAction({
  name: 'screening.load_version',
  async run(ctx: ActionContext, { versionId, open }: LoadInput): Promise<void> {
    const version = found(await findVersion(ctx.db, versionId))
    const list = await findList(ctx.db, version.list_id)
    if (!list || version.state !== 'waiting') return ctx.unchanged()
    const pieces = readList(list.format as ListFormat, await open(), list.mapping as unknown as ListMapping)
    const read = await readInto(pieces, batch => writeEntries(ctx.db, list.id, versionId, batch))
    const counts = await settleEntries(ctx.db, list.id, versionId)
    await updateVersion(ctx.db, versionId, {
      ...{ state: 'ready', ...counts, published_on: read.publishedOn, not_understood: read.notUnderstood },
      ...{ problems: read.problems, loaded_at: instantOf(ctx) },
    })
    await updateList(ctx.db, list.id, { current_version_id: versionId })
    ctx.enqueue(compareAllJob, {}, { singletonKey: compareAllJob })
    const { added, changed, gone } = counts
    ctx.record(VersionLoaded, {
      subjectId: list.id,
      data: { name: list.name, added, changed, gone, notUnderstood: read.notUnderstood },
    })
  },
})

export const failVersion = defineAction({
  name: 'screening.fail_version',
  async run(ctx, { versionId, error }: { versionId: string; error: string }): Promise<void> {
    const version = found(await findVersion(ctx.db, versionId))
    const list = found(await findList(ctx.db, version.list_id))
    await updateVersion(ctx.db, versionId, { state: 'failed', error })
    ctx.record(VersionFailed, { subjectId: list.id, data: { name: list.name, fileName: version.file_name } })
  },
})
