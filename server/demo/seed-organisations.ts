// Creates the invented organisations of the demo with their names, places and contacts.
import { type ActionServices, runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import { createOrganisation } from '#modules/registry/actions/create-organisation.ts'
import { createPerson } from '#modules/registry/actions/write-person.ts'
import type { NameKind } from '#modules/registry/registry.terms.ts'
import { departments, type Faculty, faculties, home } from './home-organisation.ts'
import { type DemoPartner, domainOf, partners } from './partner-organisations.ts'
import { inventedName, positionIn } from './people-names.ts'
import type { Chance } from './seeded-random.ts'

interface Name {
  text: string
  language: string | null
  kind: NameKind
}

const labels = (names: Readonly<Record<string, string>>): Name[] =>
  Object.entries(names).map(([language, text]) => ({ text, language, kind: 'label' }))
const kept = (kind: NameKind, texts: readonly string[], language: string | null = null): Name[] =>
  texts.map(text => ({ text, language, kind }))

export function seedHome(services: ActionServices): Promise<string> {
  const { country, city, region, latitude, longitude } = home
  return runAction(services, systemActor(), createOrganisation, {
    name: home.names.fa,
    names: [
      ...labels(home.names),
      ...home.aliases.map(({ text, language }): Name => ({ text, language, kind: 'alias' })),
      ...kept('former', [home.former.text], home.former.language),
      ...kept('acronym', [home.acronym]),
    ],
    identifiers: [{ scheme: 'domain', value: home.domain }],
    types: ['education'],
    place: { country, region, city, latitude, longitude },
    established: home.established,
    links: [{ kind: 'website', url: home.website }],
  })
}

/** Faculties and their institutes; answers the faculties by key. */
export async function seedFaculties(services: ActionServices, homeId: string): Promise<Record<Faculty, string>> {
  const create = (names: { en: string; fa: string; ru: string }, unitOf: string) =>
    runAction(services, systemActor(), createOrganisation, { name: names.fa, names: labels(names), unitOf })
  const ids = {} as Record<Faculty, string>
  for (const [key, names] of Object.entries(faculties)) ids[key as Faculty] = await create(names, homeId)
  for (const { faculty, en, fa, ru } of departments) await create({ en, fa, ru }, ids[faculty])
  return ids
}

/** Answers the ids by key. Every partner that one writes to often has a contact. */
export async function seedPartners(
  services: ActionServices,
  chance: Chance,
  homeId: string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const partner of partners) {
    const id = await runAction(services, systemActor(), createOrganisation, writtenPartner(partner))
    ids.set(partner.key, id)
    for (const rank of chance.several([0, 1] as const, chance.whole(1, 2)))
      await runAction(services, systemActor(), createPerson, {
        ...{ name: inventedName(chance, partner.country), organisationId: id, homeId },
        position: positionIn(partner.country, rank),
        email: `${rank === 0 ? 'international' : 'vice-rector'}@${domainOf(partner)}`,
      })
  }
  return ids
}

function writtenPartner(partner: DemoPartner) {
  const { country, city, latitude, longitude } = partner
  const domain = domainOf(partner)
  return {
    name: partner.names[partner.own]!,
    names: [
      ...labels(partner.names),
      ...kept('acronym', partner.acronyms ?? []),
      ...kept('alias', partner.aliases ?? []),
      ...kept('former', partner.former === undefined ? [] : [partner.former], partner.own),
    ],
    identifiers: [{ scheme: 'domain' as const, value: domain }],
    types: [partner.type],
    place: { country, region: null, city, latitude, longitude },
    established: partner.established,
    links: [{ kind: 'website' as const, url: `https://${domain}` }],
  }
}
