// Personal values under seal: events hold the seal, which stays; the value is kept apart and can be erased.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from './database/connect.ts'

const prefix = 'sealed:'

export interface PersonalValue {
  /** The account or contact that the value is about, where that is known. */
  personId: string | null
  value: unknown
}

export const isSeal = (value: unknown): value is string =>
  typeof value === 'string' && value.length === prefix.length + 64 && value.startsWith(prefix)

const sealOf = (salt: string, text: string): string =>
  prefix + createHash('sha256').update(salt).update(text).digest('hex')

const keyOf = (personId: string | null, text: string) => `${personId ?? ''} ${text}`

const batch = 2000

/**
 * Seals values; the same value of the same person gets the seal that it has. Answers the seal of each, in order.
 * `text` of a value is its JSON with sorted keys.
 */
export async function sealAll(
  db: Db,
  values: readonly PersonalValue[],
  text: (value: unknown) => string,
): Promise<string[]> {
  const wanted = new Map(values.map(one => [keyOf(one.personId, text(one.value)), one]))
  const seals = await knownSeals(db, [...wanted.values()], text)
  const fresh = [...wanted].filter(([key]) => !seals.has(key))
  const rows = fresh.map(([key, { personId, value }]) => {
    const salt = randomBytes(16).toString('base64url')
    const seal = sealOf(salt, text(value))
    seals.set(key, seal)
    return { seal, person_id: personId, salt, value: json(value) }
  })
  for (let start = 0; start < rows.length; start += batch)
    await db
      .insertInto('sealed_value')
      .values(rows.slice(start, start + batch))
      .execute()
  return values.map(one => seals.get(keyOf(one.personId, text(one.value)))!)
}

/** Only texts are looked up, such as names that come again with every event; lists are sealed anew. */
async function knownSeals(
  db: Db,
  values: readonly PersonalValue[],
  text: (value: unknown) => string,
): Promise<Map<string, string>> {
  const texts = values.filter(one => typeof one.value === 'string')
  if (texts.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string | null; value: string; seal: string }>`
    select distinct on (v.person_id, v.value) v.person_id, v.value, v.seal
    from unnest(${texts.map(one => one.personId)}::text[], ${texts.map(one => JSON.stringify(one.value))}::text[]) as w (person_id, value)
    join sealed_value v on v.person_id = w.person_id and md5(v.value::text) = md5(w.value::jsonb::text) and v.value = w.value::jsonb`.execute(
    db,
  )
  return new Map(rows.map(row => [keyOf(row.person_id, text(row.value)), row.seal]))
}

/** The values under those of the seals that are not erased; also tells those that do not fit their seal any more. */
export async function openSeals(
  db: Db,
  seals: readonly string[],
  text: (value: unknown) => string,
): Promise<{ values: Map<string, unknown>; broken: Set<string> }> {
  const values = new Map<string, unknown>()
  const broken = new Set<string>()
  if (seals.length === 0) return { values, broken }
  const rows = await db
    .selectFrom('sealed_value')
    .select(['seal', 'salt', 'value'])
    .where('seal', '=', sql<string>`any(${[...new Set(seals)]})`)
    .execute()
  for (const { seal, salt, value } of rows) {
    values.set(seal, value)
    if (sealOf(salt, text(value)) !== seal) broken.add(seal)
  }
  return { values, broken }
}

/**
 * Erases for good what is under seal about a person, and whatever under seal names them by one of these words, or begins
 * with one of the beginnings, which may be short.
 * The seals stay in the events, so the chain still holds. Answers how many values went.
 */
export async function eraseSeals(
  db: Db,
  personId: string,
  words: readonly string[],
  beginnings: readonly string[] = [],
): Promise<number> {
  const parts = [...new Set(words.map(word => word.trim()).filter(word => word.length >= 4))]
  const pattern = (word: string) =>
    JSON.stringify(word)
      .slice(1, -1)
      .replace(/[\\%_]/g, '\\$&')
  const inside = [...parts.map(word => `%${pattern(word)}%`), ...beginnings.map(word => `"${pattern(word)}%`)]
  const { numAffectedRows } = await sql`delete from sealed_value where person_id = ${personId}
    or (person_id is null and value::text like any (${inside}::text[]))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
