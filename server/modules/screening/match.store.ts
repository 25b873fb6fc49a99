// SQL of what a check found: its parties, what they are like on lists, and what people decided about it.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { ListEntry } from './lists/list-entry.ts'
import type { MatchEvidence, PartyFacts } from './matching/weigh-match.ts'
import type { PartyRole, Verdict } from './screening.terms.ts'

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
