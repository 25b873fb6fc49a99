// The sides of an agreement as choices: organisations and their units, kept as one text in forms.
import type { PartyView } from '#modules/ledger/ledger.contract.ts'
import type { Choice } from '../../kit/choice.ts'

/** A side that may promise, receive, send or be sent to. */
export interface Side {
  organisationId: string
  name: string
  unitId: string | null
  unitName: string | null
  isHome: boolean
}

/** `organisation` or `organisation/unit`. */
export const sideKey = (side: { organisationId: string; unitId?: string | null | undefined }): string =>
  side.unitId ? `${side.organisationId}/${side.unitId}` : side.organisationId

export function sideOf(key: string): { organisationId: string; unitId: string | null } {
  const [organisationId = '', unitId] = key.split('/')
  return { organisationId, unitId: unitId ?? null }
}

/** The sides given, and those that a record already names though they are not among them. */
export function sideChoices(sides: readonly Side[], present: readonly (PartyView | undefined)[] = []): Choice[] {
  const choices: Choice[] = sides.map(side => ({
    id: sideKey(side),
    label: side.unitName ?? side.name,
    detail: side.unitName ? side.name : undefined,
  }))
  for (const party of present) {
    if (party && !choices.some(choice => choice.id === sideKey(party)))
      choices.push({
        id: sideKey(party),
        label: party.unitName ?? party.name,
        detail: party.unitName ? party.name : undefined,
      })
  }
  return choices
}
