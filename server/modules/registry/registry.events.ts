// What happens in the registry, as it stands in the trail.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'

const Named = Type.Object({ name: Type.String() })
/** Of contacts: what the record says of them. */
const personal = { subject: ['name', 'names', 'position', 'email', 'phone', 'orcid'] }
const WithOther = Type.Object({ name: Type.String(), other: Type.String(), otherId: Type.String() })

export const OrganisationAdded = defineEvent({
  type: 'organisation.added',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.organisation_added', message: '{actor} added {name}' },
})
export const OrganisationChanged = defineEvent({
  type: 'organisation.changed',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.organisation_changed', message: '{actor} changed {name}' },
})
export const StatementAccepted = defineEvent({
  type: 'organisation.statement_accepted',
  subject: 'organisation',
  data: Type.Object({ name: Type.String(), field: Type.String(), source: Type.String() }),
  text: /*i18n*/ {
    id: 'registry.event.statement_accepted',
    message: '{actor} took over what the source says of {name}',
  },
})
export const EditKept = defineEvent({
  type: 'organisation.edit_kept',
  subject: 'organisation',
  data: Type.Object({ name: Type.String(), fields: Type.Array(Type.String()), source: Type.String() }),
  text: /*i18n*/ {
    id: 'registry.event.edit_kept',
    message: 'The official registry now says something else about {name}; what was decided here was kept',
  },
})
export const OrganisationUpdated = defineEvent({
  type: 'organisation.updated',
  subject: 'organisation',
  data: Type.Object({ name: Type.String(), source: Type.String() }),
  text: /*i18n*/ {
    id: 'registry.event.organisation_updated',
    message: 'A newer version of the official registry changed {name}',
  },
})
export const OrganisationMerged = defineEvent({
  type: 'organisation.merged',
  subject: 'organisation',
  data: WithOther,
  text: /*i18n*/ { id: 'registry.event.organisation_merged', message: '{actor} merged {name} into {other}' },
})
export const MergeUndone = defineEvent({
  type: 'organisation.merge_undone',
  subject: 'organisation',
  data: WithOther,
  text: /*i18n*/ { id: 'registry.event.merge_undone', message: '{actor} took {name} out of {other} again' },
})
export const OrganisationSplit = defineEvent({
  type: 'organisation.split',
  subject: 'organisation',
  data: WithOther,
  text: /*i18n*/ { id: 'registry.event.organisation_split', message: '{actor} split {other} off {name}' },
})
const WithUnit = Type.Object({ name: Type.String(), unit: Type.String(), unitId: Type.String() })
export const UnitAdded = defineEvent({
  type: 'organisation.unit_added',
  subject: 'organisation',
  data: WithUnit,
  text: /*i18n*/ { id: 'registry.event.unit_added', message: '{actor} added the unit {unit} to {name}' },
})
export const UnitLeft = defineEvent({
  type: 'organisation.unit_left',
  subject: 'organisation',
  data: WithUnit,
  text: /*i18n*/ { id: 'registry.event.unit_left', message: '{actor} took the unit {unit} out of {name}' },
})
// The history of an organisation is open to everyone who reads the registry; contacts are not, so they stay without names here.
export const ContactAdded = defineEvent({
  type: 'organisation.contact_added',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.contact_added', message: '{actor} added a contact person of {name}' },
})
export const ContactLeft = defineEvent({
  type: 'organisation.contact_left',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.contact_left', message: '{actor} removed a contact person of {name}' },
})
export const HomeChosen = defineEvent({
  type: 'organisation.home_chosen',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.home_chosen', message: '{actor} made {name} a home organisation' },
})
export const HomeRemoved = defineEvent({
  type: 'organisation.home_removed',
  subject: 'organisation',
  data: Named,
  text: /*i18n*/ { id: 'registry.event.home_removed', message: '{actor} took {name} out of the home organisations' },
})
export const PersonAdded = defineEvent({
  type: 'person.added',
  subject: 'person',
  personal,
  data: Named,
  text: /*i18n*/ { id: 'registry.event.person_added', message: '{actor} added {name}' },
})
export const PersonChanged = defineEvent({
  type: 'person.changed',
  subject: 'person',
  personal,
  data: Named,
  text: /*i18n*/ { id: 'registry.event.person_changed', message: '{actor} changed {name}' },
})
export const PersonDeleted = defineEvent({
  type: 'person.deleted',
  subject: 'person',
  personal,
  data: Named,
  text: /*i18n*/ { id: 'registry.event.person_deleted', message: '{actor} deleted {name}' },
})
export const NameDecided = defineEvent({
  type: 'name_decision.made',
  subject: 'name_decision',
  data: Type.Object({ written: Type.String(), name: Type.String() }),
  text: /*i18n*/ { id: 'registry.event.name_decided', message: '{actor} decided that “{written}” means {name}' },
})
export const NameDecidedNone = defineEvent({
  type: 'name_decision.none',
  subject: 'name_decision',
  data: Type.Object({ written: Type.String() }),
  text: /*i18n*/ {
    id: 'registry.event.name_decided_none',
    message: '{actor} decided that “{written}” is no organisation of the registry',
  },
})
export const NameDecisionsTaken = defineEvent({
  type: 'name_decision.taken_over',
  subject: 'organisation',
  data: Type.Object({ count: Type.Integer() }),
  text: /*i18n*/ {
    id: 'registry.event.name_decisions_taken',
    message: '{actor} decided what {count, plural, one {# name means} other {# names mean}}',
  },
})
export const NameDecisionWithdrawn = defineEvent({
  type: 'name_decision.withdrawn',
  subject: 'name_decision',
  data: Type.Object({ written: Type.String() }),
  text: /*i18n*/ {
    id: 'registry.event.name_decision_withdrawn',
    message: '{actor} withdrew what was decided about “{written}”',
  },
})
export const ImportRequested = defineEvent({
  type: 'registry.import_requested',
  subject: 'registry_run',
  data: Type.Object({ fileName: Type.String(), kind: Type.String() }),
  text: /*i18n*/ { id: 'registry.event.import_requested', message: '{actor} uploaded the official list {fileName}' },
})
export const RegistryImported = defineEvent({
  type: 'registry.imported',
  subject: 'registry_run',
  data: Type.Object({
    fileName: Type.String(),
    kind: Type.String(),
    added: Type.Integer(),
    changed: Type.Integer(),
    withdrawn: Type.Integer(),
  }),
  text: /*i18n*/ {
    id: 'registry.event.imported',
    message:
      '{fileName} was read: {added, number} organisations added, {changed, number} changed, {withdrawn, number} withdrawn',
  },
})
