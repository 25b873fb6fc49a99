// Fills a database with an invented portfolio: a home, its partners, agreements, commitments, entries and their sums, from a seed.
import { sql } from 'kysely'
import type { Pool } from '#core/database/connect.ts'

export interface PortfolioSize {
  agreements: number
  entries: number
  partners: number
}

const seed = 0.20261123

const idOf = (kind: number, n: string) =>
  sql.raw(`(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`)
const pick = (...values: string[]) =>
  sql.raw(`(array[${values.map(value => `'${value}'`).join(',')}])[1 + floor(random() * ${values.length})::int]`)
export const home = '00000001-0000-7000-8000-000000000001'

async function makeOrganisations(db: Pool, { partners }: PortfolioSize): Promise<void> {
  await sql`select setseed(${seed})`.execute(db)
  await sql`insert into organisation (id, name, names, home, country, city, latitude, longitude)
    values (${home}, 'Home University', '{"en": "Home University"}', true, 'KG', 'Bishkek', 42.9, 74.6)`.execute(db)
  await sql`insert into organisation (id, name, names, country, city, latitude, longitude)
    select ${idOf(2, 'n')}, 'University of Place ' || n, jsonb_build_object('en', 'University of Place ' || n, 'ru', 'Университет ' || n, 'fa', 'دانشگاه ' || n),
      ${pick('RU', 'IR', 'CN', 'IN', 'BR', 'ZA', 'DE', 'FR', 'TR', 'AZ', 'UZ', 'KZ', 'MY', 'ID', 'EG', 'IT')}, 'City ' || (n % 700), random() * 120 - 50, random() * 300 - 150
    from generate_series(1, ${partners}) n`.execute(db)
  await sql`insert into organisation_name (organisation_id, text, folded, words, language, kind, source)
    select o.id, v.value, lower(v.value), lower(v.value), v.key, 'label', 'bench' from organisation o cross join lateral jsonb_each_text(o.names) v`.execute(
    db,
  )
}

async function makeAgreements(db: Pool, { agreements, partners }: PortfolioSize, today: string): Promise<void> {
  await sql`insert into agreement (id, home_id, number, kind, kinds, title, search, state, signed_on, signed_precision, in_force_on, in_force_precision,
      expires_on, expires_precision, end_kind, renewal, renewal_months, fields, languages, confidentiality, updated_at)
    select ${idOf(3, 'n')}, ${home}, 'N-' || n, k.kind, array[k.kind], jsonb_build_object('en', initcap(k.kind) || ' of cooperation ' || n, 'ru', 'Соглашение ' || n),
      'n ' || n || ' ' || k.kind || ' of cooperation ' || n || ' соглашение ' || n, k.state, k.signed, 'day', k.signed, 'day',
      case when k.ends then k.signed + 365 * (1 + n % 10) end, case when k.ends then 'day' end, case when k.ends then 'known' else 'none' end,
      k.renewal, case when k.renewal = 'automatic' then 12 end, array[k.field], array['en'],
      case when n % 50 = 0 then 'confidential' else 'internal' end, now() - random() * interval '3000 days'
    from (select n, ${pick('memorandum', 'protocol', 'exchange_agreement', 'project_agreement', 'joint_degree', 'annex')} as kind,
      ${pick('in_force', 'in_force', 'in_force', 'in_force', 'in_force', 'drafting', 'partner_review', 'terminated', 'suspended')} as state,
      (${today}::date - (random() * 5000)::int) as signed, random() < 0.8 as ends,
      ${pick('none', 'by_consent', 'automatic', 'unknown')} as renewal, ${pick('053', '061', '071', '022', '091', '031', '042')} as field
      from generate_series(1, ${agreements}) n) k`.execute(db)
  await sql`insert into agreement_party (id, agreement_id, organisation_id, side, position)
    select gen_random_uuid(), ${idOf(3, 'n')}, ${sql.raw(`'${home}'::uuid`)}, 'home', 0 from generate_series(1, ${agreements}) n`.execute(
    db,
  )
  await sql`insert into agreement_party (id, agreement_id, organisation_id, side, position)
    select gen_random_uuid(), ${idOf(3, 'n')}, ${idOf(2, `1 + ((n::bigint * 7919 + p * 104729) % ${partners})`)}, 'partner', p
    from generate_series(1, ${agreements}) n cross join generate_series(0, 1) p where p = 0 or n % 10 = 0`.execute(db)
  await sql`insert into ledger_source (source_id, family_id, home_id) select id, id, home_id from agreement`.execute(db)
}

async function makeLedger(db: Pool, { agreements, entries, partners }: PortfolioSize, today: string): Promise<void> {
  await sql`insert into commitment (id, home_id, source_type, source_id, kind, promisor_id, beneficiary_id, unit, base_quantity, period, start_month, valid_from, valid_from_precision)
    select ${idOf(4, 'n')}, ${home}, 'agreement', ${idOf(3, 'n * 3')}, 'student_mobility', ${home}, ${idOf(2, `1 + ((n::bigint * 3 * 7919) % ${partners})`)},
      'person', 1 + n % 5, 'per_academic_year', 9, a.signed_on, 'day'
    from generate_series(1, ${Math.floor(agreements / 3)}) n join agreement a on a.id = ${idOf(3, 'n * 3')}`.execute(db)
  await sql`insert into activity (id, module, home_id, kind, title) values (${'00000005-0000-7000-8000-000000000001'}, 'ledger', ${home}, 'student_mobility', 'All')`.execute(
    db,
  )
  await sql`insert into entry (id, home_id, kind, unit, base_quantity, from_id, to_id, starts_on, status, module, activity_id, line_key, agreement_id, commitment_id, served_by, event_id)
    select ${idOf(6, 'n')}, ${home}, 'student_mobility', 'person', 1,
      case when n % 2 = 0 then ${sql.raw(`'${home}'::uuid`)} else partner end, case when n % 2 = 0 then partner else ${sql.raw(`'${home}'::uuid`)} end,
      ${today}::date - (random() * 3000)::int, case when n % 20 = 0 then 'planned' else 'confirmed' end, 'ledger',
      ${'00000005-0000-7000-8000-000000000001'}, n::text, ${idOf(3, 'a')}, case when a % 3 = 0 and n % 2 = 0 then ${idOf(4, 'a / 3')} end,
      case when a % 3 = 0 and n % 2 = 0 then 'activity' else 'none' end, gen_random_uuid()
    from (select n, a, ${idOf(2, `1 + ((a::bigint * 7919) % ${partners})`)} as partner
      from (select n, 1 + (n::bigint * 31 % ${agreements})::int as a from generate_series(1, ${entries}) n) x where a % 4 <> 1 or n % 9 = 0) y`.execute(
    db,
  )
  await sql`insert into ledger_total (home_id, from_id, to_id, kind, unit, agreement_id, status, month, base_quantity, entries)
    select home_id, from_id, to_id, kind, unit, agreement_id, status, date_trunc('month', starts_on)::date, sum(base_quantity), count(*)
    from entry group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  await sql`insert into commitment_total (commitment_id, period_start, status, base_quantity, entries)
    select commitment_id, (date_trunc('year', starts_on - interval '8 months') + interval '8 months')::date, status, sum(base_quantity), count(*)
    from entry where commitment_id is not null group by 1, 2, 3`.execute(db)
}

/** Writes everything, in one go each table, and gives the planner its figures. */
export async function makePortfolio(db: Pool, size: PortfolioSize, today: Temporal.PlainDate): Promise<void> {
  await makeOrganisations(db, size)
  await makeAgreements(db, size, today.toString())
  await makeLedger(db, size, today.toString())
  await sql`analyze`.execute(db)
}
