// SQL of checks: the check itself, its parties, matches, verdicts and answers.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { Reach } from '#core/identity/actor.ts'
import type { ListEntry } from './lists/list-entry.ts'
import type { MatchEvidence, PartyFacts } from './matching/weigh-match.ts'
import type { ScreeningState } from './screening.states.ts'
import type { Level, NewsCode, PartyRole, Verdict } from './screening.terms.ts'

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

export interface PartyRow {
  id: string
  check_id: string
  party_key: string
  kind: 'person' | 'organisation'
  role: PartyRole
  organisation_id: string | null
  person_id: string | null
  name: string
  facts: PartyFacts
  hash: string
  left_at: string | null
}

/** Of an erased contact nothing is left. */
const factsOf = (facts: unknown): PartyFacts => ({
  ...{ kind: 'person', names: [], birthDates: [], countries: [], identifiers: [] },
  ...(facts as Partial<PartyFacts>),
})

export const listParties = async (db: Db, checkId: string): Promise<PartyRow[]> => {
  const rows = await db
    .selectFrom('screening_party')
    .selectAll()
    .where('check_id', '=', checkId)
    .orderBy('left_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, facts: factsOf(row.facts) }) as PartyRow)
}

export const findParty = (db: Db, id: string): Promise<PartyRow | undefined> =>
  db.selectFrom('screening_party').selectAll().where('id', '=', id).executeTakeFirst() as Promise<unknown> as Promise<
    PartyRow | undefined
  >

export async function writeParties(db: Db, rows: readonly PartyRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('screening_party')
    .values(rows.map(row => ({ ...row, facts: json(row.facts) })))
    .onConflict(c =>
      c.columns(['check_id', 'party_key']).doUpdateSet(eb => ({
        ...{ role: eb.ref('excluded.role'), organisation_id: eb.ref('excluded.organisation_id') },
        ...{ person_id: eb.ref('excluded.person_id'), name: eb.ref('excluded.name'), facts: eb.ref('excluded.facts') },
        ...{ hash: eb.ref('excluded.hash'), left_at: eb.ref('excluded.left_at') },
      })),
    )
    .execute()
}

export interface VerdictRow {
  id: string
  home_id: string
  party_key: string
  person_id: string | null
  entry_id: string
  entry_hash: string
  party_hash: string
  entry: ListEntry
  facts: PartyFacts
  verdict: Verdict
  reason: string
  mitigations: string | null
  decided_by: string | null
  decided_at: string
  expires_on: string
}

const currentVerdicts = (db: Db) => db.selectFrom('screening_verdict').selectAll().where('replaced_at', 'is', null)

/** What was last decided about the parties, for records of this home. */
export const listVerdicts = (db: Db, homeId: string, keys: readonly string[]): Promise<VerdictRow[]> =>
  currentVerdicts(db)
    .where('home_id', '=', homeId)
    .where('party_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute() as Promise<unknown[]> as Promise<VerdictRow[]>

/** The former one, if any, stays for the evidence. */
export async function writeVerdict(db: Db, row: VerdictRow): Promise<void> {
  await db
    .updateTable('screening_verdict')
    .set({ replaced_at: row.decided_at })
    .where('home_id', '=', row.home_id)
    .where('party_key', '=', row.party_key)
    .where('entry_id', '=', row.entry_id)
    .where('replaced_at', 'is', null)
    .execute()
  await db
    .insertInto('screening_verdict')
    .values({ ...row, entry: json(row.entry), facts: json(row.facts) })
    .execute()
}

export interface FactChange {
  of: 'entry' | 'party'
  field: string
  from: string
  to: string
}

const matches = (db: Db) =>
  db
    .selectFrom('screening_match as m')
    .innerJoin('screening_party as p', 'p.id', 'm.party_id')
    .innerJoin('screening_list as l', 'l.id', 'm.list_id')
    .leftJoin('screening_verdict as v', 'v.id', 'm.verdict_id')
    .leftJoin('auth_user as u', 'u.id', 'v.decided_by')
    .selectAll('m')
    .select(['p.name as party', 'p.party_key', 'p.person_id', 'p.hash as party_hash', 'p.facts', 'l.name as list'])
    .select([
      'v.verdict',
      'v.reason',
      'v.mitigations',
      'v.decided_at',
      'v.expires_on',
      'v.decided_by',
      'u.name as decider',
    ])

type RawMatch = Awaited<ReturnType<ReturnType<typeof matches>['execute']>>[number]
export type MatchRow = Omit<RawMatch, 'entry' | 'evidence' | 'changes' | 'facts' | 'verdict'> & {
  entry: ListEntry
  evidence: MatchEvidence[]
  changes: FactChange[]
  facts: PartyFacts
  verdict: Verdict | null
}

/** Those that are there first, the most alike first. */
export const listMatches = (db: Db, checkId: string): Promise<MatchRow[]> =>
  matches(db)
    .where('m.check_id', '=', checkId)
    .orderBy(sql`m.gone_at is not null`)
    .orderBy('m.score', 'desc')
    .orderBy('m.id')
    .execute() as Promise<unknown[]> as Promise<MatchRow[]>

export const findMatch = (db: Db, id: string): Promise<MatchRow | undefined> =>
  matches(db).where('m.id', '=', id).executeTakeFirst() as Promise<unknown> as Promise<MatchRow | undefined>

/** Matches of other checks of the home about the same party and entry, in the same words. */
export const sameMatches = (
  db: Db,
  one: Pick<VerdictRow, 'home_id' | 'party_key' | 'entry_id' | 'entry_hash' | 'party_hash'>,
): Promise<{ id: string; check_id: string }[]> =>
  db
    .selectFrom('screening_match as m')
    .innerJoin('screening_party as p', 'p.id', 'm.party_id')
    .innerJoin('screening_check as k', 'k.id', 'm.check_id')
    .select(['m.id', 'm.check_id'])
    .where('k.home_id', '=', one.home_id)
    .where('p.party_key', '=', one.party_key)
    .where('p.hash', '=', one.party_hash)
    .where('m.entry_id', '=', one.entry_id)
    .where('m.entry_hash', '=', one.entry_hash)
    .where('m.gone_at', 'is', null)
    .execute()

export const setVerdict = async (db: Db, matchIds: readonly string[], verdictId: string): Promise<void> => {
  await db
    .updateTable('screening_match')
    .set({ verdict_id: verdictId, changes: json([]) })
    .where('id', '=', sql<string>`any(${[...matchIds]}::uuid[])`)
    .execute()
}

export interface NewMatch {
  id: string
  check_id: string
  party_id: string
  list_id: string
  entry_id: string
  entry_hash: string
  entry: ListEntry
  name: string
  score: string
  evidence: MatchEvidence[]
  verdict_id: string | null
  changes: FactChange[]
  found_at: string
}

export async function writeMatches(db: Db, rows: readonly NewMatch[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('screening_match')
    .values(
      rows.map(row => ({
        ...row,
        ...{ entry: json(row.entry), evidence: json(row.evidence), changes: json(row.changes), gone_at: null },
      })),
    )
    .onConflict(c =>
      c.columns(['check_id', 'party_id', 'entry_id']).doUpdateSet(eb => ({
        ...{
          entry_hash: eb.ref('excluded.entry_hash'),
          entry: eb.ref('excluded.entry'),
          name: eb.ref('excluded.name'),
        },
        ...{ score: eb.ref('excluded.score'), evidence: eb.ref('excluded.evidence'), gone_at: null },
        ...{ verdict_id: eb.ref('excluded.verdict_id'), changes: eb.ref('excluded.changes') },
      })),
    )
    .execute()
}

export async function markGone(db: Db, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('screening_match')
    .set({ gone_at: at })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

export interface AnswerRow {
  id: string
  questionnaire: number
  content: unknown
  answers: Record<string, string | string[]>
  answered_at: string
  answerer: string | null
}

/** The answers that count. */
export const lastAnswers = (db: Db, checkId: string): Promise<AnswerRow | undefined> =>
  db
    .selectFrom('screening_answer as a')
    .leftJoin('auth_user as u', 'u.id', 'a.answered_by')
    .select(['a.id', 'a.questionnaire', 'a.content', 'a.answers', 'a.answered_at', 'u.name as answerer'])
    .where('a.check_id', '=', checkId)
    .orderBy('a.answered_at', 'desc')
    .orderBy('a.id', 'desc')
    .executeTakeFirst() as Promise<unknown> as Promise<AnswerRow | undefined>

export async function insertAnswers(
  db: Db,
  row: {
    id: string
    check_id: string
    questionnaire: number
    content: object
    answers: object
    answered_by: string | null
    answered_at: string
  },
): Promise<void> {
  await db
    .insertInto('screening_answer')
    .values({ ...row, content: json(row.content), answers: json(row.answers) })
    .execute()
}

/** The questionnaire in use; undefined while none was changed here. */
export const currentQuestionnaire = (db: Db): Promise<{ number: number; content: unknown } | undefined> =>
  db.selectFrom('screening_questionnaire').select(['number', 'content']).orderBy('number', 'desc').executeTakeFirst()

export async function insertQuestionnaire(
  db: Db,
  row: { id: string; number: number; content: object; made_by: string | null; made_at: string },
): Promise<void> {
  await db
    .insertInto('screening_questionnaire')
    .values({ ...row, content: json(row.content) })
    .execute()
}
