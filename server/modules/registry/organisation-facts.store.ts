// Reads and writes organisations whole, many at a time: what actions and imports change.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { foldIdentifier } from './identifiers.ts'
import { foldedName, namesByLanguage, scriptOf } from './name-words.ts'
import {
  type IdentifierFact,
  type LinkFact,
  type NameFact,
  type OrganisationFacts,
  type RelationFact,
  type Statement,
  websiteDomain,
  websiteOf,
} from './organisation-facts.ts'
import type { FactSource, OrganisationField, OrganisationStatus } from './registry.terms.ts'

/** Rows as one parameter, unpacked by the database: one statement whatever their number. */
const rowsOf = (rows: readonly object[]): RawBuilder<unknown> => sql`${JSON.stringify(rows)}::json`

const organisationColumns =
  sql.raw(`id uuid, status text, home boolean, unit_of uuid, name text, names jsonb, types text[],
  country text, region text, city text, latitude double precision, longitude double precision, established integer,
  website text, website_domain text, source text, source_version text, source_hash text, edited_fields text[]`)

function organisationRow(facts: OrganisationFacts): object {
  const names = facts.names.map(withScript)
  const website = websiteOf(facts)
  return {
    id: facts.id,
    status: facts.status,
    home: facts.home,
    unit_of: facts.unitOf,
    name: facts.name,
    names: namesByLanguage(names, facts.name, facts.place.country),
    types: facts.types,
    ...facts.place,
    established: facts.established,
    website,
    website_domain: websiteDomain(website),
    source: facts.source,
    source_version: facts.sourceVersion,
    source_hash: facts.sourceHash,
    edited_fields: facts.editedFields,
  }
}

const withScript = (name: NameFact): NameFact =>
  name.script === null ? { ...name, script: scriptOf(name.text) } : name

/** Adds organisations with everything known of them. */
export async function insertOrganisations(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  if (list.length === 0) return
  await sql`
    insert into organisation (id, status, home, unit_of, name, names, types, country, region, city, latitude, longitude,
      established, website, website_domain, source, source_version, source_hash, edited_fields)
    select * from json_to_recordset(${rowsOf(list.map(organisationRow))}) as row(${organisationColumns})`.execute(db)
  await insertDetails(db, list)
}

/** Writes organisations anew: their row with the next version, and all their facts. */
export async function replaceOrganisations(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  if (list.length === 0) return
  await sql`
    update organisation o set status = row.status, home = row.home, unit_of = row.unit_of, name = row.name,
      names = row.names, types = row.types, country = row.country, region = row.region, city = row.city,
      latitude = row.latitude, longitude = row.longitude, established = row.established, website = row.website,
      website_domain = row.website_domain, source = row.source, source_version = row.source_version,
      source_hash = row.source_hash, edited_fields = row.edited_fields, version = o.version + 1, updated_at = clock_timestamp()
    from json_to_recordset(${rowsOf(list.map(organisationRow))}) as row(${organisationColumns})
    where o.id = row.id`.execute(db)
  const ids = list.map(one => one.id)
  const tables = [
    'organisation_name',
    'organisation_identifier',
    'organisation_link',
    'organisation_relation',
    'organisation_statement',
  ] as const
  for (const table of tables)
    await db.deleteFrom(table).where('organisation_id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  await insertDetails(db, list)
}

async function insertDetails(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  await insertNames(db, list)
  await insertIdentifiers(db, list)
  await insertLinks(db, list)
  await insertRelations(db, list)
  await insertStatements(db, list)
}

async function insertNames(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  const rows = list.flatMap(one =>
    one.names.map(withScript).map(name => ({
      o: one.id,
      t: name.text,
      ...foldedName(name.text, one.place.country),
      l: name.language,
      s: name.script,
      k: name.kind,
      b: name.source,
      d: name.saidOn,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into organisation_name (organisation_id, text, folded, words, language, script, kind, source, said_on)
    select * from json_to_recordset(${rowsOf(rows)})
      as row(o uuid, t text, folded text, words text, l text, s text, k text, b text, d date)`.execute(db)
}

async function insertIdentifiers(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  const rows = list.flatMap(one =>
    one.identifiers.map(identifier => ({
      o: one.id,
      s: identifier.scheme,
      v: identifier.value,
      f: foldIdentifier(identifier.value),
      p: identifier.preferred,
      b: identifier.source,
      d: identifier.saidOn,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into organisation_identifier (organisation_id, scheme, value, folded, preferred, source, said_on)
    select * from json_to_recordset(${rowsOf(rows)})
      as row(o uuid, s text, v text, f text, p boolean, b text, d date)`.execute(db)
}

async function insertLinks(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  const rows = list.flatMap(one => one.links.map(link => ({ o: one.id, k: link.kind, u: link.url, b: link.source })))
  if (rows.length === 0) return
  await sql`
    insert into organisation_link (organisation_id, kind, url, source)
    select * from json_to_recordset(${rowsOf(rows)}) as row(o uuid, k text, u text, b text)`.execute(db)
}

async function insertRelations(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  const rows = list.flatMap(one =>
    one.relations.map(relation => ({
      o: one.id,
      k: relation.kind,
      i: relation.otherId,
      r: relation.otherRor,
      l: relation.label,
      b: relation.source,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into organisation_relation (organisation_id, kind, other_id, other_ror, label, source)
    select * from json_to_recordset(${rowsOf(rows)}) as row(o uuid, k text, i uuid, r text, l text, b text)`.execute(db)
}

async function insertStatements(db: Db, list: readonly OrganisationFacts[]): Promise<void> {
  const rows = list.flatMap(one =>
    one.statements.map(statement => ({
      o: one.id,
      f: statement.field,
      b: statement.source,
      v: statement.value,
      d: statement.saidOn,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into organisation_statement (organisation_id, field, source, value, said_on)
    select o, f, b, coalesce(v, 'null'::jsonb), d
    from json_to_recordset(${rowsOf(rows)}) as row(o uuid, f text, b text, v jsonb, d date)`.execute(db)
}

/** An organisation as it stands, with the version by which a stale change is found out. */
export type KeptOrganisation = OrganisationFacts & { version: number; mergedInto: string | null }

/** Organisations whole, by id; locked until the end of the transaction when they are to be changed. */
export async function loadFacts(
  db: Db,
  ids: readonly string[],
  lock: 'for change' | 'for reading',
): Promise<Map<string, KeptOrganisation>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .$if(lock === 'for change', query => query.forUpdate())
    .execute()
  const details = await loadDetails(
    db,
    rows.map(row => row.id),
  )
  const kept = rows.map(
    (row): KeptOrganisation => ({
      id: row.id,
      version: row.version,
      mergedInto: row.merged_into,
      unitOf: row.unit_of,
      home: row.home,
      name: row.name,
      types: row.types,
      status: row.status as OrganisationStatus,
      place: {
        country: row.country,
        region: row.region,
        city: row.city,
        latitude: row.latitude,
        longitude: row.longitude,
      },
      established: row.established,
      editedFields: row.edited_fields as OrganisationField[],
      source: row.source as FactSource,
      sourceVersion: row.source_version,
      sourceHash: row.source_hash,
      names: details.names.get(row.id) ?? [],
      identifiers: details.identifiers.get(row.id) ?? [],
      links: details.links.get(row.id) ?? [],
      relations: details.relations.get(row.id) ?? [],
      statements: details.statements.get(row.id) ?? [],
    }),
  )
  return new Map(kept.map(one => [one.id, one]))
}

/** Names, identifiers, links, relations and statements of a set of organisations. */
export async function loadDetails(db: Db, ids: readonly string[]) {
  const of = sql<string>`any(${[...ids]}::uuid[])`
  const names = await db
    .selectFrom('organisation_name')
    .selectAll()
    .where('organisation_id', '=', of)
    .orderBy('id')
    .execute()
  const identifiers = await db
    .selectFrom('organisation_identifier')
    .selectAll()
    .where('organisation_id', '=', of)
    .orderBy('scheme')
    .orderBy('preferred', 'desc')
    .orderBy('value')
    .execute()
  const links = await db
    .selectFrom('organisation_link')
    .selectAll()
    .where('organisation_id', '=', of)
    .orderBy('kind', 'desc')
    .orderBy('url')
    .execute()
  const relations = await db
    .selectFrom('organisation_relation')
    .selectAll()
    .where('organisation_id', '=', of)
    .orderBy('kind')
    .orderBy('label')
    .execute()
  const statements = await db
    .selectFrom('organisation_statement')
    .selectAll()
    .where('organisation_id', '=', of)
    .orderBy('field')
    .execute()
  return {
    names: grouped(
      names,
      (row): NameFact => ({
        text: row.text,
        language: row.language,
        script: row.script,
        kind: row.kind as NameFact['kind'],
        source: row.source as FactSource,
        saidOn: row.said_on,
      }),
    ),
    identifiers: grouped(
      identifiers,
      (row): IdentifierFact => ({
        scheme: row.scheme as IdentifierFact['scheme'],
        value: row.value,
        preferred: row.preferred,
        source: row.source as FactSource,
        saidOn: row.said_on,
      }),
    ),
    links: grouped(
      links,
      (row): LinkFact => ({ kind: row.kind as LinkFact['kind'], url: row.url, source: row.source as FactSource }),
    ),
    relations: grouped(
      relations,
      (row): RelationFact => ({
        kind: row.kind as RelationFact['kind'],
        otherId: row.other_id,
        otherRor: row.other_ror,
        label: row.label,
        source: row.source as FactSource,
      }),
    ),
    statements: grouped(
      statements,
      (row): Statement => ({
        field: row.field as OrganisationField,
        source: row.source as FactSource,
        value: row.value,
        saidOn: row.said_on,
      }),
    ),
  }
}

function grouped<R extends { organisation_id: string }, T>(rows: R[], shape: (row: R) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.organisation_id)
    if (group) group.push(shape(row))
    else groups.set(row.organisation_id, [shape(row)])
  }
  return groups
}

/**
 * Adds identifiers that are not there yet. Organisations whose identifiers a person decided are left alone and counted
 * as kept.
 */
export async function addIdentifiers(
  db: Db,
  identifiers: readonly { organisationId: string; scheme: string; value: string }[],
  source: FactSource,
): Promise<{ identifiers: number; organisations: number; kept: number }> {
  if (identifiers.length === 0) return { identifiers: 0, organisations: 0, kept: 0 }
  const rows = identifiers.map(one => ({
    o: one.organisationId,
    s: one.scheme,
    v: one.value,
    f: foldIdentifier(one.value),
  }))
  const { rows: counted } = await sql<{ identifiers: number; organisations: number; kept: number }>`
    with given as (
      select distinct row.*, 'identifiers' = any(org.edited_fields) as decided
      from json_to_recordset(${rowsOf(rows)}) as row(o uuid, s text, v text, f text) join organisation org on org.id = row.o
    ), added as (
      insert into organisation_identifier (organisation_id, scheme, value, folded, preferred, source)
      select o, s, v, f, false, ${source}::text from given where not decided
      on conflict do nothing returning organisation_id
    ), touched as (
      update organisation set version = version + 1, updated_at = clock_timestamp()
      where id in (select organisation_id from added) returning id
    )
    select (select count(*) from added) as identifiers, (select count(*) from touched) as organisations,
      (select count(distinct given.o) from given where decided) as kept`.execute(db)
  return counted[0]!
}
