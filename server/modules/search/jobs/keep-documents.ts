// Keeps the documents in step: at once after what people do, every few minutes for whatever had no event, and counted anew at night.
import type { JobDefinition } from '#core/module.ts'
import { countWords } from '../dictionary.store.ts'
import { forgetTexts } from '../file-text.store.ts'
import { refreshDocuments } from '../refresh.ts'

/** Says nothing about what changed: the triggers wrote that down. */
export const refreshAfterEvents: JobDefinition = {
  name: 'search.refresh',
  takesMany: true,
  retries: 5,
  schedule: '*/5 * * * *',
  async run(_payload, { services, signal }) {
    const done = await refreshDocuments(services, { signal })
    if (done > many) await countWords(services.db)
  },
}

/** After so many the counts of words are too far off to choose a way by them. */
const many = 20_000

export const tidyNightly: JobDefinition = {
  name: 'search.tidy',
  schedule: '40 2 * * *',
  retries: 3,
  async run(_payload, { services, signal }) {
    await refreshDocuments(services, { signal })
    await forgetTexts(services.db)
    await countWords(services.db)
  },
}
