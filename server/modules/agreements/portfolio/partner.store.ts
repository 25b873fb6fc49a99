// Organisations as partners: who they are, the agreements with them, their contacts.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { visibleAgreement } from '../agreement.policy.ts'
import { type BriefAgreement, briefColumns } from '../agreement.store.ts'
import type { ContactRole } from '../agreement.terms.ts'

export interface PartnerOrganisation {
  id: string
  name: string
  names: Record<string, string>
  country: string | null
  city: string | null
  home: boolean
  status: string
  website: string | null
  latitude: number | null
  longitude: number | null
  /** Itself and what was merged into it. */
  ids: string[]
  allNames: { text: string; language: string | null; kind: string }[]
  identifiers: { scheme: string; value: string }[]
}

export interface PartnerContact {
  id: string
  side: 'home' | 'partner'
  role: ContactRole
  organisationId: string | null
  organisationName: string | null
  personId: string | null
  name: string
  email: string | null
  phone: string | null
  agreement_id: string
  agreement_title: Record<string, string>
}

/** Home organisations that the reader reads, in whole or in a unit, as an array. */
function homesOf(actor: Actor): RawBuilder<string[]> {
  if (actor.reads === 'everywhere') return sql`array(select o.id from organisation o where o.home)`
  const reads = sql`any(${[...actor.reads]}::uuid[])`
  return sql`array(select o.id from organisation o where o.home and (o.id = ${reads}
    or exists (select 1 from organisation u where u.unit_of = o.id and u.id = ${reads})))`
}

/** An organisation with all that was merged into it, and the homes that the reader reads; a merged one answers as the one that counts. */
export async function findPartner(
  db: Db,
  actor: Actor,
  id: string,
): Promise<(PartnerOrganisation & { homeIds: string[] }) | undefined> {
  const { rows } = await sql<PartnerOrganisation & { homeIds: string[] }>`
    select o.id, o.name, o.names, o.country, o.city, o.home, o.status, o.website, o.latitude, o.longitude, ${homesOf(actor)} as "homeIds",
      family.ids,
      coalesce((select jsonb_agg(jsonb_build_object('text', n.text, 'language', n.language, 'kind', n.kind) order by n.kind, n.language nulls last, n.text)
        from (select distinct text, language, kind from organisation_name where organisation_id = any(family.ids)) n), '[]') as "allNames",
      coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.organisation_id <> o.id, i.preferred desc, i.value)
        from organisation_identifier i where i.organisation_id = any(family.ids)), '[]') as identifiers
    from organisation o
      cross join lateral (select array(select x.id from organisation x where x.id = o.id or x.canonical_id = o.id) as ids) family
    where o.id = coalesce((select canonical_id from organisation where id = ${id}), ${id})`.execute(db)
  return rows[0]
}

/** Organisations of a country that are partners in agreements, and the homes that the reader reads. */
export async function listPartnersIn(
  db: Db,
  actor: Actor,
  country: string,
): Promise<{ ids: string[]; homeIds: string[] }> {
  const { rows } = await sql<{ ids: string[]; homeIds: string[] }>`select ${homesOf(actor)} as "homeIds", array(
    select w.id from organisation w join organisation o on o.id = coalesce(w.canonical_id, w.id)
    where o.country = ${country} and exists (select 1 from agreement_party p where p.organisation_id = w.id and p.side = 'partner')) as ids`.execute(
    db,
  )
  return rows[0]!
}

/** Agreements that the reader may see in which one of these organisations is a partner. */
export async function listAgreementsWith(
  db: Db,
  actor: Actor,
  organisationIds: readonly string[],
): Promise<BriefAgreement[]> {
  const { rows } =
    await sql<BriefAgreement>`select ${briefColumns} from agreement where ${visibleAgreement(actor)} and agreement.id in (
      select p.agreement_id from agreement_party p where p.side = 'partner' and p.organisation_id = any(${[...organisationIds]}::uuid[]))
    order by agreement.signed_on desc nulls last, agreement.id`.execute(db)
  return rows
}

/** People named in agreements with a partner: the partner's own first. */
export async function listContactsWith(
  db: Db,
  agreementIds: readonly string[],
  organisationIds: readonly string[],
): Promise<PartnerContact[]> {
  const { rows } =
    await sql<PartnerContact>`select c.id, c.side, c.role, c.organisation_id as "organisationId", o.name as "organisationName",
      c.person_id as "personId", c.name, c.email, c.phone, c.agreement_id, a.title as agreement_title
    from agreement_contact c join agreement a on a.id = c.agreement_id left join organisation o on o.id = c.organisation_id
    where c.agreement_id = any(${[...agreementIds]}::uuid[])
      and (c.side = 'home' or c.organisation_id is null or c.organisation_id = any(${[...organisationIds]}::uuid[]))
    order by c.side desc, c.name, c.id limit 200`.execute(db)
  return rows
}
