// Words of the clause library that server and web share: what stands in it, in which state, kinds of variables, directions.
import { keysOf } from '#core/terms.ts'

export const itemKinds = ['clause', 'template'] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemStateTerms = {
  draft: /*i18n*/ { id: 'documents.library.state.draft', message: 'Being written' },
  approved: /*i18n*/ { id: 'documents.library.state.approved', message: 'Approved for use' },
  retired: /*i18n*/ { id: 'documents.library.state.retired', message: 'Retired' },
} as const
export type ItemState = keyof typeof itemStateTerms
export const itemStates = keysOf<ItemState>(itemStateTerms)

export const clauseRoleTerms = {
  recital: /*i18n*/ { id: 'documents.library.role.recital', message: 'Preamble' },
  article: /*i18n*/ { id: 'documents.library.role.article', message: 'Article' },
  closing: /*i18n*/ { id: 'documents.library.role.closing', message: 'Closing words' },
  annex: /*i18n*/ { id: 'documents.library.role.annex', message: 'Annex to the text' },
} as const
export const clauseRoles = keysOf<keyof typeof clauseRoleTerms>(clauseRoleTerms)

export const variableKindTerms = {
  text: /*i18n*/ { id: 'documents.library.variable.text', message: 'Words' },
  date: /*i18n*/ { id: 'documents.library.variable.date', message: 'Day' },
  number: /*i18n*/ { id: 'documents.library.variable.number', message: 'Number' },
  party: /*i18n*/ { id: 'documents.library.variable.party', message: 'Name of a party' },
  money: /*i18n*/ { id: 'documents.library.variable.money', message: 'Amount of money' },
} as const
export type VariableKind = keyof typeof variableKindTerms
export const variableKinds = keysOf<VariableKind>(variableKindTerms)

export const directionTerms = {
  both: /*i18n*/ { id: 'documents.library.direction.both', message: 'Each side to the other' },
  home_to_partner: /*i18n*/ { id: 'documents.library.direction.home_to_partner', message: 'Our side to the partner' },
  partner_to_home: /*i18n*/ { id: 'documents.library.direction.partner_to_home', message: 'The partner to our side' },
} as const
export type Direction = keyof typeof directionTerms
export const directions = keysOf<Direction>(directionTerms)

/** What somebody who uses a template should know. */
export const noticeTerms = {
  language_missing: /*i18n*/ {
    id: 'documents.library.notice.language_missing',
    message: 'This clause is not written in every language of the text.',
  },
  retired: /*i18n*/ {
    id: 'documents.library.notice.retired',
    message: 'This clause was retired; a newer one may be better.',
  },
  not_approved: /*i18n*/ {
    id: 'documents.library.notice.not_approved',
    message: 'This clause was not approved yet.',
  },
} as const
export type NoticeKind = keyof typeof noticeTerms
export const noticeKinds = keysOf<NoticeKind>(noticeTerms)
