// Checks the facts of agreements against what exists: organisations, units, owners, related agreements. Works on sets.
import type { ActionContext } from '#core/actions.ts'
import { type ErrorDeclaration, Refusal } from '#core/errors.ts'
import { ensure } from '#core/policy.ts'
import {
  HomeUnknown,
  OwnerUnknown,
  PartyUnknown,
  RelationCircular,
  RelationUnknown,
  UnitElsewhere,
} from './agreement.errors.ts'
import { canRecord } from './agreement.policy.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { findParts, type KnownParts } from './agreement-parts.store.ts'
import { leadsTo, listVisible } from './agreement-record.store.ts'

const refuse = (error: ErrorDeclaration, path: string): never => {
  throw new Refusal(error, {}, { fields: [{ path, message: error.text }] })
}

function checkParties(facts: AgreementFacts, known: KnownParts): void {
  if (!known.homes.has(facts.homeId)) refuse(HomeUnknown, 'homeId')
  if (facts.unitId !== null && known.organisations.get(facts.unitId) !== facts.homeId) refuse(UnitElsewhere, 'unitId')
  facts.parties.forEach((party, index) => {
    if (!known.organisations.has(party.organisationId)) refuse(PartyUnknown, `parties.${index}.organisationId`)
    if (party.unitId !== null && known.organisations.get(party.unitId) !== party.organisationId)
      refuse(UnitElsewhere, `parties.${index}.unitId`)
  })
  facts.contacts.forEach((contact, index) => {
    if (contact.organisationId !== null && !known.organisations.has(contact.organisationId))
      refuse(PartyUnknown, `contacts.${index}.organisationId`)
  })
}

const relationsOf = (facts: AgreementFacts): string[] =>
  [facts.parentId, facts.amendsId, facts.supersedesId].filter(id => id !== null)

/** Agreements that others of the set name as parent, amended or superseded, by id. */
export type Related = Map<string, AgreementRow>

/**
 * @param own ids of agreements that the same set creates: they may be named before they exist.
 * @throws Refusal 403 where the actor may not record, 422 for what does not exist.
 */
export async function checkFacts(
  ctx: ActionContext,
  set: readonly AgreementFacts[],
  own: ReadonlySet<string> = new Set(),
): Promise<Related> {
  for (const key of new Set(set.map(facts => `${facts.homeId} ${facts.unitId ?? ''}`))) {
    const [homeId, unitId] = key.split(' ')
    ensure(canRecord(ctx.actor, homeId!, unitId || null))
  }
  const organisationIds = set.flatMap(facts => [
    facts.homeId,
    facts.unitId,
    ...facts.parties.flatMap(party => [party.organisationId, party.unitId]),
    ...facts.contacts.map(contact => contact.organisationId),
  ])
  const known = await findParts(
    ctx.db,
    organisationIds.filter(id => id !== null),
    set.flatMap(facts => facts.ownerId ?? []),
  )
  const related: Related = new Map()
  for (const row of await listVisible(ctx.db, ctx.actor, set.flatMap(relationsOf))) related.set(row.id, row)
  for (const facts of set) {
    checkParties(facts, known)
    if (facts.ownerId !== null && !known.owners.has(facts.ownerId)) refuse(OwnerUnknown, 'ownerId')
    for (const [path, id] of Object.entries({
      parentId: facts.parentId,
      amendsId: facts.amendsId,
      supersedesId: facts.supersedesId,
    }))
      if (id !== null && !related.has(id) && !own.has(id)) refuse(RelationUnknown, path)
  }
  return related
}

/** Refuses relations that would lead back to the agreement itself. */
export async function checkCircles(ctx: ActionContext, id: string, facts: AgreementFacts): Promise<void> {
  const relations = relationsOf(facts)
  if (relations.includes(id) || (await leadsTo(ctx.db, relations, id))) refuse(RelationCircular, 'parentId')
}
