// Names of organisations, agreements and people that changes of agreements mention.
import type { Db } from '#core/database/connect.ts'
import type { NamesForChanges } from './agreement-changes.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { agreementNames, organisationNames, ownerNames } from './agreement-parts.store.ts'

export async function namesFor(db: Db, versions: readonly AgreementFacts[]): Promise<NamesForChanges> {
  const given = (ids: (string | null)[]) => [...new Set(ids.filter(id => id !== null))]
  return {
    organisations: await organisationNames(
      db,
      given(
        versions.flatMap(facts => [
          facts.unitId,
          ...facts.parties.flatMap(party => [party.organisationId, party.unitId]),
        ]),
      ),
    ),
    agreements: await agreementNames(
      db,
      given(versions.flatMap(facts => [facts.parentId, facts.amendsId, facts.supersedesId])),
    ),
    owners: await ownerNames(db, given(versions.map(facts => facts.ownerId))),
  }
}
