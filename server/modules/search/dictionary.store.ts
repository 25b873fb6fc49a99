// The words of all documents: how frequent one is, the same word in other scripts, words that differ by a slip of the pen.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { consonantKey, latinOf, scriptOf, soundKey } from '#modules/registry/index.ts'
import type { AskedWord } from './question.ts'
import { isSlip, slipsOf } from './slips.ts'

/** What an asked word stands for. */
export interface WordGroup {
  asked: AskedWord
  /** The word in other scripts, or words it may have been meant for. */
  others: readonly string[]
  /** What a frequent beginning is completed to, the most frequent words first; the others wait for more letters. */
  begun?: readonly string[] | undefined
  /** About how many documents hold one of them. */
  documents: number
}

const upTo = (prefix: string): string => `${prefix}\u{10ffff}`
const mostOthers = 8
/** Beginnings of more words than this are not summed up to the last one. */
const mostBegun = 5000
/** A beginning in more documents than this is asked for by its words: an index reads all of it before the first answer. */
const frequentBeginning = 20_000
const mostCompletions = 12

/** Frequency and other scripts of each word, in one query. */
export async function groupsOf(db: Db, words: readonly AskedWord[]): Promise<WordGroup[]> {
  if (words.length === 0) return []
  const asked = words.map(({ word, isCutOff }) => ({
    ...{ word, upto: isCutOff ? upTo(word) : word, isCutOff, latin: latinOf(word) },
    ...{ consonants: consonantKey(word), script: scriptOf(word) as string },
  }))
  const column = (name: keyof (typeof asked)[number]) => asked.map(one => one[name])
  const { rows } = await sql<{ documents: number; begun: string[]; others: Other[] }>`
    select least(w.documents, 2000000000)::int as documents, coalesce(w.begun, '{}') as begun, o.others
    from unnest(${column('word')}::text[], ${column('upto')}::text[], ${column('isCutOff')}::boolean[], ${column('latin')}::text[],
        ${column('consonants')}::text[], ${column('script')}::text[]) with ordinality as t(word, upto, cut, latin, consonants, script, n)
      cross join lateral (select coalesce(sum(documents), 0) as documents,
          (array_agg(word order by documents desc))[1:${mostCompletions}] as begun from (
        select word, documents from search_word where not t.cut and word = t.word
        union all
        (select word, documents from search_word where t.cut and word ~>=~ t.word and word ~<~ t.upto limit ${mostBegun})) found) w
      cross join lateral (select coalesce(jsonb_agg(alike), '[]') as others from (
        select word, documents from search_word
        where length(t.consonants) >= 3 and length(consonants) >= 3 and script <> t.script and consonants = t.consonants
          and (length(consonants) >= 5 or similarity(latin, t.latin) >= 0.4)
        order by similarity(latin, t.latin) desc, documents desc limit ${mostOthers}) alike) o
    order by t.n`.execute(db)
  return words.map((one, at) => {
    const others = rows[at]!.others.filter(other => soundsAlike(one.word, other.word))
    const documents = others.reduce((sum, other) => sum + other.documents, rows[at]!.documents)
    const begun = one.isCutOff && rows[at]!.documents > frequentBeginning ? rows[at]!.begun : undefined
    return { asked: one, others: others.map(other => other.word), begun, documents }
  })
}

interface Other {
  word: string
  documents: number
}

/** Scripts without short vowels are compared by consonants; of the others the vowels must agree too. */
function soundsAlike(one: string, other: string): boolean {
  const isUnvowelled = scriptOf(one) === 'unvowelled' || scriptOf(other) === 'unvowelled'
  return isUnvowelled || soundKey(one) === soundKey(other)
}

/** Shorter words are looked up by all slips there are, longer ones by what they have in common. */
const longWord = 7
const mostSlips = 12

/** The groups with words added that differ from the asked one by a slip of the pen; the same array when there are none. */
export async function withSlips(db: Db, groups: readonly WordGroup[]): Promise<readonly WordGroup[]> {
  const doubtful = groups.filter(({ asked }) => asked.word.length >= 4 && /\p{L}/u.test(asked.word))
  if (doubtful.length === 0) return groups
  const short = doubtful.filter(({ asked }) => asked.word.length < longWord)
  const long = doubtful.filter(({ asked }) => asked.word.length >= longWord)
  const slips = short.flatMap(({ asked }) => slipsOf(asked.word).map(word => ({ asked: asked.word, word })))
  const { rows } = await sql<{ asked: string; word: string; documents: number }>`
    select t.asked, w.word, w.documents from unnest(${slips.map(one => one.asked)}::text[], ${slips.map(one => one.word)}::text[]) as t(asked, word)
      join search_word w on w.word = t.word
    union all
    select t.asked, near.word, near.documents from unnest(${long.map(one => one.asked.word)}::text[], ${long.map(one => latinOf(one.asked.word))}::text[]) as t(asked, latin)
      cross join lateral (select word, documents from search_word where latin % t.latin and abs(length(word) - length(t.asked)) <= 3
        order by similarity(latin, t.latin) desc limit 60) near`.execute(db)
  const found = Map.groupBy(
    rows.filter(row => isSlip(row.asked, row.word)),
    row => row.asked,
  )
  if (found.size === 0) return groups
  return groups.map(group => {
    const near = (found.get(group.asked.word) ?? []).sort((a, b) => b.documents - a.documents).slice(0, mostSlips)
    return {
      ...group,
      others: [...new Set([...group.others, ...near.map(row => row.word)])],
      documents: group.documents + near.reduce((sum, row) => sum + row.documents, 0),
    }
  })
}

/** In how many documents one of these words stands, at most. */
export async function countDocumentsWith(db: Db, words: readonly string[]): Promise<number> {
  const { rows } = await sql<{ documents: number }>`
    select coalesce(sum(documents), 0) as documents from search_word where word = any(${[...words]}::text[])`.execute(
    db,
  )
  return Number(rows[0]!.documents)
}

/** Makes words known; how many documents hold them is counted at night. */
export async function noteWords(db: Db, words: ReadonlySet<string>): Promise<void> {
  const sorted = [...words].sort()
  for (let start = 0; start < sorted.length; start += 5000) {
    const some = sorted.slice(start, start + 5000)
    await sql`
      insert into search_word (word, documents, latin, consonants, script)
      select word, 1, latin, consonants, script from unnest(${some}::text[], ${some.map(latinOf)}::text[], ${some.map(consonantKey)}::text[],
        ${some.map(word => scriptOf(word) as string)}::text[]) as row(word, latin, consonants, script)
      on conflict (word) do nothing`.execute(db)
  }
}

/** Counts the documents of every word anew and forgets words that none holds any more. */
export async function countWords(db: Db): Promise<void> {
  await sql`
    with counted as materialized (select word, ndoc from ts_stat('select words from search_document') where word !~ '^\\^'),
      gone as (delete from search_word w where not exists (select 1 from counted c where c.word = w.word))
    update search_word w set documents = c.ndoc from counted c where c.word = w.word and w.documents <> c.ndoc`.execute(
    db,
  )
}
