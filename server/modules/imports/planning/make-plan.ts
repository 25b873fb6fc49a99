// Makes the whole plan of a file: table, meanings, partners, records that exist already. Writes nothing.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listVisibleAgreements, similarAgreements } from '#modules/agreements/index.ts'
import type { OrganisationResolver } from '#modules/registry/index.ts'
import type { Totals } from '../import.contract.ts'
import { doubt } from '../meaning/doubt.ts'
import type { SourceFile } from '../reading/source-table.ts'
import { datesOf, type RowContext } from '../writing/agreement-of-row.ts'
import { judgeRows } from './judge-rows.ts'
import { matchExported } from './match-exported.ts'
import { matchPartners } from './match-partners.ts'
import { fingerprintOf, matchPrevious, type WrittenRow } from './match-previous.ts'
import { openTable } from './open-table.ts'
import type { PlannedPartner, PlannedRow, RowDecisions, TablePlan } from './plan.ts'
import { planTable, type TableChoices } from './plan-table.ts'

export type Phase = 'reading' | 'understanding' | 'partners' | 'comparing' | 'saving'

export interface PlanInput {
  file: SourceFile
  choice: { sheet?: string | null; headerRow?: number | null }
  table: Omit<TableChoices, 'header' | 'pause'>
  /** What people decided before, by row number and by partner key. */
  decidedRows?: ReadonlyMap<number, { fingerprint: string; decisions: RowDecisions }>
  decidedPartners?: ReadonlyMap<string, PlannedPartner>
  /** Null plans without records: nothing exists yet. */
  records: { db: Db; reader: Actor; homeId: string; written: readonly WrittenRow[] } | null
  resolver: OrganisationResolver
  defaultKind: string | null
  /** Told how far it is; throws to stop the work. */
  pause?: (phase: Phase, done: number, total: number) => Promise<void>
}

/** Plans a file. Deterministic: the same file, choices and records give the same plan. */
export async function makePlan(input: PlanInput): Promise<TablePlan> {
  const { table, header, ids } = openTable(input.file, input.choice)
  const pauseIn = (phase: Phase) => (done: number, total: number) =>
    input.pause?.(phase, done, total) ?? Promise.resolve()
  const plan = await planTable(table, header, { ...input.table, header, pause: pauseIn('understanding') })
  if (ids) plan.exported = true
  for (const row of plan.rows) row.fingerprint = fingerprintOf(row)
  keepDecisions(plan, input)
  await matchPartners(plan.partners, input.resolver, pauseIn('partners'))
  const partners = new Map(plan.partners.map(partner => [partner.key, partner]))
  if (input.records && plan.listKind === 'agreements') noteOwnSide(plan.rows, partners, input.records.homeId)
  await input.pause?.('comparing', 0, plan.rows.length)
  if (input.records && plan.listKind === 'agreements') {
    const context = contextFor(input.records.homeId, partners, input.defaultKind)
    if (ids) await matchExported(plan, ids, { ...input.records, context, today: input.table.today })
    matchPrevious(plan.rows, input.records.written, context)
    await noteSimilar(plan.rows, input.records, partners)
  }
  judgeRows(plan.rows, partners)
  return plan
}

/** Which organisations a row speaks of, as far as they are known before writing. */
export function contextFor(
  homeId: string,
  partners: ReadonlyMap<string, PlannedPartner>,
  defaultKind: string | null,
): RowContext {
  return {
    homeId,
    homeUnitId: null,
    defaultKind,
    organisationsOf: key => {
      const organisationId = partners.get(key)?.organisationId
      return organisationId ? [{ organisationId }] : []
    },
  }
}

/** A row that names nobody but the home organisation says nothing about the other side. */
function noteOwnSide(rows: readonly PlannedRow[], partners: ReadonlyMap<string, PlannedPartner>, homeId: string): void {
  for (const { understood } of rows) {
    const named = understood.partnerKeys.map(key => partners.get(key))
    if (named.length === 0 || named.some(one => one?.organisationId !== homeId)) continue
    const [first] = understood.partners
    understood.doubts.push(doubt('partner_is_home', { value: first!.input }, first!.column))
  }
}

function keepDecisions(plan: TablePlan, { decidedRows, decidedPartners }: PlanInput): void {
  for (const row of plan.rows) {
    const before = decidedRows?.get(row.row)
    if (before?.fingerprint === row.fingerprint) row.decisions = before.decisions
  }
  for (const partner of plan.partners) {
    const before = decidedPartners?.get(partner.key)
    if (!before?.decision) continue
    partner.decision = before.decision
    partner.outcome = before.outcome
    partner.organisationId = before.organisationId
    if (before.hints.parts) partner.hints.parts = before.hints.parts
  }
}

/** Looks for records that seem the same as a new row: same partner and kind with overlapping dates, or same number. */
async function noteSimilar(
  rows: readonly PlannedRow[],
  records: NonNullable<PlanInput['records']>,
  partners: ReadonlyMap<string, PlannedPartner>,
): Promise<void> {
  const probes = rows
    .filter(row => row.existingId === null && row.understood.skipped === undefined)
    .map(row => {
      const dates = datesOf(row)
      return {
        key: String(row.row),
        homeId: records.homeId,
        partnerIds: row.understood.partnerKeys.map(key => partners.get(key)?.organisationId).filter(id => id != null),
        kinds: row.understood.kinds,
        from: dates.inForce?.on ?? dates.signed?.on ?? null,
        until: dates.expires?.on ?? null,
        number: row.understood.number ?? null,
      }
    })
  const ours = new Set(records.written.map(one => one.recordId))
  const matches = await similarAgreements(records.db, probes)
  const seen = await listVisibleAgreements(
    records.db,
    records.reader,
    [...matches.values()].flat().map(match => match.agreementId),
  )
  const visible = new Set(seen.map(row => row.id))
  for (const row of rows)
    row.understood.similar = (matches.get(String(row.row)) ?? [])
      .filter(match => visible.has(match.agreementId) && !ours.has(match.agreementId))
      .filter(match => match.sameNumber || (match.sameKind && match.overlapping))
      .slice(0, 5)
      .map(match => ({
        agreementId: match.agreementId,
        code: match.sameNumber ? ('same_number' as const) : ('same_partner_and_time' as const),
        values: {},
      }))
}

export function totalsOf(rows: readonly PlannedRow[], partners: readonly PlannedPartner[]): Totals {
  const count = (test: (row: PlannedRow) => boolean) => rows.filter(test).length
  const partnersThat = (outcome: string) => partners.filter(partner => partner.outcome === outcome).length
  return {
    rows: rows.length,
    ready: count(row => row.status === 'ready'),
    doubtful: count(row => row.status === 'doubtful'),
    error: count(row => row.status === 'error'),
    skipped: count(row => row.status === 'skipped'),
    create: count(row => row.outcome === 'create'),
    update: count(row => row.outcome === 'update'),
    same: count(row => row.outcome === 'same'),
    partners: partners.length,
    partnersMatched: partnersThat('matched'),
    partnersDoubtful: partnersThat('doubtful') + partnersThat('several'),
    partnersNew: partnersThat('new'),
    commitments: rows.reduce((sum, row) => sum + row.understood.commitments.length, 0),
  }
}
