// Reads organisations for lists, for other records that mention them, and as families with units and merged ones.
import { type RawBuilder, sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import type { OrganisationItem, OrganisationOption, OrganisationRef, UnitItem } from './organisation.contract.ts'
import { type Hit, searchHits } from './organisation-search.store.ts'
import type { IdentifierScheme, OrganisationStatus } from './registry.terms.ts'

/** What other records show of an organisation. */
export interface OrganisationCard {
  askedId: string
  /** The organisation that counts; differs from the one asked for when that was merged. */
  id: string
  /** Its display name, and the names by language. */
  name: string
  names: LocalisedText
  country: string | null
  region: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
  status: OrganisationStatus
  home: boolean
  unitOf: string | null
  /** Bare ROR id. */
  ror: string | null
}

const ids = (list: readonly string[]): RawBuilder<string> => sql`any(${[...list]}::uuid[])`

/** Cards of organisations; unknown ids are left out. */
export async function findOrganisations(db: Db, wanted: readonly string[]): Promise<OrganisationCard[]> {
  const asked = [...new Set(wanted)].filter(id => isUuid.test(id))
  if (asked.length === 0) return []
  const { rows } = await sql<OrganisationCard>`
    select asked.id as "askedId", o.id, o.name, o.names, o.country, o.region, o.city, o.latitude, o.longitude, o.status, o.home,
      o.unit_of as "unitOf",
      (select i.value from organisation_identifier i where i.organisation_id = o.id and i.scheme = 'ror' limit 1) as ror
    from organisation asked join organisation o on o.id = coalesce(asked.canonical_id, asked.id)
    where asked.id = ${ids(asked)}`.execute(db)
  return rows
}

const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The same by the id that was asked for. */
export async function organisationsById(db: Db, wanted: readonly string[]): Promise<Map<string, OrganisationCard>> {
  return new Map((await findOrganisations(db, wanted)).map(card => [card.askedId, card]))
}

/** The name in a language where it is known, else the display name. */
export const nameIn = (organisation: { name: string; names: unknown }, language: string): string =>
  (organisation.names as LocalisedText)[language] ?? organisation.name

/** The organisation that counts for each id: itself, or the one it was merged into. */
export async function canonicalIds(db: Db, wanted: readonly string[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', sql<string>`coalesce(canonical_id, id)`.as('canonical')])
    .where('id', '=', ids(wanted))
    .execute()
  return new Map(rows.map(row => [row.id, row.canonical]))
}

/**
 * All ids that stand for these organisations: themselves, what was merged into them, their units at any depth.
 * Records keep the id they were written with, so whoever asks for an organisation asks for its family.
 */
export async function organisationFamily(db: Db, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive family as (
      select coalesce(canonical_id, id) as id from organisation where id = ${ids(wanted)}
      union
      select o.id from family join organisation o on o.unit_of = family.id or o.canonical_id = family.id
    ) select id from family`.execute(db)
  return rows.map(row => row.id)
}

/** Units at any depth, in the order of a tree read from top to bottom. */
export async function listUnits(db: Db, ofIds: readonly string[], language: string): Promise<UnitItem[]> {
  if (ofIds.length === 0) return []
  const { rows } = await sql<{
    id: string
    name: string
    names: LocalisedText
    status: OrganisationStatus
    unitOf: string
    depth: number
  }>`
    with recursive top as (
      select o.id, coalesce(o.canonical_id, o.id) as root from organisation o
      where o.id = ${ids(ofIds)} or o.canonical_id = ${ids(ofIds)}
    ), tree as (
      select o.id, o.name, o.names, o.status, top.root as unit_of, 1 as depth, array[o.name, o.id::text] as path
      from organisation o join top on o.unit_of = top.id where o.canonical_id is null
      union all
      select o.id, o.name, o.names, o.status, o.unit_of, tree.depth + 1, tree.path || o.name || o.id::text
      from organisation o join tree on o.unit_of = tree.id where o.canonical_id is null and tree.depth < 20
    ) select id, name, names, status, unit_of as "unitOf", depth from tree order by path limit 5000`.execute(db)
  return rows.map(({ name, names, ...unit }) => ({
    ...unit,
    names,
    original: name,
    name: nameIn({ name, names }, language),
  }))
}

export interface HomeRow {
  id: string
  name: string
  names: LocalisedText
  country: string | null
}

/** Home organisations by name. */
export async function listHomes(db: Db): Promise<HomeRow[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'names', 'country'])
    .where('home', '=', true)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, names: row.names as LocalisedText }))
}

export interface ListFilter {
  text?: string | undefined
  country?: string[] | undefined
  type?: string[] | undefined
  status?: string[] | undefined
  home?: boolean | undefined
  unitOf?: string | undefined
  sort?: 'best' | 'name' | 'country' | 'changed' | undefined
  offset?: number | undefined
  limit?: number | undefined
}

const mostFound = 5000

/** A page of the list. */
export async function listOrganisations(
  db: Db,
  filter: ListFilter,
  language: string,
): Promise<{ items: OrganisationItem[]; total: number; atLeast: boolean }> {
  const text = filter.text?.trim() ?? ''
  const only = filter.country?.length === 1 ? filter.country[0] : undefined
  const hits =
    text === ''
      ? undefined
      : await searchHits(db, text, { country: only, home: filter.home, unitOf: filter.unitOf }, mostFound)
  const where = conditions(filter, hits)
  const order = orderOf(filter, hits)
  const { rows } = await sql<{ id: string; total: number }>`
    select o.id, count(*) over () as total from organisation o where ${where}
    order by ${order} limit ${filter.limit ?? 50} offset ${filter.offset ?? 0}`.execute(db)
  const total = rows[0]?.total ?? (await countWhere(db, where, filter.offset))
  const items = await itemsFor(
    db,
    rows.map(row => row.id),
    language,
  )
  return { items, total, atLeast: hits !== undefined && hits.length >= mostFound }
}

async function countWhere(db: Db, where: RawBuilder<unknown>, offset: number | undefined): Promise<number> {
  if (!offset) return 0
  const { rows } = await sql<{ total: number }>`select count(*) as total from organisation o where ${where}`.execute(db)
  return rows[0]?.total ?? 0
}

function conditions(filter: ListFilter, hits: Hit[] | undefined): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`o.canonical_id is null`]
  if (hits) parts.push(sql`o.id = ${ids(hits.map(hit => hit.id))}`)
  if (filter.country?.length) parts.push(sql`o.country = any(${filter.country}::text[])`)
  if (filter.type?.length) parts.push(sql`o.types && ${filter.type}::text[]`)
  if (filter.home !== undefined) parts.push(sql`o.home = ${filter.home}`)
  if (filter.status?.length) parts.push(sql`o.status = any(${filter.status}::text[])`)
  else if (!hits) parts.push(sql`o.status in ('active', 'unverified')`)
  if (filter.unitOf !== undefined) parts.push(sql`o.unit_of = ${filter.unitOf}`)
  else if (!hits) parts.push(sql`o.unit_of is null`)
  return sql.join(parts, sql` and `)
}

function orderOf(filter: ListFilter, hits: Hit[] | undefined): RawBuilder<unknown> {
  const name = sql`o.name collate "und-x-icu", o.id`
  if (filter.sort === 'changed') return sql`o.updated_at desc, o.id`
  if (filter.sort === 'country') return sql`o.country, ${name}`
  if (hits && filter.sort !== 'name') return sql`array_position(${hits.map(hit => hit.id)}::uuid[], o.id)`
  // The whole registry is sorted by its index-like order of code points: sorting 120,000 names by language takes a second.
  return filter.country?.length || hits || filter.unitOf || filter.home ? name : sql`o.name, o.id`
}

interface ItemRow extends Omit<OrganisationItem, 'original' | 'identifiers' | 'unitOf'> {
  unitId: string | null
  unitName: string | null
  unitNames: LocalisedText | null
  unitCountry: string | null
  identifiers: { scheme: IdentifierScheme; value: string }[] | null
}

/** Lines of lists in the order of the ids. */
export async function itemsFor(db: Db, wanted: readonly string[], language: string): Promise<OrganisationItem[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<ItemRow>`
    select o.id, o.name, o.names, o.country, o.city, o.latitude, o.longitude, o.types, o.status, o.home, o.website,
      u.id as "unitId", u.name as "unitName", u.names as "unitNames", u.country as "unitCountry",
      (select json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by array_position(
          array['ror','erasmus','pic','schac','oid','national','wikidata','isni'], i.scheme))
        from organisation_identifier i where i.organisation_id = o.id and i.scheme <> all(array['domain','grid','fundref'])) as identifiers
    from organisation o left join organisation u on u.id = o.unit_of where o.id = ${ids(wanted)}`.execute(db)
  const items = rows.map(
    ({ unitId, unitName, unitNames, unitCountry, ...row }): OrganisationItem => ({
      ...row,
      original: row.name,
      name: nameIn(row, language),
      identifiers: row.identifiers ?? [],
      unitOf:
        unitId === null
          ? null
          : { id: unitId, name: nameIn({ name: unitName!, names: unitNames }, language), country: unitCountry },
    }),
  )
  return inOrder(items, wanted)
}

function inOrder<T extends { id: string }>(items: readonly T[], wanted: readonly string[]): T[] {
  const byId = new Map(items.map(item => [item.id, item]))
  return wanted.map(id => byId.get(id)).filter(item => item !== undefined)
}

export interface TypeAhead {
  q: string
  limit?: number | undefined
  country?: string | undefined
  home?: boolean | undefined
  unitOf?: string | undefined
}

const shownIdentifiers = 3

/** Search as you type. */
export async function searchOrganisations(db: Db, query: TypeAhead, language: string): Promise<OrganisationOption[]> {
  const hits = await searchHits(db, query.q, query, query.limit ?? 10)
  const items = await itemsFor(
    db,
    hits.map(hit => hit.id),
    language,
  )
  const hitOf = new Map(hits.map(hit => [hit.id, hit]))
  return items.map(item => {
    const { text, kind, script, language: matchedLanguage, roughly } = hitOf.get(item.id)!
    const { id, name, original, country, city, status, home } = item
    return {
      id,
      name,
      original,
      country,
      city,
      status,
      home,
      unitOf: item.unitOf?.name ?? null,
      identifiers: item.identifiers.slice(0, shownIdentifiers),
      matched: {
        text,
        kind: kind as OrganisationOption['matched']['kind'],
        script,
        language: matchedLanguage,
        roughly,
      },
    }
  })
}

/** References for the ids, by the id asked for. */
export async function refsFor(
  db: Db,
  wanted: readonly (string | null)[],
  language: string,
): Promise<Map<string, OrganisationRef>> {
  const cards = await organisationsById(
    db,
    wanted.filter(id => id !== null),
  )
  return new Map(
    [...cards].map(([id, card]) => [id, { id: card.id, name: nameIn(card, language), country: card.country }]),
  )
}
