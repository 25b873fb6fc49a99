// What is recorded of agreements, their files, and the views and feeds of readers.
import Type from 'typebox'
import { Id, IsoDate, LocalisedText, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'agreement'
const Named = { number: Nullable(Type.String()), title: LocalisedText }

export const AgreementRecorded = defineEvent({
  type: 'agreement.recorded',
  subject,
  personal: { others: ['contacts', 'parties'] },
  data: Type.Object({ ...Named, kind: Type.String(), state: Type.String(), importId: Type.Optional(Nullable(Id)) }),
  text: /*i18n*/ { id: 'agreements.event.recorded', message: '{actor} recorded the agreement: {state}' },
})
export const AgreementChanged = defineEvent({
  type: 'agreement.changed',
  subject,
  personal: { others: ['contacts', 'parties'] },
  data: Type.Object(Named),
  text: /*i18n*/ { id: 'agreements.event.changed', message: '{actor} changed the agreement' },
})
export const AgreementMoved = defineEvent({
  type: 'agreement.moved',
  subject,
  data: Type.Object({ ...Named, step: Type.String(), from: Type.String(), to: Type.String(), on: Nullable(IsoDate) }),
  text: /*i18n*/ { id: 'agreements.event.moved', message: '{actor} moved the agreement from “{from}” to “{to}”' },
})
export const AgreementFileAdded = defineEvent({
  type: 'agreement.file_added',
  subject,
  data: Type.Object({ fileId: Id, name: Type.String(), purpose: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.file_added', message: '{actor} added the file {name} ({purpose})' },
})
export const AgreementFileReplaced = defineEvent({
  type: 'agreement.file_replaced',
  subject,
  data: Type.Object({ fileId: Id, name: Type.String(), previous: Type.String(), purpose: Type.String() }),
  text: /*i18n*/ {
    id: 'agreements.event.file_replaced',
    message: '{actor} added {name} as a newer version of {previous}',
  },
})
export const AgreementFileRemoved = defineEvent({
  type: 'agreement.file_removed',
  subject,
  data: Type.Object({ fileId: Id, name: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.file_removed', message: '{actor} took off the file {name}' },
})
export const AgreementRemoved = defineEvent({
  type: 'agreement.removed',
  subject,
  data: Type.Object({ ...Named, importId: Nullable(Id) }),
  text: /*i18n*/ { id: 'agreements.event.removed', message: '{actor} undid the import that recorded the agreement' },
})
export const FileUploaded = defineEvent({
  type: 'file.uploaded',
  subject: 'file',
  data: Type.Object({ name: Type.String(), bytes: Type.Integer(), mediaType: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.file_uploaded', message: '{actor} uploaded {name}' },
})
export const ViewSaved = defineEvent({
  type: 'saved_view.saved',
  subject: 'saved_view',
  data: Type.Object({ page: Type.String(), name: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.view_saved', message: '{actor} saved the view {name}' },
})
export const ViewDeleted = defineEvent({
  type: 'saved_view.deleted',
  subject: 'saved_view',
  data: Type.Object({ page: Type.String(), name: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.view_deleted', message: '{actor} deleted the view {name}' },
})
export const FeedCreated = defineEvent({
  type: 'feed.created',
  subject: 'feed',
  data: Type.Object({ kind: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.feed_created', message: '{actor} made a private calendar link' },
})
export const FeedRevoked = defineEvent({
  type: 'feed.revoked',
  subject: 'feed',
  data: Type.Object({ kind: Type.String() }),
  text: /*i18n*/ { id: 'agreements.event.feed_revoked', message: '{actor} revoked a private calendar link' },
})
