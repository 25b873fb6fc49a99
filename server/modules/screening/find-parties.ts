// The parties of a record with all that is known of them: the organisations above them, other names, what people said.
import { createHash } from 'node:crypto'
import type { Db } from '#core/database/connect.ts'
import { canonicalJson } from '#core/events.ts'
import { fold } from '#modules/registry/index.ts'
import type { PartyFacts } from './matching/weigh-match.ts'
import { knownOrganisations, knownPersons, listPartyFacts } from './party.store.ts'
import type { RecordParty } from './record-parties.ts'
import type { PartyRole } from './screening.terms.ts'

export interface Party {
  key: string
  role: PartyRole
  organisationId: string | null
  personId: string | null
  name: string
  facts: PartyFacts
  hash: string
}

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap(text => (text?.trim() ? [text.trim()] : []))),
]

/** The same facts have the same hash, in whatever order. */
export const hashOfFacts = (facts: PartyFacts): string =>
  createHash('sha256')
    .update(
      canonicalJson(
        Object.fromEntries(
          Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
        ),
      ),
    )
    .digest('hex')

type Unhashed = Omit<Party, 'hash'>

async function organisationParties(db: Db, parties: readonly RecordParty[]): Promise<Unhashed[]> {
  const named = parties.filter(one => one.role === 'party' || one.role === 'unit')
  const roles = new Map(named.map(one => [one.organisationId, one.role]))
  const ids = named.flatMap(one => one.organisationId ?? [])
  return (await knownOrganisations(db, ids)).map(({ askedId, id, name, names, country, identifiers, depth }) => ({
    ...{ key: `o:${id}`, organisationId: id, personId: null, name },
    role: depth === 0 ? (roles.get(askedId) ?? 'party') : 'parent',
    facts: {
      ...{ kind: 'organisation', names: distinct([name, ...names]), birthDates: [], identifiers },
      countries: distinct([country]),
    },
  }))
}

async function personParties(db: Db, parties: readonly RecordParty[]): Promise<Unhashed[]> {
  const roles = new Map(parties.flatMap(one => (one.personId ? [[one.personId, one.role] as const] : [])))
  return (await knownPersons(db, [...roles.keys()])).map(({ id, name, names, organisationId, country }) => ({
    ...{ key: `p:${id}`, role: roles.get(id)!, organisationId, personId: id, name },
    facts: {
      ...{ kind: 'person', names: distinct([name, ...names]), birthDates: [], identifiers: [] },
      countries: distinct([country]),
    },
  }))
}

/** Names without a contact: of a signatory, of whoever looks after a promise. */
function namedParties(
  parties: readonly RecordParty[],
  organisations: ReadonlyMap<string, Unhashed>,
  persons: readonly Unhashed[],
): Unhashed[] {
  const known = new Set(
    persons.flatMap(one => one.facts.names.map(name => `${fold(name)}|${one.organisationId ?? ''}`)),
  )
  const found = new Map<string, Unhashed>()
  for (const { role, name, personId, organisationId } of parties) {
    if (personId !== null || !name?.trim() || role === 'party' || role === 'unit') continue
    const organisation = organisations.get(organisationId ?? '')
    const place = `${fold(name)}|${organisation?.organisationId ?? ''}`
    if (known.has(place) || found.has(place) || fold(name) === '') continue
    found.set(place, {
      ...{ key: `n:${place}`, role, organisationId: organisation?.organisationId ?? null, personId: null },
      name: name.trim(),
      facts: {
        ...{ kind: 'person', names: [name.trim()], birthDates: [], identifiers: [] },
        countries: organisation?.facts.countries ?? [],
      },
    })
  }
  return [...found.values()]
}

/** `homeId`: whose people’s knowledge is added. */
export async function findParties(db: Db, homeId: string, parties: readonly RecordParty[]): Promise<Party[]> {
  const organisations = await organisationParties(db, parties)
  const asked = [...new Set(parties.flatMap(one => one.organisationId ?? []))]
  const cards = await knownOrganisations(db, asked)
  const byAsked = new Map(
    cards.flatMap(card => {
      const party = organisations.find(one => one.organisationId === card.id)
      return card.depth === 0 && party ? [[card.askedId, party] as const] : []
    }),
  )
  const persons = await personParties(db, parties)
  const all = [...organisations, ...persons, ...namedParties(parties, byAsked, persons)]
  const told = new Map(
    (
      await listPartyFacts(
        db,
        homeId,
        all.map(one => one.key),
      )
    ).map(row => [row.party_key, row]),
  )
  return all.map(party => {
    const more = told.get(party.key)
    const facts: PartyFacts = more
      ? {
          kind: party.facts.kind,
          names: distinct([...party.facts.names, ...more.names]),
          birthDates: distinct(more.birth_dates),
          countries: distinct([...party.facts.countries, ...more.countries]),
          identifiers: distinct([...party.facts.identifiers, ...more.identifiers]),
        }
      : party.facts
    return { ...party, facts, hash: hashOfFacts(facts) }
  })
}
