// Words of drafts that server and web share: roles of clauses and kinds of versions.
import { keysOf, type Terms } from '#core/terms.ts'

export const clauseRoleTerms = {
  recital: /*i18n*/ { id: 'drafting.role.recital', message: 'Recital' },
  article: /*i18n*/ { id: 'drafting.role.article', message: 'Article' },
  closing: /*i18n*/ { id: 'drafting.role.closing', message: 'Closing provision' },
  annex: /*i18n*/ { id: 'drafting.role.annex', message: 'Annex' },
} as const satisfies Terms<string>

export const versionKindTerms = {
  named: /*i18n*/ { id: 'drafting.version.named', message: 'Named version' },
  start: /*i18n*/ { id: 'drafting.version.start', message: 'Beginning of the draft' },
  handover: /*i18n*/ { id: 'drafting.version.handover', message: 'Handed over' },
  before_restoring: /*i18n*/ {
    id: 'drafting.version.before_restoring',
    message: 'Before an earlier version was restored',
  },
} as const satisfies Terms<string>
export type VersionKind = keyof typeof versionKindTerms
export const versionKinds = keysOf<VersionKind>(versionKindTerms)
