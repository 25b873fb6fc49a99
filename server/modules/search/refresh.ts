// Brings documents up to date with their records: reads again what changed, in small transactions, one reader at a time.
import type { ActionServices } from '#core/actions.ts'
import type { Db } from '#core/database/connect.ts'
import { noteWords } from './dictionary.store.ts'
import { replaceDocuments, takePending } from './document.store.ts'
import { type ReadDocument, readSources } from './documents.ts'
import { mayHaveText } from './texts/readable-files.ts'

export const readFileJob = 'search.read_file'

const batch = 200

/** Reads again all that waits; answers how many records that were. Repeating it does no harm. */
export async function refreshDocuments(
  services: ActionServices,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<number> {
  let done = 0
  for (;;) {
    signal?.throwIfAborted()
    const count = await services.db.transaction().execute(db => refreshSome(db, services))
    if (count === 0) return done
    done += count
    onProgress?.(done)
  }
}

async function refreshSome(db: Db, services: ActionServices): Promise<number> {
  const pending = await takePending(db, batch)
  if (pending === null) return 0
  const unread = new Map<string, NonNullable<ReadDocument['unread']>>()
  const words = new Set<string>()
  for (const [kind, rows] of Map.groupBy(pending, row => row.kind)) {
    const ids = rows.map(row => row.subject_id)
    const documents = await readSources[kind](db, ids)
    await replaceDocuments(db, kind, ids, documents)
    for (const document of documents) {
      for (const word of document.words) words.add(word)
      if (document.unread && mayHaveText(document.unread)) unread.set(document.unread.sha256, document.unread)
    }
  }
  await noteWords(db, words)
  const jobs = [...unread.keys()].map(sha256 => ({
    ...{ job: readFileJob, payload: { sha256 } },
    options: { singletonKey: sha256 },
  }))
  if (jobs.length > 0) await services.enqueueAll(db, jobs)
  return pending.length
}
