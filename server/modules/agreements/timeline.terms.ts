// The parts of an agreement's timeline that a reader can look at alone.
import type { Terms } from '#core/terms.ts'

export type TimelinePart = 'facts' | 'steps' | 'files' | 'commitments' | 'entries' | 'others'
export const timelineParts: Terms<TimelinePart> = {
  facts: /*i18n*/ { id: 'agreements.timeline.facts', message: 'Changes of the record' },
  steps: /*i18n*/ { id: 'agreements.timeline.steps', message: 'Steps' },
  files: /*i18n*/ { id: 'agreements.timeline.files', message: 'Documents' },
  commitments: /*i18n*/ { id: 'agreements.timeline.commitments', message: 'Commitments' },
  entries: /*i18n*/ { id: 'agreements.timeline.entries', message: 'Entries' },
  others: /*i18n*/ { id: 'agreements.timeline.others', message: 'Everything else' },
}
