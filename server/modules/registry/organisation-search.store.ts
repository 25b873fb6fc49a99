// Search as you type over all names and identifiers: words cut off or misspelt are completed from the known words.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { identifierQueries } from './identifiers.ts'
import { latinOf } from './registry-run.store.ts'
import { fold } from './resolution/fold.ts'

export interface SearchFilter {
  country?: string | undefined
  home?: boolean | undefined
  unitOf?: string | undefined
}

/** A name or identifier that was found; `rank` is smaller for better ones. */
export interface Hit {
  /** The organisation that counts: a merged one is found by its names too. */
  id: string
  text: string
  kind: string
  script: string | null
  language: string | null
  roughly: boolean
  rank: number
}

/** A word in more names than this does not find names by itself. */
const frequent = 3000
const mostTokens = 12

/**
 * Organisations for a typed text, best first, one hit each. Every word must occur, the last one may be cut off;
 * when hardly anything is found, words inside words and slips of the pen are forgiven.
 */
export async function searchHits(db: Db, text: string, filter: SearchFilter, limit: number): Promise<Hit[]> {
  const identifiers = await findByIdentifier(db, text, filter, limit)
  const folded = fold(text.slice(0, 300))
  const tokens = [...new Set(folded.split(' ').filter(word => word !== ''))].slice(0, mostTokens)
  if (tokens.length === 0 || identifiers.some(hit => hit.rank === 0)) return bestOf([identifiers], limit)
  const exact = await findByWords(db, folded, tokens, filter, limit)
  const found = bestOf([identifiers, exact], limit)
  if (found.length >= Math.min(limit, 3) || folded.length < 4) return found
  const rough = await findRoughly(db, folded, tokens, filter, limit)
  return bestOf([identifiers, exact, rough], limit)
}

/** The best hit of each organisation. */
function bestOf(lists: Hit[][], limit: number): Hit[] {
  const best = new Map<string, Hit>()
  for (const hit of lists.flat()) {
    const other = best.get(hit.id)
    if (other === undefined || hit.rank < other.rank) best.set(hit.id, hit)
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1)).slice(0, limit)
}

const upTo = (prefix: string): string => prefix + '\u{10ffff}'

const within = (filter: SearchFilter): RawBuilder<unknown> => sql`
  ${filter.country === undefined ? sql`` : sql`and o.country = ${filter.country}`}
  ${filter.unitOf === undefined ? sql`` : sql`and o.unit_of = ${filter.unitOf}`}
  ${filter.home ? sql`and (o.home or o.unit_of in (select id from organisation where home))` : sql``}`

async function findByIdentifier(db: Db, text: string, filter: SearchFilter, limit: number): Promise<Hit[]> {
  const query = identifierQueries(text)
  if (query === undefined) return []
  const { key, domain } = query
  const { rows } = await sql<Hit>`
    with found as (
      select * from (select organisation_id, value, scheme, (folded <> ${key})::int as rank from organisation_identifier
        where folded ~>=~ ${key} and folded ~<~ ${upTo(key)} order by folded using ~<~ limit ${limit * 4}) i
      union all
      select * from (select id, website_domain, 'domain', (website_domain <> ${domain ?? ''})::int from organisation
        where ${domain ?? ''} <> '' and website_domain ~>=~ ${domain ?? ''} and website_domain ~<~ ${upTo(domain ?? '')}
        order by website_domain using ~<~ limit ${limit * 4}) d
    )
    select coalesce(m.canonical_id, m.id) as id, found.value as text, found.scheme as kind, null as script,
      null as language, false as roughly, found.rank
    from found join organisation m on m.id = found.organisation_id join organisation o on o.id = coalesce(m.canonical_id, m.id)
    where true ${within(filter)}`.execute(db)
  return rows
}

/** Names by their beginning and by their words. */
async function findByWords(
  db: Db,
  folded: string,
  tokens: string[],
  filter: SearchFilter,
  limit: number,
): Promise<Hit[]> {
  const last = tokens.at(-1)!
  const counts = await countNames(db, tokens)
  const isFrequent = tokens.every(
    (token, i) => (i === tokens.length - 1 ? counts.lastBegins : counts.of(token)) > frequent,
  )
  const isWide = filter.unitOf === undefined && !filter.home
  if (isFrequent && tokens.length === 1 && isWide) {
    const begins = await namesFor(db, { folded, query: sql`null::tsquery`, filter, limit, roughly: false })
    // Within a country a common beginning may be rare at the head of names; then words inside them count too.
    if (filter.country === undefined || begins.length >= limit) return begins
  }
  const byWords = queryOf([...tokens.slice(0, -1).map(token => [token]), [`${last}:*`]], filter)
  return namesFor(db, { folded, query: byWords, filter, limit, roughly: false })
}

/** How many names hold each word, and how many a word that begins with the last one. */
async function countNames(db: Db, tokens: string[]) {
  const last = tokens.at(-1)!
  const { rows } = await sql<{ word: string; names: number }>`
    select word, names from registry_word where word = any(${tokens}::text[])
    union all
    select '', coalesce(sum(names), 0) from (select names from registry_word
      where word ~>=~ ${last} and word ~<~ ${upTo(last)} limit 2000) begins`.execute(db)
  const names = new Map(rows.map(row => [row.word, Number(row.names)]))
  return { lastBegins: names.get('') ?? 0, of: (token: string) => names.get(token) ?? 0 }
}

const quoted = (word: string): string => {
  const isPrefix = word.endsWith(':*')
  const bare = isPrefix ? word.slice(0, -2) : word
  return `'${bare.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${isPrefix ? ':*' : ''}`
}

/** All of the groups, one word of each. */
function queryOf(groups: string[][], filter: SearchFilter): RawBuilder<unknown> {
  const parts = groups.map(words => (words.length === 1 ? quoted(words[0]!) : `(${words.map(quoted).join('|')})`))
  if (filter.country !== undefined) parts.push(quoted(`@${filter.country.toLowerCase()}`))
  return sql`${parts.join('&')}::tsquery`
}

interface NameQuery {
  folded: string
  query: RawBuilder<unknown>
  filter: SearchFilter
  limit: number
  roughly: boolean
}

const mostCandidates = 600

// Rank: whole name, beginning of the name, words inside; then home, active, kind, and the shorter name.
async function namesFor(db: Db, { folded, query, filter, limit, roughly }: NameQuery): Promise<Hit[]> {
  const units =
    filter.unitOf === undefined
      ? sql``
      : sql`and n.organisation_id in (select id from organisation where unit_of = ${filter.unitOf})`
  const homes = filter.home
    ? sql`and n.organisation_id in (select id from organisation where home or unit_of in (select id from organisation where home))`
    : sql``
  const country =
    filter.country === undefined ? sql`` : sql`and right(n.words, 3) = ${`@${filter.country.toLowerCase()}`}`
  const { rows } = await sql<Hit>`
    with begins as materialized (
      select n.* from organisation_name n
      where n.folded ~>=~ ${folded} and n.folded ~<~ ${upTo(folded)} ${units} ${homes} ${country}
      order by n.folded using ~<~ limit ${mostCandidates / 2}
    ), holds as materialized (
      select n.* from organisation_name n
      where array_to_tsvector(string_to_array(n.words, ' ')) @@ ${query} ${units} ${homes} limit ${mostCandidates}
    ), found as (select * from begins union select * from holds),
    ranked as (
      select distinct on (o.id) o.id, found.text, found.kind, found.script, found.language,
        (case when found.folded = ${folded} then 10 when found.folded ~>=~ ${folded} and found.folded ~<~ ${upTo(folded)} then 20 else 30 end)
          + (case found.kind when 'label' then 0 when 'acronym' then 1 when 'alias' then 2 else 3 end)
          + (case when o.home then -6 when o.unit_of is not null then 4 else 0 end)
          + (case o.status when 'active' then 0 when 'unverified' then 1 when 'inactive' then 6 else 9 end)
          + (case when 'education' = any(o.types) then 0 else 1 end)
          + least(length(found.folded), 120) / 30.0 + ${roughly ? 40 : 0}::int as rank
      from found join organisation m on m.id = found.organisation_id join organisation o on o.id = coalesce(m.canonical_id, m.id)
      where true ${within(filter)}
      order by o.id, rank
    )
    select *, ${roughly}::boolean as roughly from ranked order by rank, text limit ${limit}`.execute(db)
  return rows.map(row => ({ ...row, rank: Number(row.rank) }))
}

const mostAlternatives = 12

/** Forgives: each word may be inside another, or be spelt a little differently. */
async function findRoughly(
  db: Db,
  folded: string,
  tokens: string[],
  filter: SearchFilter,
  limit: number,
): Promise<Hit[]> {
  const long = tokens.map(token => ({ token, latin: latinOf(token) })).filter(one => one.latin.length >= 4)
  if (long.length === 0) return []
  const { rows } = await sql<{ token: string; word: string }>`
    select token, word
    from unnest(${long.map(one => one.token)}::text[], ${long.map(one => one.latin)}::text[]) as t(token, typed)
    cross join lateral (
      select word from (
        select word, names, similarity(latin, typed) + case when latin like '%' || typed || '%' then 0.5 else 0 end as alike
        from registry_word where latin % typed or latin like '%' || typed || '%'
      ) near
      where alike >= 0.35 order by alike desc, names desc limit ${mostAlternatives}
    ) alternatives`.execute(db)
  const alternatives = Map.groupBy(rows, row => row.token)
  const groups = tokens.map(token => [`${token}:*`, ...(alternatives.get(token) ?? []).map(row => row.word)])
  return namesFor(db, { folded, query: queryOf(groups, filter), filter, limit, roughly: true })
}
