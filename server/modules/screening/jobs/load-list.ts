// Reads an uploaded list in the background; what cannot be read is said in words.
import { runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { JobDefinition } from '#core/module.ts'
import { failVersion, loadVersion } from '../actions/load-version.ts'
import { loadListJob } from '../actions/write-list.ts'
import { findVersion } from '../list.store.ts'
import { ListNotReadable } from '../lists/list-entry.ts'

export const loadList: JobDefinition = {
  name: loadListJob,
  retries: 3,
  async run(payload, { services }) {
    const versionId = String(payload.versionId)
    const version = await findVersion(services.db, versionId)
    if (version?.state !== 'waiting') return
    try {
      const open = async () => services.files.read(version.stored_hash)
      await runAction(services, systemActor(), loadVersion, { versionId, open })
    } catch (error) {
      if (!(error instanceof ListNotReadable)) throw error
      const problem = JSON.stringify({ code: error.code, detail: error.detail })
      await runAction(services, systemActor(), failVersion, { versionId, error: problem })
    }
  },
}
