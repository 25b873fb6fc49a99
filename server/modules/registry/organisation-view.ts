// Puts an organisation together as its page shows it, in the reader's language and with what the reader may do.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { found, presentAbilities } from '#core/policy.ts'
import { identifierUrl } from './identifiers.ts'
import type { Organisation } from './organisation.contract.ts'
import { listUnits, nameIn, refsFor } from './organisation.store.ts'
import { loadFacts } from './organisation-facts.store.ts'
import { differencesOf, statedValue } from './organisation-facts.ts'
import { findPlaces, loadHistory } from './organisation-history.store.ts'
import { countPersons } from './person.store.ts'
import * as policy from './registry.policy.ts'

/** The whole record. @throws 404 when there is none. */
export async function viewOrganisation(db: Db, id: string, actor: Actor, t: Translator): Promise<Organisation> {
  const facts = found((await loadFacts(db, [id], 'for reading')).get(id))
  const history = await loadHistory(db, id)
  const { places, homes } = await findPlaces(db, [id])
  const place = places.get(id)!
  const related = facts.relations.map(relation => relation.otherId)
  const refs = await refsFor(db, [...related, facts.unitOf, facts.mergedInto], t.language)
  const refOf = (other: string | null) => (other === null ? null : (refs.get(other) ?? null))
  const differences = differencesOf(facts)
  return {
    id,
    version: facts.version,
    name: nameIn({ name: facts.name, names: history.names }, t.language),
    original: facts.name,
    status: facts.mergedInto === null ? facts.status : 'merged',
    home: facts.home,
    names: facts.names,
    identifiers: facts.identifiers.map(one => ({ ...one, url: identifierUrl(one.scheme, one.value) })),
    types: facts.types,
    place: facts.place,
    established: facts.established,
    links: facts.links,
    relations: facts.relations.map(relation => {
      const organisation = refOf(relation.otherId)
      const { kind, source } = relation
      return { kind, source, organisation, label: organisation?.name ?? relation.label ?? relation.otherRor ?? '' }
    }),
    unitOf: refOf(facts.unitOf),
    units: await listUnits(db, [id], t.language),
    personCount: await countPersons(db, id, actor),
    editedFields: facts.editedFields,
    differences: differences.map(({ field, source, value, saidOn }) => ({
      field,
      source,
      ours: statedValue(facts, field),
      theirs: value,
      saidOn,
    })),
    mergedInto: refOf(facts.mergedInto),
    mergedFrom: history.mergedFrom.map(one => ({
      id: one.id,
      name: nameIn(one, t.language),
      country: one.country,
      at: one.at,
    })),
    source: facts.source,
    sourceVersion: facts.sourceVersion,
    createdAt: history.createdAt,
    updatedAt: history.updatedAt,
    abilities: presentAbilities(
      {
        change: policy.canChangeOrganisation(actor, place),
        addUnit: policy.canChangeOrganisation(actor, place),
        addPerson: policy.canAddOrganisation(actor),
        merge: policy.canMergeOrganisation(actor, place, homes),
        split: policy.canChangeOrganisation(actor, place),
        undoMerge: policy.canUndoMerge(actor, place, homes),
        acceptStatement: policy.canAcceptStatement(actor, place, differences.length),
      },
      t,
    ),
  }
}
