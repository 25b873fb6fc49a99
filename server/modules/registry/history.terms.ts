// The parts of an organisation's history that a reader can look at alone.
import type { Terms } from '#core/terms.ts'

export type HistoryPart = 'facts' | 'structure' | 'contacts' | 'others'
export const historyParts: Terms<HistoryPart> = {
  facts: /*i18n*/ { id: 'registry.history.facts', message: 'Changes of the record' },
  structure: /*i18n*/ { id: 'registry.history.structure', message: 'Units, merging and splitting' },
  contacts: /*i18n*/ { id: 'registry.history.contacts', message: 'Contacts' },
  others: /*i18n*/ { id: 'registry.history.others', message: 'Everything else' },
}
