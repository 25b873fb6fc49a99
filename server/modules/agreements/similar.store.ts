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

/** All matches of a set of probes in a query a thousand; the actor's visibility is the caller's business. */
export async function findSimilar(db: Db, probes: readonly SimilarProbe[]): Promise<SimilarMatch[]> {
  const matches: SimilarMatch[] = []
  for (let start = 0; start < probes.length; start += 1000) {
    const { rows } = await sql<SimilarMatch>`with probe as (
        select p.key, p."homeId" as home_id, array(select jsonb_array_elements_text(p."partnerIds")::uuid) as partners,
          array(select jsonb_array_elements_text(p.kinds)) as kinds, p."from" as from_on, p.until, p.number
        from jsonb_to_recordset(${json(probes.slice(start, start + 1000))})
          as p(key text, "homeId" uuid, "partnerIds" jsonb, kinds jsonb, "from" date, until date, number text)),
      candidate as (
        select distinct p.key, a.id from probe p
          join agreement_party q on q.organisation_id = any(p.partners) and q.side = 'partner'
          join agreement a on a.id = q.agreement_id and a.home_id = p.home_id and a.removed_at is null)
      select * from (
        select p.key, a.id as "agreementId",
          (select array_agg(q.organisation_id order by q.organisation_id) from agreement_party q
            where q.agreement_id = a.id and q.side = 'partner') = (select array_agg(x order by x) from unnest(p.partners) x) as "samePartners",
          cardinality(p.kinds) = 0 or a.kinds && p.kinds as "sameKind",
          coalesce(lower(a.number) = lower(p.number), false) as "sameNumber",
          coalesce(coalesce(a.in_force_on, a.signed_on) <= p.until, true) and coalesce(p.from_on <= a.expires_on, true) as overlapping,
          coalesce(p.from_on in (a.in_force_on, a.signed_on), false) as "sameStart"
        from candidate c join probe p on p.key = c.key join agreement a on a.id = c.id) found
      where "sameNumber" or ("sameKind" and overlapping)
      order by key, "sameNumber" desc, "sameStart" desc, "samePartners" desc, "agreementId"`.execute(db)
    matches.push(...rows)
  }
  return matches
}
