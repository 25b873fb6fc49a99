// Agreements on the wire: the record with its parties, dates and files, and the routes that read and change it.
import type { Static } from 'typebox'
import Type from 'typebox'
import {
  Abilities,
  CountryCode,
  Id,
  Instant,
  IsoDate,
  LanguageTag,
  LocalisedText,
  Nullable,
  OneOf,
  PartialDate,
  route,
} from '#core/contract.ts'
import { keysOf } from '#core/terms.ts'
import { Timeline } from '#core/timeline.contract.ts'
import { agreementStates, agreementSteps } from './agreement.states.ts'
import {
  agreementKinds,
  confidentialities,
  contactRoles,
  enders,
  endKinds,
  filePurposes,
  noticeUnits,
  partyRoles,
  partySides,
  pulseOrder,
  renewals,
} from './agreement.terms.ts'
import { timelineParts } from './timeline.terms.ts'

export const Kind = OneOf(agreementKinds)
export const State = OneOf(agreementStates)
export const PulseWord = OneOf(pulseOrder)
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Prose = Type.String({ maxLength: 20_000 })

/** An organisation as a reader sees it: its name in the reader's language and, where that differs, the original one. */
export const OrganisationRef = Type.Object({
  id: Id,
  name: Type.String(),
  originalName: Nullable(Type.String()),
  country: Nullable(CountryCode),
  city: Nullable(Type.String()),
})
export type OrganisationRef = Static<typeof OrganisationRef>

export const PersonRef = Type.Object({ id: Type.String(), name: Type.String() })

/** A sentence about the liveliness of an agreement, a partnership or a country, in the reader's language. */
export const PulseView = Type.Object({
  pulse: PulseWord,
  /** Sentences, the deciding one first; `href` leads to the evidence in this installation. */
  reasons: Type.Array(Type.Object({ text: Type.String(), href: Nullable(Type.String()) })),
  /** The cheapest next step, in words. */
  nextStep: Nullable(Type.String()),
  /** The numbers of the installation that the result used, by name. */
  settings: Type.Record(Type.String(), Type.Number()),
  on: IsoDate,
})
export type PulseView = Static<typeof PulseView>

export const PartyInput = Type.Object(
  {
    organisationId: Id,
    unitId: Type.Optional(Nullable(Id)),
    side: OneOf(partySides),
    role: Type.Optional(OneOf(partyRoles)),
    signedOn: Type.Optional(Nullable(IsoDate)),
    signatoryName: Type.Optional(Nullable(Line(200))),
    signatoryTitle: Type.Optional(Nullable(Line(200))),
  },
  { additionalProperties: false },
)

export const ContactInput = Type.Object(
  {
    organisationId: Type.Optional(Nullable(Id)),
    personId: Type.Optional(Nullable(Id)),
    side: OneOf(partySides),
    role: Type.Optional(OneOf(contactRoles)),
    name: Line(200),
    email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
    phone: Type.Optional(Nullable(Line(60))),
  },
  { additionalProperties: false },
)

export const LinkInput = Type.Object(
  {
    url: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 }),
    label: Type.Optional(Nullable(Line(200))),
  },
  { additionalProperties: false },
)

export const NoticePeriod = Type.Object(
  { amount: Type.Integer({ minimum: 1, maximum: 3650 }), unit: OneOf(noticeUnits) },
  { additionalProperties: false },
)

const inputFields = {
  /** The home organisation; it is also a party, added when it is missing. */
  homeId: Id,
  unitId: Type.Optional(Nullable(Id)),
  number: Type.Optional(Nullable(Line(100))),
  /** The kinds, the leading one first. */
  kinds: Type.Array(Kind, { minItems: 1, maxItems: 6 }),
  title: LocalisedText,
  parties: Type.Array(PartyInput, { maxItems: 200 }),
  contacts: Type.Optional(Type.Array(ContactInput, { maxItems: 200 })),
  links: Type.Optional(Type.Array(LinkInput, { maxItems: 100 })),
  approvedOn: Type.Optional(Nullable(PartialDate)),
  signedOn: Type.Optional(Nullable(PartialDate)),
  inForceOn: Type.Optional(Nullable(PartialDate)),
  reviewDueOn: Type.Optional(Nullable(PartialDate)),
  /** The last day. Needed when `end` is `known`, refused otherwise. */
  expiresOn: Type.Optional(Nullable(PartialDate)),
  end: Type.Optional(OneOf(endKinds)),
  renewal: Type.Optional(OneOf(renewals)),
  renewalMonths: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1200 }))),
  notice: Type.Optional(Nullable(NoticePeriod)),
  /** Who may end the agreement before its last day. */
  mayEnd: Type.Optional(OneOf(enders)),
  parentId: Type.Optional(Nullable(Id)),
  amendsId: Type.Optional(Nullable(Id)),
  supersedesId: Type.Optional(Nullable(Id)),
  /** ISCED-F 2013 codes of two, three or four digits. */
  fields: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{2,4}$' }), { maxItems: 30 })),
  languages: Type.Optional(Type.Array(LanguageTag, { maxItems: 20 })),
  confidentiality: Type.Optional(OneOf(confidentialities)),
  /** People named as readers of a confidential agreement, beside those who are named already. */
  readerIds: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 })),
  ownerId: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  scope: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), Prose)),
  remarks: Type.Optional(Nullable(Prose)),
}

/** A new agreement, recorded in any state. */
export const AgreementInput = Type.Object(
  {
    ...inputFields,
    state: Type.Optional(State),
    stateReason: Type.Optional(Nullable(Line(2000))),
    /** The day on which a terminated agreement ends; in the future while notice is running. */
    endedOn: Type.Optional(Nullable(IsoDate)),
  },
  { additionalProperties: false },
)
export type AgreementInput = Static<typeof AgreementInput>

/** All fields of a record as they shall be; a field that is left out becomes empty. */
export const AgreementChange = Type.Object(
  { ...inputFields, version: Type.Integer({ minimum: 1 }), reason: Type.Optional(Line(2000)) },
  { additionalProperties: false },
)
export type AgreementChange = Static<typeof AgreementChange>

export const PartyView = Type.Object({
  id: Id,
  side: OneOf(partySides),
  role: OneOf(partyRoles),
  organisation: OrganisationRef,
  unit: Nullable(OrganisationRef),
  signedOn: Nullable(IsoDate),
  signatoryName: Nullable(Type.String()),
  signatoryTitle: Nullable(Type.String()),
})

export const ContactView = Type.Object({
  id: Id,
  side: OneOf(partySides),
  role: OneOf(contactRoles),
  organisationId: Nullable(Id),
  organisationName: Nullable(Type.String()),
  personId: Nullable(Id),
  name: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
})

export const FileView = Type.Object({
  /** The link of the file to its record; downloads and removal use it. */
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  purpose: OneOf(filePurposes),
  language: Nullable(Type.String()),
  note: Nullable(Type.String()),
  /** The file of this record that this one is a newer version of. */
  replacesId: Nullable(Id),
  addedAt: Instant,
  addedBy: Nullable(Type.String()),
})
export type FileView = Static<typeof FileView>

/** Another agreement, short. */
export const AgreementRef = Type.Object({
  id: Id,
  number: Nullable(Type.String()),
  title: Type.String(),
  kind: Kind,
  state: State,
  signedOn: Nullable(PartialDate),
  effectiveEnd: Nullable(IsoDate),
})
export type AgreementRef = Static<typeof AgreementRef>

/** The row of the list that a record was read from, exactly as it was. */
export const OriginalRow = Type.Object({
  fileName: Type.String(),
  sheet: Nullable(Type.String()),
  row: Type.Integer(),
  cells: Type.Array(Type.Object({ header: Type.String(), value: Type.String() })),
})
export type OriginalRow = Static<typeof OriginalRow>

export const AgreementView = Type.Object({
  id: Id,
  version: Type.Integer(),
  home: OrganisationRef,
  unit: Nullable(OrganisationRef),
  number: Nullable(Type.String()),
  kind: Kind,
  kinds: Type.Array(Kind),
  title: LocalisedText,
  /** The title in the reader's language; kind and partners when there is none. */
  displayTitle: Type.String(),
  /** The state today; `storedState` differs when the end has passed since. */
  state: State,
  storedState: State,
  stateSince: Instant,
  stateReason: Nullable(Type.String()),
  turn: OneOf(['home', 'partner', 'nobody'] as const),
  approvedOn: Nullable(PartialDate),
  signedOn: Nullable(PartialDate),
  inForceOn: Nullable(PartialDate),
  reviewDueOn: Nullable(PartialDate),
  expiresOn: Nullable(PartialDate),
  end: OneOf(endKinds),
  renewal: OneOf(renewals),
  renewalMonths: Nullable(Type.Integer()),
  renewalBegunOn: Nullable(IsoDate),
  notice: Nullable(NoticePeriod),
  mayEnd: OneOf(enders),
  endedOn: Nullable(IsoDate),
  /** Computed today: the end after automatic renewals, how many there were, and what follows from it. */
  effectiveEnd: Nullable(IsoDate),
  renewalsPassed: Type.Integer(),
  daysToEnd: Nullable(Type.Integer()),
  /** The review date that counts: the recorded one, else twelve months before the end. */
  reviewOn: Nullable(IsoDate),
  reviewDue: Type.Boolean(),
  /** The last day to give notice before the end. */
  noticeDeadline: Nullable(IsoDate),
  /** Terminated, and the notice runs until this day. */
  noticeRunningUntil: Nullable(IsoDate),
  parties: Type.Array(PartyView),
  contacts: Type.Array(ContactView),
  links: Type.Array(Type.Object({ id: Id, url: Type.String(), label: Nullable(Type.String()) })),
  files: Type.Array(FileView),
  parent: Nullable(AgreementRef),
  amends: Nullable(AgreementRef),
  supersedes: Nullable(AgreementRef),
  children: Type.Array(AgreementRef),
  amendedBy: Type.Array(AgreementRef),
  supersededBy: Type.Array(AgreementRef),
  fields: Type.Array(Type.Object({ code: Type.String(), label: Type.String() })),
  languages: Type.Array(Type.String()),
  confidentiality: OneOf(confidentialities),
  owner: Nullable(PersonRef),
  scope: LocalisedText,
  remarks: Nullable(Type.String()),
  original: Nullable(OriginalRow),
  importId: Nullable(Id),
  pulse: Nullable(PulseView),
  lastEntryOn: Nullable(IsoDate),
  commitmentCount: Type.Integer(),
  /** Steps from the present state, in the order in which to offer them. */
  nextSteps: Type.Array(
    Type.Object({ step: OneOf(agreementSteps), label: Type.String(), reasonRequired: Type.Boolean() }),
  ),
  /** `edit`, `step`, `begin_renewal`, `add_file`, `record_entry`. */
  abilities: Abilities,
  createdAt: Instant,
  updatedAt: Instant,
})
export type AgreementView = Static<typeof AgreementView>

const OneId = Type.Object({ id: Id })
const tag = 'agreements'

export const createAgreement = route({
  method: 'POST',
  path: '/api/agreements',
  summary: 'Record an agreement in any state',
  tag,
  access: 'session',
  body: AgreementInput,
  response: AgreementView,
})

export const getAgreement = route({
  method: 'GET',
  path: '/api/agreements/:id',
  summary: 'An agreement with its parties, dates, files, relations and what the reader may do',
  tag,
  access: 'session',
  params: OneId,
  response: AgreementView,
})

export const updateAgreement = route({
  method: 'PUT',
  path: '/api/agreements/:id',
  summary: 'Change the facts of an agreement',
  tag,
  access: 'session',
  params: OneId,
  body: AgreementChange,
  response: AgreementView,
})

export const takeAgreementStep = route({
  method: 'POST',
  path: '/api/agreements/:id/steps',
  summary: 'Move an agreement to its next state; steps back and out need a reason',
  tag,
  access: 'session',
  params: OneId,
  body: Type.Object(
    {
      step: OneOf(agreementSteps),
      reason: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
      /** The day of the fact: entry into force, end, new end of a renewal. Today when left out. */
      on: Type.Optional(Nullable(IsoDate)),
      version: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ),
  response: AgreementView,
})

export const beginRenewal = route({
  method: 'POST',
  path: '/api/agreements/:id/begin-renewal',
  summary: 'Begin the renewal of an agreement',
  tag,
  access: 'session',
  params: OneId,
  body: Type.Object(
    { version: Type.Integer({ minimum: 1 }), note: Type.Optional(Type.String({ maxLength: 2000 })) },
    { additionalProperties: false },
  ),
  response: AgreementView,
})

export const getAgreementTimeline = route({
  method: 'GET',
  path: '/api/agreements/:id/timeline',
  summary: 'What happened to an agreement and its commitments and entries, newest first',
  tag,
  access: 'session',
  params: OneId,
  query: Type.Object({
    /** Only this part; everything when left out. */
    about: Type.Optional(OneOf(keysOf(timelineParts))),
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  response: Type.Object({ ...Timeline.properties, more: Type.Boolean() }),
})

export const listSimilarAgreements = route({
  method: 'GET',
  path: '/api/agreements/similar',
  summary: 'Agreements with the same partners and kind whose terms overlap: the duplicate check before recording one',
  tag,
  access: 'session',
  query: Type.Object({
    homeId: Id,
    partner: Type.Array(Id, { minItems: 1, maxItems: 50 }),
    kind: Type.Optional(Type.Array(Kind, { maxItems: 6 })),
    from: Type.Optional(IsoDate),
    until: Type.Optional(IsoDate),
    number: Type.Optional(Type.String({ maxLength: 100 })),
    except: Type.Optional(Id),
  }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        agreement: AgreementRef,
        partners: Type.Array(OrganisationRef),
        /** Why it looks the same, in words. */
        reasons: Type.Array(Type.String()),
      }),
    ),
  }),
})

/** Multipart with one `file`; its size is limited by the installation. */
export const addAgreementFile = route({
  method: 'POST',
  path: '/api/agreements/:id/files',
  summary: 'Add a file to an agreement',
  tag,
  access: 'session',
  params: OneId,
  query: Type.Object({
    purpose: Type.Optional(OneOf(filePurposes)),
    language: Type.Optional(LanguageTag),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    /** The file of which this is a newer version; it takes over purpose and language where they are left out. */
    replaces: Type.Optional(Id),
  }),
  response: FileView,
  transfer: 'upload',
})

export const removeAgreementFile = route({
  method: 'DELETE',
  path: '/api/agreements/:id/files/:fileId',
  summary: 'Take a file off an agreement; its content stays in the trail',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, fileId: Id }),
  query: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }),
  response: Type.Object({}),
})

export const UploadedFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
})
export type UploadedFile = Static<typeof UploadedFile>

/** A file that is not yet linked to a record: evidence of an entry, a list to import. */
export const uploadFile = route({
  method: 'POST',
  path: '/api/files',
  summary: 'Upload a file; it is linked to a record by the action that uses it',
  tag: 'files',
  access: 'session',
  response: UploadedFile,
  transfer: 'upload',
})

export const downloadFile = route({
  method: 'GET',
  path: '/api/files/:id',
  summary: 'Download a file by its link to a record that the reader may see, or one that the reader uploaded',
  tag: 'files',
  access: 'session',
  params: OneId,
  query: Type.Object({ inline: Type.Optional(Type.Boolean()) }),
  transfer: 'download',
})

export const IscedField = Type.Object({ code: Type.String(), label: Type.String(), broad: Type.String() })

export const listFields = route({
  method: 'GET',
  path: '/api/fields-of-science',
  summary: "ISCED-F 2013 broad and narrow fields in the reader's language",
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(IscedField) }),
})

export const listOwners = route({
  method: 'GET',
  path: '/api/agreements/owners',
  summary: 'People who may own agreements of a home organisation',
  tag,
  access: 'session',
  query: Type.Object({ homeId: Type.Optional(Id) }),
  response: Type.Object({ items: Type.Array(PersonRef) }),
})

export const SavedView = Type.Object({
  id: Id,
  page: Type.String(),
  name: Type.String(),
  /** The query string of the page as an object. */
  query: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
  shared: Type.Boolean(),
  mine: Type.Boolean(),
})
export type SavedView = Static<typeof SavedView>

const SavedViewInput = Type.Object(
  {
    page: Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }),
    name: Line(100),
    query: Type.Record(
      Type.String({ maxLength: 60 }),
      Type.Union([Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 500 }), { maxItems: 300 })]),
    ),
    shared: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const listSavedViews = route({
  method: 'GET',
  path: '/api/saved-views',
  summary: "The reader's own saved views of a page and those shared with everyone",
  tag: 'saved views',
  access: 'session',
  query: Type.Object({ page: Type.Optional(Type.String({ maxLength: 41 })) }),
  response: Type.Object({ items: Type.Array(SavedView) }),
})

export const createSavedView = route({
  method: 'POST',
  path: '/api/saved-views',
  summary: 'Save the present filters of a page under a name',
  tag: 'saved views',
  access: 'session',
  body: SavedViewInput,
  response: SavedView,
})

export const updateSavedView = route({
  method: 'PUT',
  path: '/api/saved-views/:id',
  summary: 'Rename a saved view or replace its filters',
  tag: 'saved views',
  access: 'session',
  params: OneId,
  body: SavedViewInput,
  response: SavedView,
})

export const deleteSavedView = route({
  method: 'DELETE',
  path: '/api/saved-views/:id',
  summary: 'Delete a saved view',
  tag: 'saved views',
  access: 'session',
  params: OneId,
  response: Type.Object({}),
})
