// Reads the text of a stored file once, and has the documents of the records made anew that hold it.
import type { Readable } from 'node:stream'
import { FileMissing } from '#core/files/files.ts'
import type { JobDefinition } from '#core/module.ts'
import { findUnread, keepText } from '../file-text.store.ts'
import { readFileJob, refreshDocuments } from '../refresh.ts'
import { readFileText } from '../texts/read-file-text.ts'
import { textKindOf } from '../texts/readable-files.ts'

export const readFile: JobDefinition = {
  name: readFileJob,
  retries: 3,
  async run(payload, { services, signal }) {
    const { db, files, log } = services
    const file = await findUnread(db, String(payload.sha256))
    const kind = file && textKindOf(file.name)
    if (!file || !kind) return
    let content: Readable
    try {
      content = await files.read(file.sha256)
    } catch (error) {
      // A file that is gone is for the doctor to tell; trying again does not bring it back.
      if (error instanceof FileMissing) return
      throw error
    }
    const { text, problem } = await readFileText(content, kind)
    if (problem !== null) log.info({ sha256: file.sha256, problem }, 'the text of a file could not be read')
    await keepText(db, file.sha256, text, problem)
    await refreshDocuments(services, { signal })
  },
}
