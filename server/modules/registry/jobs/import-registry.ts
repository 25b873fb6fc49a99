// Imports an uploaded official list in the background; a job that is tried again goes on where the last try stopped.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { JobContext, JobDefinition } from '#core/module.ts'
import { failRegistryImport } from '../actions/end-registry-import.ts'
import { fileProblem, importOfficialList } from '../import/import-file.ts'
import { findRun, isStoredAsDocument } from '../registry-run.store.ts'

export const importRegistryJob: JobDefinition = {
  name: 'registry.import',
  retries: 3,
  run: runImport,
}

async function runImport(payload: Record<string, unknown>, { services, signal }: JobContext): Promise<void> {
  const runId = String(payload.runId)
  const run = await findRun(services.db, runId)
  if (run === undefined || run.finishedAt !== null || run.storedHash === null) return
  const folder = await mkdtemp(path.join(tmpdir(), 'concord-registry-'))
  const file = path.join(folder, 'list')
  try {
    await pipeline(await services.files.read(run.storedHash), createWriteStream(file, { mode: 0o600 }))
    const { kind, fileName, options } = run
    await importOfficialList(services, file, { kind, fileName, runId, signal, create: options.create ?? false })
    if (!(await isStoredAsDocument(services.db, run.storedHash))) await services.files.remove(run.storedHash)
  } catch (error) {
    const problem = fileProblem(error, file)
    if (problem === undefined) throw error
    await runAction(services, systemActor(), failRegistryImport, { runId, error: problem })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
