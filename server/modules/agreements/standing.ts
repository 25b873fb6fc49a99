// Judges agreements by the ledger: pulse with reasons, promises kept and broken, last entry. Kept on each agreement.
import type { Db } from '#core/database/connect.ts'
import {
  isBrokenLately,
  type Judged,
  judgeCommitments,
  type Pulse,
  type PulseAgreement,
  type PulseFacts,
  type PulseSettings,
  pulse,
  readPulseSettings,
  type StoredCommitment,
  summarise,
} from '#modules/ledger/index.ts'
import type { AgreementState } from './agreement.states.ts'
import type { AgreementRow, BriefAgreement } from './agreement.store.ts'
import { termFactsOf } from './agreement-record.store.ts'
import { termOf } from './agreement-term.ts'
import {
  type ActivityRow,
  activityOfAgreements,
  type BalanceRow,
  balancesOfAgreements,
  listForStanding,
  pagesOfAgreementIds,
  type Standing,
  writeStandings,
} from './standing.store.ts'

/** Stands for the start of an agreement in force of which no date is known: long before anything is judged. */
export const unknownStart = '1000-01-01'

const pendingOrOut = new Set<AgreementState>([
  ...(['inquiry', 'duplicate_check', 'due_diligence', 'drafting', 'internal_review', 'partner_review'] as const),
  ...(['external_clearance', 'approved_to_sign', 'out_for_signature', 'signed_by_one'] as const),
  ...(['declined', 'withdrawn', 'never_concluded'] as const),
])

/** Whether an agreement was ever concluded, so that its liveliness can be judged. */
export const isJudged = (row: Pick<AgreementRow, 'state' | 'removed_at'>): boolean =>
  row.removed_at === null && !pendingOrOut.has(row.state as AgreementState)

const isOver = (state: AgreementState) => state === 'expired' || state === 'terminated' || state === 'superseded'

/** The term of an agreement as the pulse sees it. */
export function pulseAgreementOf(
  row: BriefAgreement,
  today: Temporal.PlainDate,
  lastEntryOn: string | null,
): PulseAgreement {
  const term = termOf(termFactsOf(row), today)
  const yesterday = today.subtract({ days: 1 }).toString()
  let until = term.effectiveEnd ?? row.ended_on
  // An agreement that is over has ended, even when nobody knows the day.
  if (isOver(term.state) && term.noticeRunningUntil === null && (until === null || until > yesterday)) until = yesterday
  const begun = row.state === 'renewal_in_progress' || row.renewal_begun_on !== null
  return {
    id: row.id,
    inForceFrom: row.in_force_on ?? row.signed_on ?? row.approved_on ?? unknownStart,
    inForceUntil: until,
    renewal: row.renewal === 'automatic' ? 'automatic' : begun ? 'begun' : 'none',
    lastEntryOn,
  }
}

/** The fulfilment of the commitments of agreements, by agreement. */
export async function fulfilmentsOf(
  db: Db,
  agreementIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Map<string, Judged[]>> {
  if (agreementIds.length === 0) return new Map()
  return Map.groupBy(await judgeCommitments(db, agreementIds, today), one => one.commitment.sourceId)
}

const hasSinglePeriod = ({ period }: StoredCommitment) => period.kind === 'once' || period.kind === 'whole_term'

/** The part of the facts that commitments give. */
export function promiseFacts(
  judged: readonly Judged[],
  settings: PulseSettings,
): Pick<PulseFacts, 'brokenCommitments' | 'neverStarted'> {
  const active = judged.filter(one => one.commitment.state === 'active')
  return {
    brokenCommitments: active
      .filter(one => isBrokenLately(one.fulfilment, hasSinglePeriod(one.commitment), settings.brokenPeriods))
      .map(one => ({ id: one.commitment.id, agreementId: one.commitment.agreementId })),
    neverStarted: active.filter(one => one.fulfilment.isNeverStarted).length,
  }
}

/** The part of the facts that entries give. */
export const activityFacts = (row: Omit<ActivityRow, 'key'> | undefined) => ({
  confirmedByMonth: row?.months ?? {},
  lastConfirmedOn: row?.last_confirmed_on ?? null,
  lastEntryOn: row?.last_entry_on ?? null,
  nextEntryOn: row?.next_entry_on ?? null,
  unconfirmed: row?.unconfirmed ?? 0,
})

/** Balances of confirmed flows; the tolerance is the installation's. */
export const balanceFacts = (rows: readonly BalanceRow[], agreementId: string | null): PulseFacts['balances'] =>
  rows.map(({ unit, currency, balance }) => ({
    ...{
      unit: unit as PulseFacts['balances'][number]['unit'],
      currency: currency || null,
      agreementId,
      balance,
      tolerance: null,
    },
  }))

/** The window of the balance: whole months up to this one. */
export const balanceWindow = (settings: PulseSettings, today: Temporal.PlainDate) => ({
  from: today.subtract({ months: settings.balanceMonths }).with({ day: 1 }).toString(),
  until: today.toString(),
})

async function balancesFor(db: Db, ids: readonly string[], settings: PulseSettings, today: Temporal.PlainDate) {
  if (settings.balanceTolerance === null) return new Map<string, BalanceRow[]>()
  const { from, until } = balanceWindow(settings, today)
  return Map.groupBy(await balancesOfAgreements(db, ids, from, until), row => row.key)
}

/** What the ledger says of agreements on a day; nothing is kept. */
export async function judge(
  db: Db,
  rows: readonly AgreementRow[],
  settings: PulseSettings,
  today: Temporal.PlainDate,
): Promise<Standing[]> {
  const ids = rows.map(row => row.id)
  const activity = await activityOfAgreements(db, ids, today.toString())
  const promises = await fulfilmentsOf(db, ids, today)
  const balances = await balancesFor(db, ids, settings, today)
  return rows.map(row => {
    const judged = promises.get(row.id) ?? []
    const entries = activityFacts(activity.get(row.id))
    const { counts } = summarise(judged.map(one => one.fulfilment))
    const facts: PulseFacts = {
      ...entries,
      ...promiseFacts(judged, settings),
      agreements: [pulseAgreementOf(row, today, entries.lastEntryOn)],
      balances: balanceFacts(balances.get(row.id) ?? [], row.id),
    }
    const result: Pulse | null = isJudged(row) ? pulse(facts, settings, today) : null
    return {
      id: row.id,
      pulse: result?.status ?? null,
      pulse_details: result,
      last_entry_on: entries.lastConfirmedOn,
      commitment_count: judged.length,
      kept_count: counts.kept ?? 0,
      partly_kept_count: counts.partly_kept ?? 0,
      broken_count: counts.broken ?? 0,
    }
  })
}

const atOnce = 2000

/** Judges agreements anew and keeps the result; the number of queries depends on thousands of agreements only. */
export async function refreshStandings(db: Db, ids: readonly string[], today: Temporal.PlainDate): Promise<void> {
  if (ids.length === 0) return
  const settings = await readPulseSettings(db)
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await listForStanding(db, ids.slice(start, start + atOnce))
    await writeStandings(db, await judge(db, rows, settings, today), today.toString())
  }
}

/** Judges every agreement anew: the date has moved. */
export async function refreshAllStandings(db: Db, today: Temporal.PlainDate, signal?: AbortSignal): Promise<number> {
  let count = 0
  for await (const ids of pagesOfAgreementIds(db, atOnce)) {
    if (signal?.aborted) break
    await refreshStandings(db, ids, today)
    count += ids.length
  }
  return count
}

/** Agreements whose kept judgement differs from a fresh one; for the doctor. */
export async function findStaleStandings(db: Db, today: Temporal.PlainDate): Promise<string[]> {
  const settings = await readPulseSettings(db)
  const stale: string[] = []
  for await (const ids of pagesOfAgreementIds(db, atOnce)) {
    const rows = (await listForStanding(db, ids)).filter(row => row.pulse_on === today.toString())
    const fresh = new Map((await judge(db, rows, settings, today)).map(one => [one.id, one]))
    for (const row of rows) {
      const now = fresh.get(row.id)!
      const kept = [row.last_entry_on, row.commitment_count, row.kept_count, row.partly_kept_count, row.broken_count]
      const counted = [now.last_entry_on, now.commitment_count, now.kept_count, now.partly_kept_count, now.broken_count]
      if (row.pulse !== now.pulse || kept.some((value, index) => value !== counted[index])) stale.push(row.id)
    }
  }
  return stale
}
