// Puts an organisation together as it stood: the ordinary reading over the past.
import { foundThen, type Moment, ofThePast, presentDifferences, presentMoment } from '#core/as-of.ts'
import { readAsOf } from '#core/database/as-of.ts'
import type { Pool } from '#core/database/connect.ts'
import { type Changes, changesBetween } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import type { OrganisationAsOf } from './as-of.contract.ts'
import type { Organisation } from './organisation.contract.ts'
import { organisationChanges, organisationFieldTerms } from './organisation-changes.ts'
import { loadFacts } from './organisation-facts.store.ts'
import { viewOrganisation } from './organisation-view.ts'

interface Reader {
  db: Pool
  actor: Actor
  t: Translator
  timeZone: string
}

/** @throws 404 when there is no such organisation, 422 when it was not kept yet. */
export async function viewOrganisationAsOf(
  { db, actor, t, timeZone }: Reader,
  id: string,
  moment: Moment,
): Promise<OrganisationAsOf> {
  const now = await viewOrganisation(db, id, actor, t)
  const factsNow = (await loadFacts(db, [id], 'for reading')).get(id)!
  return readAsOf(db, moment.before, async past => {
    const facts = foundThen((await loadFacts(past, [id], 'for reading')).get(id), now.createdAt, timeZone, t)
    const then = await viewOrganisation(past, id, actor, t)
    const changes = { ...organisationChanges(facts, factsNow), ...changesBetween(connections(then), connections(now)) }
    return {
      asOf: presentMoment(moment, now.createdAt, t, organisationFieldTerms),
      organisation: { ...then, personCount: 0, abilities: closed(then.abilities, t) },
      differences: presentDifferences(changes as Changes, t, organisationFieldTerms),
    }
  })
}

const closed = (abilities: Organisation['abilities'], t: Translator) =>
  presentAbilities(Object.fromEntries(Object.keys(abilities).map(key => [key, ofThePast])), t)

/** How an organisation stands to others, in words that can be compared. */
const connections = ({ unitOf, home, mergedInto, units, relations, mergedFrom }: Organisation) => ({
  unitOf: unitOf?.name ?? null,
  home,
  mergedInto: mergedInto?.name ?? null,
  mergedFrom: mergedFrom.map(one => one.name).sort(),
  units: units.map(unit => unit.name),
  relations: relations.map(relation => relation.label).sort(),
})
