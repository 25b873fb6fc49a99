// Keeps reminder rules: for all homes, and of a home its own.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { type DateKind, dateKinds, type Reminded, type ReminderRule, usualRules } from './reminder.terms.ts'

export interface StoredRule extends ReminderRule {
  homeId: string | null
  kind: DateKind
  /** Null for the usual rule, which nobody set. */
  setBy: { id: string; name: string } | null
  setAt: string | null
}

export async function listRules(db: Db): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('reminder_rule as r')
    .leftJoin('auth_user as u', 'u.id', 'r.set_by_id')
    .select(['r.home_id', 'r.date_kind', 'r.days', 'r.who', 'r.set_at', 'r.set_by_id', 'u.name'])
    .execute()
  return rows.map(row => ({
    ...{ homeId: row.home_id, kind: row.date_kind as DateKind, days: row.days, who: row.who as Reminded[] },
    ...{ setBy: { id: row.set_by_id ?? '', name: row.name ?? '' }, setAt: row.set_at },
  }))
}

/** The rule that holds for a kind of date in a home, or for all homes: its own, the general one, the usual one. */
export function ruleFor(rules: readonly StoredRule[], kind: DateKind, homeId: string | null): StoredRule {
  const ofKind = rules.filter(rule => rule.kind === kind)
  return (
    ofKind.find(rule => rule.homeId === homeId) ??
    ofKind.find(rule => rule.homeId === null) ?? { homeId: null, kind, ...usualRules[kind], setBy: null, setAt: null }
  )
}

/** Who may need the furthest look ahead. */
export const furthestOf = (rules: readonly StoredRule[]): number =>
  Math.max(0, ...rules.flatMap(rule => rule.days), ...dateKinds.flatMap(kind => usualRules[kind].days))

export async function putRule(
  db: Db,
  { homeId, kind, days, who }: Pick<StoredRule, 'homeId' | 'kind' | 'days' | 'who'>,
  setById: string | null,
  setAt: string,
): Promise<void> {
  await dropRule(db, homeId, kind)
  await db
    .insertInto('reminder_rule')
    .values({ home_id: homeId, date_kind: kind, days: [...days], who: [...who], set_by_id: setById, set_at: setAt })
    .execute()
}

export async function dropRule(db: Db, homeId: string | null, kind: DateKind): Promise<void> {
  await sql`delete from reminder_rule where home_id is not distinct from ${homeId}::uuid and date_kind = ${kind}`.execute(
    db,
  )
}

export async function listHomes(
  db: Db,
): Promise<{ id: string; name: string; names: Record<string, string>; country: string | null }[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'names', 'country'])
    .where('home', '=', true)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, names: row.names as Record<string, string> }))
}

/** Names of people as they are called now. */
export async function namesOf(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const rows = await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', userIds).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
