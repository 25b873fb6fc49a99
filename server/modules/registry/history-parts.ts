// Which events belong to a part of an organisation's history.
import type { TypeFilter } from '#core/events.ts'
import type { HistoryPart } from './history.terms.ts'
import * as events from './registry.events.ts'

const typesOf = {
  facts: [
    events.OrganisationAdded,
    events.OrganisationChanged,
    events.OrganisationUpdated,
    events.StatementAccepted,
    events.EditKept,
  ],
  structure: [
    ...[events.OrganisationMerged, events.MergeUndone, events.OrganisationSplit, events.UnitAdded, events.UnitLeft],
    ...[events.HomeChosen, events.HomeRemoved],
  ],
  contacts: [events.ContactAdded, events.ContactLeft],
}
const names = (types: readonly { type: string }[]) => types.map(one => one.type)

export const eventsOf = (part: HistoryPart | undefined): TypeFilter | undefined =>
  part === undefined
    ? undefined
    : part === 'others'
      ? { types: names(Object.values(typesOf).flat()), others: true }
      : { types: names(typesOf[part]) }
