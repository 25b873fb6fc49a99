// SQL of checks themselves: where they stand, whom they concern, which of them wait to be compared again.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { Reach } from '#core/identity/actor.ts'
import type { ScreeningState } from './screening.states.ts'
import type { Level, NewsCode } from './screening.terms.ts'

/** A list as a check was compared with it. */
export interface UsedList {
  id: string
  name: string
  versionId: string
  number: number
  sha256: string
  publishedOn: string | null
  loadedAt: string
}
export interface News {
  code: NewsCode
  values: Record<string, string | number>
}
export interface RatingReason {
  level: Level
  code: string | null
  values: Record<string, string>
  /** Of a rule of the questionnaire. */
  text: Record<string, string> | null
}

const checks = (db: Db) =>
  db
    .selectFrom('screening_check as k')
    .leftJoin('auth_user as u', 'u.id', 'k.owner_id')
    .leftJoin('auth_user as c', 'c.id', 'k.concluded_by')
    .selectAll('k')
    .select(['u.name as owner', 'c.name as concluder'])

type Raw = Awaited<ReturnType<ReturnType<typeof checks>['execute']>>[number]
export type CheckRow = Omit<Raw, 'state' | 'lists' | 'rating' | 'rating_reasons' | 'news'> & {
  state: ScreeningState
  lists: UsedList[]
  rating: Level | null
  rating_reasons: RatingReason[]
  news: News[]
}
const typed = (row: Raw): CheckRow => row as CheckRow

export async function findCheck(db: Db, id: string): Promise<CheckRow | undefined> {
  const row = await checks(db).where('k.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export const checksById = async (db: Db, ids: readonly string[]): Promise<CheckRow[]> =>
  ids.length === 0
    ? []
    : (
        await checks(db)
          .where('k.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
          .execute()
      ).map(typed)

export async function lockCheck(db: Db, id: string): Promise<CheckRow | undefined> {
  const row = await checks(db).where('k.id', '=', id).forUpdate('k').executeTakeFirst()
  return row && typed(row)
}

export async function findCheckOf(db: Db, subject: string, subjectId: string): Promise<CheckRow | undefined> {
  const row = await checks(db).where('k.subject', '=', subject).where('k.subject_id', '=', subjectId).executeTakeFirst()
  return row && typed(row)
}

/** So many are looked through for a list. */
export const mostChecks = 5000

export async function listChecks(
  db: Db,
  reach: Reach,
  filter: { states?: readonly ScreeningState[] | undefined; ownerId?: string | undefined },
): Promise<CheckRow[]> {
  const rows = await checks(db)
    .$if(reach !== 'everywhere', q =>
      q.where(eb =>
        eb.or([
          eb('k.home_id', '=', sql<string>`any(${[...(reach as ReadonlySet<string>)]}::uuid[])`),
          eb('k.unit_id', '=', sql<string>`any(${[...(reach as ReadonlySet<string>)]}::uuid[])`),
        ]),
      ),
    )
    .$if(filter.states !== undefined, q =>
      q.where('k.state', '=', sql<string>`any(${[...(filter.states ?? [])]}::text[])`),
    )
    .$if(filter.ownerId !== undefined, q => q.where('k.owner_id', '=', filter.ownerId!))
    .orderBy('k.state_since', 'desc')
    .orderBy('k.id')
    .limit(mostChecks)
    .execute()
  return rows.map(typed)
}

/** Checks that a new version of a list, or time, may move. */
export const idsToCompare = async (db: Db): Promise<string[]> =>
  (
    await db
      .selectFrom('screening_check')
      .select('id')
      .where('state', '<>', 'refused')
      .orderBy('screened_at')
      .orderBy('id')
      .execute()
  ).map(row => row.id)

/** Checks in which one of the organisations or contacts takes part now. */
export const idsWithParty = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (
    await db
      .selectFrom('screening_party as p')
      .innerJoin('screening_check as k', 'k.id', 'p.check_id')
      .select('k.id')
      .distinct()
      .where('k.state', '<>', 'refused')
      .where('p.left_at', 'is', null)
      .where(eb =>
        eb.or([
          eb('p.organisation_id', '=', sql<string>`any(${[...ids]}::uuid[])`),
          eb('p.person_id', '=', sql<string>`any(${[...ids]}::uuid[])`),
        ]),
      )
      .execute()
  ).map(row => row.id)

/** Cleared ones whose validity is over, and those with a verdict that has run out. */
export const idsDue = async (db: Db, today: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select k.id from screening_check k where k.state in ('cleared', 'conditional') and k.valid_to < ${today}::date
    union select m.check_id from screening_match m join screening_verdict v on v.id = m.verdict_id
      join screening_check k on k.id = m.check_id
    where m.gone_at is null and v.expires_on < ${today}::date and k.state not in ('refused', 'possible_match')`.execute(
    db,
  )
  return rows.map(row => row.id)
}

export async function insertCheck(
  db: Db,
  check: {
    id: string
    homeId: string
    unitId: string | null
    subject: string
    subjectId: string
    ownerId: string | null
    at: string
  },
): Promise<void> {
  await db
    .insertInto('screening_check')
    .values({
      ...{ id: check.id, home_id: check.homeId, unit_id: check.unitId, subject: check.subject },
      ...{ subject_id: check.subjectId, state: 'registered', state_since: check.at, owner_id: check.ownerId },
      ...{ created_by: check.ownerId, created_at: check.at },
    })
    .execute()
}

export interface CheckChange {
  state?: ScreeningState
  state_since?: string
  owner_id?: string | null
  screened_at?: string
  lists?: readonly UsedList[]
  open_matches?: number
  rating?: Level | null
  rating_reasons?: readonly RatingReason[]
  rating_note?: string | null
  conditions?: string | null
  valid_to?: string | null
  escalated_by?: string | null
  concluded_by?: string | null
  concluded_at?: string | null
  news?: readonly News[]
}

export async function updateCheck(db: Db, id: string, change: CheckChange): Promise<void> {
  const { lists, rating_reasons, news, ...rest } = change
  await db
    .updateTable('screening_check')
    .set({
      ...rest,
      ...(lists && { lists: json(lists) }),
      ...(rating_reasons && { rating_reasons: json(rating_reasons) }),
      ...(news && { news: json(news) }),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}
