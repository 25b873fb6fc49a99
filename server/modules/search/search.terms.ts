// Kinds of what can be found, in the order in which pages show them.
import { keysOf } from '#core/terms.ts'

export const foundKindTerms = {
  agreement: /*i18n*/ { id: 'search.kind.agreement', message: 'Agreements' },
  organisation: /*i18n*/ { id: 'search.kind.organisation', message: 'Organisations' },
  person: /*i18n*/ { id: 'search.kind.person', message: 'Contacts' },
  file: /*i18n*/ { id: 'search.kind.file', message: 'Files' },
  commitment: /*i18n*/ { id: 'search.kind.commitment', message: 'Commitments' },
  activity: /*i18n*/ { id: 'search.kind.activity', message: 'Activities' },
  comment: /*i18n*/ { id: 'search.kind.comment', message: 'Comments' },
  account: /*i18n*/ { id: 'search.kind.account', message: 'Accounts' },
} as const
export type FoundKind = keyof typeof foundKindTerms
export const foundKinds = keysOf<FoundKind>(foundKindTerms)

/** Organisations are found by the registry itself; all other kinds have documents here. */
export type DocumentKind = Exclude<FoundKind, 'organisation'>
export const documentKinds: readonly DocumentKind[] = foundKinds.filter(kind => kind !== 'organisation')

/** Counts stop here. */
export const countLimit = 200
