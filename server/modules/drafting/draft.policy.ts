// Who may edit a draft, who suggests and who only reads; the same for a page, a call and a live connection.
import { type Actor, reaches, reachOf } from '#core/identity/actor.ts'
import { allow, type Decision, deny } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import type { DraftRight } from './draft.contract.ts'

/** What decides: where the agreement belongs, its state, and how the reader stands to it. */
export interface DraftStanding {
  homeId: string
  unitId: string | null
  ownerId: string | null
  /** The agreement may still be written on: it waits neither for signatures nor is it concluded. */
  isOpen: boolean
  reads: boolean
  writes: boolean
}

const frozen: Term = /*i18n*/ {
  id: 'drafting.policy.frozen',
  message: 'The text is approved or concluded: it changes only after the agreement has been returned to drafting.',
}
const suggestsOnly: Term = /*i18n*/ {
  id: 'drafting.policy.suggests_only',
  message: 'Your role suggests changes; officers of the home organisation take them in.',
}
const readsOnly: Term = /*i18n*/ {
  id: 'drafting.policy.reads_only',
  message: 'Your role reads this draft.',
}

/** States in which a draft is written on. */
export const openStates: ReadonlySet<string> = new Set([
  'inquiry',
  'duplicate_check',
  'due_diligence',
  'drafting',
  'internal_review',
  'partner_review',
  'external_clearance',
])

/** Undefined for those who may not see it. */
export function draftRight(actor: Actor, draft: DraftStanding): { right: DraftRight; reason: Term | null } | undefined {
  if (!draft.reads) return undefined
  if (!draft.isOpen) return { right: 'read', reason: frozen }
  if (draft.writes) return { right: 'edit', reason: null }
  const takesPart = (['record', 'conclude'] as const).some(power =>
    reaches(reachOf(actor, power), draft.homeId, draft.unitId),
  )
  if (takesPart || (actor.id !== null && actor.id === draft.ownerId)) return { right: 'suggest', reason: suggestsOnly }
  return { right: 'read', reason: readsOnly }
}

export const canEditDraft = (actor: Actor, draft: DraftStanding): Decision => {
  const given = draftRight(actor, draft)
  return given?.right === 'edit' ? allow : deny(given?.reason ?? readsOnly)
}
