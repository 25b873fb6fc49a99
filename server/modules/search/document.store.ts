// Finds and keeps documents: what a reader may see of them is a condition of every query, counts and suggestions included.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import { type Db, json } from '#core/database/connect.ts'
import type { Actor, Reach } from '#core/identity/actor.ts'
import { confidedTo, meantFor, readsAs } from '#core/identity/confided.ts'
import { countDocumentsWith, type WordGroup } from './dictionary.store.ts'
import type { Question } from './question.ts'
import type { DocumentKind } from './search.terms.ts'

const within = (reach: Reach): RawBuilder<SqlBool> => {
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const ids = sql`any(${[...reach]}::uuid[])`
  return sql<SqlBool>`(d.home_id = ${ids} or d.unit_id = ${ids})`
}

/** The condition on documents `d`: the same decisions as those of the records they stand in. */
export const visibleDocuments = (actor: Actor): RawBuilder<SqlBool> => {
  if (actor.kind === 'anonymous') return sql<SqlBool>`false`
  const reached = actor.reads === 'everywhere' ? sql`true` : sql`(d.home_id is null or ${within(actor.reads)})`
  const accounts = actor.administers ? sql`true` : sql`d.kind <> 'account'`
  return sql<SqlBool>`(case when d.confidential then ${confidedTo(actor, 'd')} else ${reached} end and ${meantFor(actor, 'd')} and ${accounts})`
}

const quote = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** One of the words of a group; `head` asks for it in the title. */
const groupQuery = ({ asked, others, begun }: WordGroup, head: boolean): string => {
  const caret = head ? '^' : ''
  const typed = begun
    ? begun.map(word => quote(caret + word))
    : [quote(caret + asked.word) + (asked.isCutOff ? ':*' : '')]
  const words = [...typed, ...others.map(word => quote(caret + word))]
  return words.length === 1 ? words[0]! : `(${words.join('|')})`
}

const phraseQuery = (words: readonly string[]): string => `(${words.map(quote).join('<->')})`

function textQuery(groups: readonly WordGroup[], phrases: Question['phrases'], head = false): string {
  return [...groups.map(group => groupQuery(group, head)), ...phrases.map(phraseQuery)].join('&')
}

export interface Candidate {
  id: number
  kind: DocumentKind
  homeId: string | null
}

export interface DocumentFilter {
  actor: Actor
  kind?: DocumentKind | undefined
  homeId?: string | undefined
}

/** Beyond these a question is too wide for its answers to be counted: they are the newest or the best of those looked at. */
export const mostCandidates = 400
/** Looked at at most to find the newest that hold only frequent words. */
const widestWindow = 8000
/** Of so many documents one must hold the words for the newest to be looked through; an index is quicker for rarer ones. */
const frequentShare = 0.03
/** A word in fewer documents than this is looked up alone; joining other indexes to it costs more than it spares. */
const rareWord = 5000
/** So many places are asked for by the index of words; more of them are left to the columns. */
const fewPlaces = 8
/** So many places are looked through one by one for their newest documents. */
const windowPlaces = 64
/** Documents with all words of a phrase that are looked into for their order. */
const mostPhraseChecks = 1000

type Placed = Pick<NewDocument, 'homeId' | 'unitId' | 'confidential' | 'ownerId' | 'readerIds'>

/** The marks of home, unit and those to whom it is confided among the words of a document; `@` for what is common to all. */
export const placeMarks = ({ homeId, unitId, confidential, ownerId, readerIds }: Placed): string[] =>
  homeId === null
    ? ['@']
    : [homeId, unitId ?? [], confidential ? [ownerId ?? [], ...readerIds] : []].flat(2).map(id => `@${id}`)

const placesOf = ({ actor, homeId }: DocumentFilter): string[] | null => {
  if (homeId) return [`@${homeId}`]
  return actor.reads === 'everywhere' ? null : ['@', ...[...actor.reads, ...readsAs(actor)].map(id => `@${id}`)]
}

interface Candidates {
  candidates: Candidate[]
  isWhole: boolean
}

/** Candidates, best first; `isWhole` when there are no more of them. */
export async function findDocuments(
  db: Db,
  groups: readonly WordGroup[],
  phrases: Question['phrases'],
  filter: DocumentFilter,
): Promise<Candidates> {
  const total = await countDocuments(db)
  const places = placesOf(filter)
  const reached = places === null ? total : Math.min(total, await countDocumentsWith(db, places))
  const share = groups.reduce((product, group) => product * Math.min(1, group.documents / Math.max(total, 1)), 1)
  if (total > widestWindow && phrases.length === 0) {
    const newest = await findNewest(db, groups, filter, { places, share, reached, total })
    if (newest) return newest
  }
  return findByIndex(db, { groups, phrases, filter, places, expected: share * reached, total })
}

const conditionsOf = ({ actor, kind, homeId }: DocumentFilter): RawBuilder<unknown> => sql`${visibleDocuments(actor)}
    ${kind ? sql`and d.kind = ${kind}` : sql``} ${homeId ? sql`and d.home_id = ${homeId}` : sql``}`

interface Spread {
  places: readonly string[] | null
  /** Of all documents that hold the words. */
  share: number
  /** Documents in the places of the reader. */
  reached: number
  total: number
}

/** Looks through the newest documents; undefined when the words are too rare for that. */
async function findNewest(
  db: Db,
  groups: readonly WordGroup[],
  filter: DocumentFilter,
  { places, share, reached, total }: Spread,
): Promise<Candidates | undefined> {
  const isNear = places !== null && places.length <= windowPlaces
  const isFew = isNear && places.length <= fewPlaces
  const held = isNear ? share : (share * reached) / total
  if (held < frequentShare) return undefined
  const size = Math.min(widestWindow, Math.ceil((windowed / held) * 1.2))
  const newest = isNear
    ? newestIn(filter, isFew ? size : Math.ceil((4 * size) / places.length))
    : sql`select * from search_document order by said_at desc limit ${size}`
  const query = textQuery(groups, [])
  const window = sql`select d.* from (${newest}) d where d.words @@ ${query}::tsquery and ${conditionsOf(filter)} limit ${windowed}`
  const candidates = await ranked(db, window, query)
  const isWhole = isFew && reached <= size && candidates.length < windowed
  return isWhole || candidates.length >= countableFrom ? { candidates, isWhole } : undefined
}

/** The newest of each home and unit, of what is confided to the reader elsewhere, and of what is common to all. */
function newestIn({ actor, homeId }: DocumentFilter, size: number): RawBuilder<unknown> {
  const ids = homeId ? [homeId] : [...actor.reads]
  const names = readsAs(actor)
  return sql`
  select d.* from unnest(${[...ids]}::uuid[]) place(id)
    cross join lateral (select * from search_document where home_id = place.id order by said_at desc limit ${size}) d
  union all select d.* from unnest(${[...ids]}::uuid[]) place(id)
    cross join lateral (select * from search_document where unit_id = place.id and home_id <> all(${[...ids]}::uuid[])
      order by said_at desc limit ${size}) d
  union all (select * from search_document where home_id <> all(${[...ids]}::uuid[])
    and coalesce(unit_id <> all(${[...ids]}::uuid[]), true) and confidential
    and array_append(reader_ids, owner_id) && ${names}::text[] order by said_at desc limit ${size})
  union all (select * from search_document where home_id is null order by said_at desc limit ${size})`
}

interface IndexQuestion {
  groups: readonly WordGroup[]
  phrases: Question['phrases']
  filter: DocumentFilter
  places: readonly string[] | null
  expected: number
  total: number
}

async function findByIndex(
  db: Db,
  { groups, phrases, filter, places, expected, total }: IndexQuestion,
): Promise<Candidates> {
  const query = textQuery(groups, phrases)
  const conditions = conditionsOf(filter)
  const isRare = phrases.length === 0 && Math.min(...groups.map(group => group.documents)) <= rareWord
  const where = isRare || places === null || places.length > fewPlaces ? '' : `&(${places.map(quote).join('|')})`
  // `offset 0` keeps the planner from joining the indexes of places to that of words.
  const holding = (words: string, limit: number) =>
    isRare || where !== ''
      ? sql`(select d.* from (select * from search_document where words @@ ${words + where}::tsquery offset 0) d where ${conditions} limit ${limit})`
      : sql`(select d.* from search_document d where d.words @@ ${words}::tsquery and ${conditions} limit ${limit})`
  const loose = [...groups.map(group => groupQuery(group, false)), ...phrases.flat().map(quote)].join('&')
  const anywhere =
    phrases.length === 0
      ? holding(query, mostCandidates)
      : sql`(select d.* from ${holding(loose, mostPhraseChecks)} d where d.words @@ ${query}::tsquery limit ${mostCandidates})`
  const inTitles = holding(textQuery(groups, [], true), mostCandidates / 4)
  const mayBeMany = phrases.length === 0 && expected > mostCandidates / 2
  const candidates = await ranked(db, mayBeMany ? sql`${inTitles} union ${anywhere}` : anywhere, query)
  // Behind the last document whose order was looked into there may be more.
  const isThrough = phrases.length === 0 || total <= mostPhraseChecks
  return { candidates, isWhole: candidates.length < mostCandidates && isThrough }
}

/** So many of the newest are taken; a window that holds only a few says too little about the rest. */
const [windowed, countableFrom] = [240, 60]

// Rank: the words in the title, their weight and nearness, and a little for what is new.
async function ranked(db: Db, found: RawBuilder<unknown>, query: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id, d.kind, d.home_id as "homeId" from (${found}) d
    order by ts_rank('{0.05, 0.2, 0.4, 1}', d.words, ${query}::tsquery, 1)
      + 0.05 * exp(-greatest(0, extract(epoch from now() - d.said_at)) / 31557600) desc, d.said_at desc, d.id`.execute(
    db,
  )
  return rows
}

/** About how many there are, as the database last counted; exactly while there are few. */
async function countDocuments(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select greatest(reltuples, 0)::bigint as total from pg_class where oid = 'search_document'::regclass`.execute(db)
  return rows[0]!.total
}

export interface StoredDocument {
  id: number
  kind: DocumentKind
  subjectId: string
  recordType: string
  recordId: string
  title: LocalisedText
  label: string | null
  body: string | null
}

/** As much of a text as is looked through for the place that was found. */
const mostBody = 40_000

export async function readDocuments(db: Db, actor: Actor, ids: readonly number[]): Promise<StoredDocument[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredDocument>`
    select d.id, d.kind, d.subject_id as "subjectId", d.record_type as "recordType", d.record_id as "recordId", d.title, d.label,
      left(d.body, ${mostBody}) as body
    from search_document d where d.id = any(${[...ids]}::bigint[]) and ${visibleDocuments(actor)}`.execute(db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Partners of agreements by their names, the first ones of each. */
export async function readPartners(db: Db, agreementIds: readonly string[]): Promise<Map<string, Named[]>> {
  const { rows } = await sql<{ id: string; partners: Named[] }>`
    select p.agreement_id as id, jsonb_agg(jsonb_build_object('name', o.name, 'names', o.names) order by p.position, p.id) as partners
    from agreement_party p join organisation m on m.id = p.organisation_id join organisation o on o.id = coalesce(m.canonical_id, m.id)
    where p.side = 'partner' and p.agreement_id = any(${[...agreementIds]}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map(row => [row.id, row.partners.slice(0, 3)]))
}

export interface Named {
  name: string
  names: LocalisedText
}

export interface NewDocument {
  kind: DocumentKind
  subjectId: string
  recordType: string
  recordId: string
  homeId: string | null
  unitId: string | null
  confidential: boolean
  ownerId: string | null
  readerIds: readonly string[]
  /** Of a comment that is not for everybody: those whom it is for. */
  onlyFor: readonly string[] | null
  title: LocalisedText
  label: string | null
  body: string | null
  vector: string
  saidAt: string
}

/** Puts documents in the place of what was known of the subjects; those of `ids` without one are gone. */
export async function replaceDocuments(
  db: Db,
  kind: DocumentKind,
  ids: readonly string[],
  documents: readonly NewDocument[],
): Promise<void> {
  const kept = documents.map(one => one.subjectId)
  await sql`delete from search_document where kind = ${kind} and subject_id = any(${[...ids]}::uuid[])
    and subject_id <> all(${kept}::uuid[])`.execute(db)
  if (documents.length === 0) return
  const rows = documents.map(({ vector: words, ...one }) => ({
    ...{ kind: one.kind, subject_id: one.subjectId, record_type: one.recordType, record_id: one.recordId },
    ...{ home_id: one.homeId, unit_id: one.unitId, confidential: one.confidential, owner_id: one.ownerId },
    ...{ reader_ids: one.readerIds, only_for: one.onlyFor },
    ...{ title: one.title, label: one.label, body: one.body, words, said_at: one.saidAt },
  }))
  await sql`
    insert into search_document (kind, subject_id, record_type, record_id, home_id, unit_id, confidential, owner_id, reader_ids, only_for, title, label, body, words, said_at)
    select kind, subject_id, record_type, record_id, home_id, unit_id, confidential, owner_id, reader_ids, only_for, title, label, body, words::tsvector, said_at
    from jsonb_to_recordset(${json(rows)}) as r(kind text, subject_id uuid, record_type text, record_id uuid, home_id uuid, unit_id uuid,
      confidential boolean, owner_id text, reader_ids text[], only_for text[], title jsonb, label text, body text, words text, said_at timestamptz)
    on conflict (kind, subject_id) do update set record_type = excluded.record_type, record_id = excluded.record_id,
      home_id = excluded.home_id, unit_id = excluded.unit_id, confidential = excluded.confidential, owner_id = excluded.owner_id,
      reader_ids = excluded.reader_ids, only_for = excluded.only_for,
      title = excluded.title, label = excluded.label, body = excluded.body, words = excluded.words, said_at = excluded.said_at`.execute(
    db,
  )
}

/** What waits to be read again, taken out in the transaction that will have read it; null when nothing waits. */
export async function takePending(db: Db, limit: number): Promise<{ kind: DocumentKind; subject_id: string }[] | null> {
  // One reader at a time: two could write what they read in the wrong order.
  await sql`select pg_advisory_xact_lock(hashtext('search.refresh'))`.execute(db)
  const { rows } = await sql<{ kind: DocumentKind; subject_id: string }>`
    with taken as (delete from search_pending where id in (select id from search_pending order by id limit ${limit}) returning kind, subject_id)
    select distinct kind, subject_id from taken`.execute(db)
  return rows.length === 0 ? null : rows
}
