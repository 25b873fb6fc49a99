// Words of agreements that server and web share: kinds, roles, renewal, confidentiality, purposes of files, pulses.
import { keysOf, type Terms } from '#core/terms.ts'

export const agreementKindTerms = {
  memorandum: /*i18n*/ { id: 'agreements.kind.memorandum', message: 'Memorandum' },
  treaty: /*i18n*/ { id: 'agreements.kind.treaty', message: 'Treaty' },
  protocol: /*i18n*/ { id: 'agreements.kind.protocol', message: 'Protocol' },
  exchange_agreement: /*i18n*/ { id: 'agreements.kind.exchange_agreement', message: 'Exchange agreement' },
  project_agreement: /*i18n*/ { id: 'agreements.kind.project_agreement', message: 'Project agreement' },
  joint_degree: /*i18n*/ { id: 'agreements.kind.joint_degree', message: 'Joint degree' },
  recognition_agreement: /*i18n*/ { id: 'agreements.kind.recognition_agreement', message: 'Recognition agreement' },
  technology_agreement: /*i18n*/ { id: 'agreements.kind.technology_agreement', message: 'Technology agreement' },
  letter_of_intent: /*i18n*/ { id: 'agreements.kind.letter_of_intent', message: 'Letter of intent' },
  annex: /*i18n*/ { id: 'agreements.kind.annex', message: 'Annex' },
  amendment: /*i18n*/ { id: 'agreements.kind.amendment', message: 'Amendment' },
  other: /*i18n*/ { id: 'agreements.kind.other', message: 'Other agreement' },
} as const
export type AgreementKind = keyof typeof agreementKindTerms
export const agreementKinds = keysOf<AgreementKind>(agreementKindTerms)

export const renewalTerms = {
  none: /*i18n*/ { id: 'agreements.renewal.none', message: 'Not renewed' },
  automatic: /*i18n*/ { id: 'agreements.renewal.automatic', message: 'Renewed automatically' },
  by_consent: /*i18n*/ { id: 'agreements.renewal.by_consent', message: 'Renewed by consent' },
  unknown: /*i18n*/ { id: 'agreements.renewal.unknown', message: 'Renewal unknown' },
} as const
export type Renewal = keyof typeof renewalTerms
export const renewals = keysOf<Renewal>(renewalTerms)

export const endKindTerms = {
  known: /*i18n*/ { id: 'agreements.end.known', message: 'Ends on a date' },
  none: /*i18n*/ { id: 'agreements.end.none', message: 'No end date' },
  unknown: /*i18n*/ { id: 'agreements.end.unknown', message: 'End unknown' },
} as const
export type EndKind = keyof typeof endKindTerms
export const endKinds = keysOf<EndKind>(endKindTerms)

export const confidentialityTerms = {
  open: /*i18n*/ { id: 'agreements.confidentiality.open', message: 'Open' },
  internal: /*i18n*/ { id: 'agreements.confidentiality.internal', message: 'Internal' },
  confidential: /*i18n*/ { id: 'agreements.confidentiality.confidential', message: 'Confidential' },
} as const
export type Confidentiality = keyof typeof confidentialityTerms
export const confidentialities = keysOf<Confidentiality>(confidentialityTerms)

export const partySideTerms = {
  home: /*i18n*/ { id: 'agreements.side.home', message: 'Our side' },
  partner: /*i18n*/ { id: 'agreements.side.partner', message: 'Partner' },
} as const
export type PartySide = keyof typeof partySideTerms
export const partySides = keysOf<PartySide>(partySideTerms)

export const partyRoleTerms = {
  party: /*i18n*/ { id: 'agreements.party_role.party', message: 'Party' },
  coordinator: /*i18n*/ { id: 'agreements.party_role.coordinator', message: 'Coordinating party' },
  sending: /*i18n*/ { id: 'agreements.party_role.sending', message: 'Sending side' },
  receiving: /*i18n*/ { id: 'agreements.party_role.receiving', message: 'Receiving side' },
  funder: /*i18n*/ { id: 'agreements.party_role.funder', message: 'Funder' },
  depositary: /*i18n*/ { id: 'agreements.party_role.depositary', message: 'Depositary' },
  observer: /*i18n*/ { id: 'agreements.party_role.observer', message: 'Observer' },
} as const
export type PartyRole = keyof typeof partyRoleTerms
export const partyRoles = keysOf<PartyRole>(partyRoleTerms)

export const contactRoleTerms = {
  coordinator: /*i18n*/ { id: 'agreements.contact_role.coordinator', message: 'Coordinator' },
  initiator: /*i18n*/ { id: 'agreements.contact_role.initiator', message: 'Initiator' },
  academic: /*i18n*/ { id: 'agreements.contact_role.academic', message: 'Academic contact' },
  administrative: /*i18n*/ { id: 'agreements.contact_role.administrative', message: 'Administrative contact' },
  legal: /*i18n*/ { id: 'agreements.contact_role.legal', message: 'Legal contact' },
  signatory: /*i18n*/ { id: 'agreements.contact_role.signatory', message: 'Signatory' },
  other: /*i18n*/ { id: 'agreements.contact_role.other', message: 'Other contact' },
} as const
export type ContactRole = keyof typeof contactRoleTerms
export const contactRoles = keysOf<ContactRole>(contactRoleTerms)

export const filePurposeTerms = {
  signed_text: /*i18n*/ { id: 'agreements.file_purpose.signed_text', message: 'Signed text' },
  draft: /*i18n*/ { id: 'agreements.file_purpose.draft', message: 'Draft' },
  annex: /*i18n*/ { id: 'agreements.file_purpose.annex', message: 'Annex' },
  evidence: /*i18n*/ { id: 'agreements.file_purpose.evidence', message: 'Evidence' },
  minutes: /*i18n*/ { id: 'agreements.file_purpose.minutes', message: 'Minutes' },
  justification: /*i18n*/ { id: 'agreements.file_purpose.justification', message: 'Justification' },
  correspondence: /*i18n*/ { id: 'agreements.file_purpose.correspondence', message: 'Correspondence' },
  document: /*i18n*/ { id: 'agreements.file_purpose.document', message: 'Other document' },
} as const
export type FilePurpose = keyof typeof filePurposeTerms
export const filePurposes = keysOf<FilePurpose>(filePurposeTerms)

export const noticeUnitTerms = {
  day: /*i18n*/ { id: 'agreements.notice_unit.day', message: 'days' },
  month: /*i18n*/ { id: 'agreements.notice_unit.month', message: 'months' },
} as const
export type NoticeUnit = keyof typeof noticeUnitTerms
export const noticeUnits = keysOf<NoticeUnit>(noticeUnitTerms)

/** Who may end an agreement before its last day. */
export const enderTerms = {
  either: /*i18n*/ { id: 'agreements.ender.either', message: 'Each side alone' },
  together: /*i18n*/ { id: 'agreements.ender.together', message: 'Only both together' },
  home: /*i18n*/ { id: 'agreements.ender.home', message: 'Only our side' },
  partner: /*i18n*/ { id: 'agreements.ender.partner', message: 'Only the partner' },
  unknown: /*i18n*/ { id: 'agreements.ender.unknown', message: 'Unknown' },
} as const
export type Ender = keyof typeof enderTerms
export const enders = keysOf<Ender>(enderTerms)

/** From the most to the least worrying; the pulse of a set is its first. */
export const pulseOrder = ['at_risk', 'dormant', 'fading', 'new', 'alive', 'ended'] as const
export type Pulse = (typeof pulseOrder)[number]

export const pulseTerms = {
  at_risk: /*i18n*/ { id: 'agreements.pulse.at_risk', message: 'At risk' },
  dormant: /*i18n*/ { id: 'agreements.pulse.dormant', message: 'Sleeping' },
  fading: /*i18n*/ { id: 'agreements.pulse.fading', message: 'Fading' },
  new: /*i18n*/ { id: 'agreements.pulse.new', message: 'New' },
  alive: /*i18n*/ { id: 'agreements.pulse.alive', message: 'Alive' },
  ended: /*i18n*/ { id: 'agreements.pulse.ended', message: 'Ended' },
} as const satisfies Terms<Pulse>
