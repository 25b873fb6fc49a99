// Moves some names and identifiers of an organisation to a new one of their own, when one record stood for two.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { foldIdentifier } from '../identifiers.ts'
import { organisationChanges } from '../organisation-changes.ts'
import { insertOrganisations, replaceOrganisations } from '../organisation-facts.store.ts'
import { applyEdit, type PlaceFact } from '../organisation-facts.ts'
import { SplitRefused } from '../registry.errors.ts'
import { OrganisationAdded, OrganisationSplit, UnitAdded } from '../registry.events.ts'
import type { IdentifierScheme, NameKind } from '../registry.terms.ts'
import { noteWords } from '../registry-run.store.ts'
import { openForChange } from './change-organisation.ts'
import { organisationWrittenBy, recordUnit, wordsOf } from './create-organisation.ts'

export interface Split {
  id: string
  version: number
  reason: string
  name: string
  names: { text: string; kind: NameKind }[]
  identifiers: { scheme: IdentifierScheme; value: string }[]
  place?: PlaceFact
}

const nameKey = (name: { text: string; kind: string }): string => `${name.kind} ${name.text}`
const identifierKey = (one: { scheme: string; value: string }): string => `${one.scheme} ${foldIdentifier(one.value)}`

/** Answers the id of the new organisation. Records stay with the first one; a person moves those that are the new one's. */
export const splitOrganisation = defineAction({
  name: 'split-organisation',
  async run(ctx: ActionContext, input: Split): Promise<string> {
    const { before, place } = await openForChange(ctx, input.id, input.version)
    const leavingNames = new Set(input.names.map(nameKey))
    const leavingIdentifiers = new Set(input.identifiers.map(identifierKey))
    const names = Map.groupBy(before.names, name => leavingNames.has(nameKey(name)))
    const identifiers = Map.groupBy(before.identifiers, one => leavingIdentifiers.has(identifierKey(one)))
    const known = new Set(before.names.map(nameKey))
    const carried = new Set(before.identifiers.map(identifierKey))
    const keepsName = (names.get(false) ?? []).some(name => name.text === before.name)
    if (!keepsName || !leavingNames.isSubsetOf(known) || !leavingIdentifiers.isSubsetOf(carried) || isNothing(input))
      throw new Refusal(SplitRefused)
    const today = ctx.today.toString()
    const rest = applyEdit(before, { names: names.get(false) ?? [], identifiers: identifiers.get(false) ?? [] }, today)
    const fresh = organisationWrittenBy(
      {
        name: input.name.trim(),
        names: names.get(true) ?? [],
        identifiers: identifiers.get(true) ?? [],
        types: before.types,
        place: input.place ?? before.place,
      },
      today,
    )
    fresh.unitOf = before.unitOf
    await replaceOrganisations(ctx.db, [rest])
    await insertOrganisations(ctx.db, [fresh])
    await noteWords(ctx.db, wordsOf([fresh]))
    const homeId = place.homeId
    const { reason } = input
    const data = { name: before.name, other: fresh.name, otherId: fresh.id }
    ctx.record(OrganisationSplit, {
      subjectId: input.id,
      homeId,
      data,
      changes: organisationChanges(before, rest),
      reason,
    })
    ctx.record(OrganisationAdded, { subjectId: fresh.id, homeId, data: { name: fresh.name }, reason })
    await recordUnit(ctx, UnitAdded, fresh, homeId)
    return fresh.id
  },
})

const isNothing = (input: Split): boolean =>
  input.name.trim() === '' || (input.names.length === 0 && input.identifiers.length === 0)
