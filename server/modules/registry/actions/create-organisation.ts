// Adds an organisation that the official registry does not have, or a unit of one.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { searchWords } from '../name-words.ts'
import { organisationsById } from '../organisation.store.ts'
import { insertOrganisations } from '../organisation-facts.store.ts'
import { applyEdit, type OrganisationFacts, type WrittenFields } from '../organisation-facts.ts'
import { findPlaces, findTaken } from '../organisation-history.store.ts'
import { AlreadyMerged, IdentifierTaken } from '../registry.errors.ts'
import { OrganisationAdded, UnitAdded, type UnitLeft } from '../registry.events.ts'
import { canAddOrganisation, canChangeOrganisation } from '../registry.policy.ts'
import type { FactSource, OrganisationStatus } from '../registry.terms.ts'
import { noteWords } from '../registry-run.store.ts'
import { fold } from '../resolution/fold.ts'
import { fieldsFrom, type WrittenOrganisation } from '../written-facts.ts'

/** An organisation of which nothing but a name is known yet. */
export const emptyOrganisation = (name: string, source: FactSource, status: OrganisationStatus): OrganisationFacts => ({
  id: newId(),
  unitOf: null,
  home: false,
  name,
  names: [],
  identifiers: [],
  types: [],
  status,
  place: { country: null, region: null, city: null, latitude: null, longitude: null },
  links: [],
  established: null,
  relations: [],
  editedFields: [],
  statements: [],
  source,
  sourceVersion: null,
  sourceHash: null,
})

/** Words of the names of organisations, to be made known to the search. */
export const wordsOf = (list: readonly OrganisationFacts[]): string[] =>
  list.flatMap(one => one.names.flatMap(name => searchWords(fold(name.text), null).split(' ')))

/** A person said these: an official list that comes later does not overwrite them. */
export function organisationWrittenBy(fields: WrittenFields & { name: string }, today: string): OrganisationFacts {
  const empty = emptyOrganisation(fields.name, 'manual', fields.status ?? 'active')
  const facts = applyEdit(empty, fields, today)
  return { ...facts, editedFields: [...new Set([...facts.editedFields, 'name' as const])] }
}

/** Tells in the history of the organisation above that a unit came or went; nothing for an organisation of its own. */
export async function recordUnit(
  ctx: ActionContext,
  event: typeof UnitAdded | typeof UnitLeft,
  unit: Pick<OrganisationFacts, 'id' | 'name' | 'unitOf'>,
  homeId: string | null,
): Promise<void> {
  if (unit.unitOf === null) return
  const above = (await organisationsById(ctx.db, [unit.unitOf])).get(unit.unitOf)
  const data = { name: above?.name ?? '', unit: unit.name, unitId: unit.id }
  ctx.record(event, { subjectId: unit.unitOf, homeId, data })
}

export const createOrganisation = defineAction({
  name: 'create-organisation',
  async run(ctx: ActionContext, input: WrittenOrganisation & { name: string; unitOf?: string }): Promise<string> {
    ensure(canAddOrganisation(ctx.actor))
    const fields = fieldsFrom(input, translator(ctx.actor.language))
    const taken = await findTaken(ctx.db, fields.identifiers ?? [], null)
    if (taken) throw new Refusal(IdentifierTaken, taken)
    const facts = organisationWrittenBy({ ...fields, name: fields.name! }, ctx.today.toString())
    let homeId: string | null = null
    if (input.unitOf !== undefined) {
      const place = found((await findPlaces(ctx.db, [input.unitOf])).places.get(input.unitOf))
      if (place.mergedInto !== null) throw new Refusal(AlreadyMerged, { name: '' })
      ensure(canChangeOrganisation(ctx.actor, place))
      homeId = place.homeId
      facts.unitOf = input.unitOf
    }
    await insertOrganisations(ctx.db, [facts])
    await noteWords(ctx.db, wordsOf([facts]))
    ctx.record(OrganisationAdded, { subjectId: facts.id, homeId, data: { name: facts.name } })
    await recordUnit(ctx, UnitAdded, facts, homeId)
    return facts.id
  },
})
