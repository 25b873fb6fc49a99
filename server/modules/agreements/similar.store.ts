// Finds agreements that look the same: same home and partner, and number or kind with overlapping terms.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'

/** What is about to be recorded, as far as it is known. */
export interface SimilarProbe {
  /** Given back with what looks the same. */
  key: string
  homeId: string
  partnerIds: readonly string[]
  kinds: readonly string[]
  /** First and last day; null when unknown or none: it then overlaps with everything on that side. */
  from: string | null
  until: string | null
  number: string | null
}

export interface SimilarMatch {
  key: string
  agreementId: string
  samePartners: boolean
  sameKind: boolean
  sameNumber: boolean
  overlapping: boolean
  /** The first days of both are known and equal. */
  sameStart: boolean
}

/** At most so many matches a probe are worth showing. */
const mostMatches = 20

/** The best matches of a set of probes, in a query a thousand; the actor's visibility is the caller's business. */
export async function findSimilar(db: Db, probes: readonly SimilarProbe[]): Promise<SimilarMatch[]> {
  const matches: SimilarMatch[] = []
  for (let start = 0; start < probes.length; start += 1000) {
    const { rows } = await sql<SimilarMatch>`with probe as materialized (
        select p.key, p."homeId" as home_id, array(select distinct coalesce(o.canonical_id, o.id) from jsonb_array_elements_text(p."partnerIds") x
            join organisation o on o.id = x::uuid order by 1) as partners,
          array(select jsonb_array_elements_text(p.kinds)) as kinds, p."from" as from_on, p.until, lower(p.number) as number
        from jsonb_to_recordset(${json(probes.slice(start, start + 1000))})
          as p(key text, "homeId" uuid, "partnerIds" jsonb, kinds jsonb, "from" date, until date, number text)),
      wanted as materialized (select p.key, x.partner from probe p cross join lateral unnest(p.partners) x(partner)),
      party as materialized (
        select q.agreement_id, w.partner as organisation_id from (select distinct partner from wanted) w
          join organisation o on o.id = w.partner or o.canonical_id = w.partner
          join agreement_party q on q.organisation_id = o.id and q.side = 'partner'),
      likeness as (
        select distinct p.key, a.id, p.partners, cardinality(p.kinds) = 0 or a.kinds && p.kinds as same_kind,
          coalesce(lower(a.number) = p.number, false) as same_number,
          coalesce(coalesce(a.in_force_on, a.signed_on) <= p.until, true) and coalesce(p.from_on <= a.expires_on, true) as overlapping,
          coalesce(p.from_on in (a.in_force_on, a.signed_on), false) as same_start
        from wanted w join party q on q.organisation_id = w.partner join probe p on p.key = w.key
          join agreement a on a.id = q.agreement_id and a.home_id = p.home_id and a.removed_at is null),
      best as (
        select *, row_number() over (partition by key order by same_number desc, same_start desc, id) as place
        from likeness where same_number or (same_kind and overlapping))
      select key, id as "agreementId", same_kind as "sameKind", same_number as "sameNumber", overlapping, same_start as "sameStart",
        partners = array(select distinct coalesce(o.canonical_id, o.id) from agreement_party q join organisation o on o.id = q.organisation_id
          where q.agreement_id = best.id and q.side = 'partner' order by 1) as "samePartners"
      from best where place <= ${mostMatches}
      order by key, "sameNumber" desc, "sameStart" desc, "samePartners" desc, id`.execute(db)
    matches.push(...rows)
  }
  return matches
}
