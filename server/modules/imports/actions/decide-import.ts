// What a person corrects in a plan: meanings of columns, single rows, partners. The effect is shown at once.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { decideName, findOrganisations } from '#modules/registry/index.ts'
import { UnknownMeaning, UnknownOrganisation, WrongState } from '../import.errors.ts'
import { ImportDecided, type ImportDecision, ImportMapped } from '../import.events.ts'
import { canImport } from '../import.policy.ts'
import {
  lockRun,
  type RunHeader,
  type RunOptions,
  rememberMapping,
  type StoredRun,
  updateRun,
} from '../import.store.ts'
import { countOutcomes, listPartners, updatePartner } from '../import-partner.store.ts'
import { findRow, listRows, updateRows } from '../import-row.store.ts'
import type { ColumnOptions } from '../meaning/column-options.ts'
import { judgeRows } from '../planning/judge-rows.ts'
import type { PlannedPartner, RowDecisions } from '../planning/plan.ts'
import { isMeaning } from '../planning/plan-table.ts'
import { planJob } from './start-import.ts'

/** The run, locked, in one of the states in which this may be done. */
export async function lockOwnRun(ctx: ActionContext, id: string, ...states: StoredRun['state'][]): Promise<StoredRun> {
  const run = found(await lockRun(ctx.db, ctx.actor, id))
  ensure(canImport(ctx.actor, run.homeId))
  if (!states.includes(run.state)) throw new Refusal(WrongState, { state: run.state })
  return run
}

export interface MappingInput {
  id: string
  version: number
  sheet?: string | undefined
  headerRow?: number | undefined
  listKind?: StoredRun['listKind'] | undefined
  columns?: { index: number; meaning: string; options?: Record<string, unknown> | undefined }[] | undefined
  options?: { [K in keyof RunOptions]?: RunOptions[K] | undefined } | undefined
}

/** Another sheet or header starts over from guesses; changed meanings are kept and remembered for the next file. */
export const changeMapping = defineAction({
  name: 'change-import-mapping',
  async run(ctx: ActionContext, input: MappingInput): Promise<void> {
    const run = await lockOwnRun(ctx, input.id, 'planned', 'mapping', 'failed')
    if (run.version !== input.version) throw new Refusal(StaleVersion)
    const wrong = (input.columns ?? []).filter(column => !isMeaning(column.meaning))
    if (wrong.length > 0) throw new Refusal(UnknownMeaning)
    const elsewhere =
      (input.sheet ?? run.sheet) !== run.sheet || (input.headerRow ?? run.header?.headerRow) !== run.header?.headerRow
    const given = new Map((input.columns ?? []).map(column => [column.index, column]))
    const columns = elsewhere
      ? []
      : run.columns.map(column => {
          const said = given.get(column.index)
          return said
            ? {
                ...column,
                meaning: said.meaning,
                options: { ...column.options, ...(said.options as ColumnOptions | undefined) },
              }
            : column
        })
    const options = { ...run.options, ...definedOf(input.options ?? {}) }
    const listKind = input.listKind ?? run.listKind
    await updateRun(ctx.db, run.id, {
      state: 'planning',
      listKind,
      options,
      columns,
      failure: null,
      sheet: input.sheet ?? run.sheet,
      header: elsewhere ? chosenHeader(input.headerRow) : run.header,
    })
    if (!elsewhere && given.size > 0 && run.header)
      await rememberMapping(ctx.db, {
        id: newId(),
        homeId: run.homeId,
        signature: run.header.signature,
        listKind,
        columns,
      })
    ctx.record(ImportMapped, { subjectId: run.id, homeId: run.homeId, data: { file: run.fileName } })
    ctx.enqueue(planJob, { runId: run.id }, { singletonKey: run.id })
  },
})

/** Only the row was chosen; the rest follows from the next plan. */
const chosenHeader = (headerRow: number | undefined): RunHeader | null =>
  headerRow === undefined ? null : { headerRow, headerRows: 1, firstDataRow: 0, lastDataRow: 0, signature: '' }

const definedOf = <T extends object>(values: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

export interface RowInput extends Omit<RowDecisions, 'commitments'> {
  id: string
  row: number
  commitments?: { key: string; accepted: boolean }[]
}

export const decideRow = defineAction({
  name: 'decide-import-row',
  async run(ctx: ActionContext, { id, row: number, commitments, ...decisions }: RowInput): Promise<void> {
    const run = await lockOwnRun(ctx, id, 'planned')
    const row = found(await findRow(ctx.db, id, number))
    row.decisions = {
      ...row.decisions,
      ...definedOf(decisions),
      ...(commitments && {
        commitments: {
          ...row.decisions.commitments,
          ...Object.fromEntries(commitments.map(one => [one.key, one.accepted])),
        },
      }),
    }
    const partners = await listPartners(ctx.db, id, { keys: row.understood.partnerKeys })
    judgeRows([row], new Map(partners.items.map(partner => [partner.key, partner])))
    await updateRows(ctx.db, id, [row])
    await recount(ctx, run)
    const data = {
      file: run.fileName,
      about: String(number),
      decision: decisionOf(definedOf(decisions)),
    }
    ctx.record(ImportDecided, { subjectId: id, homeId: run.homeId, data })
  },
})

/** What the trail says of a decision about a row; the first that fits. */
function decisionOf({ skip, agreementId, accepted, ...corrections }: RowDecisions): ImportDecision {
  if (skip !== undefined) return skip ? 'left_out' : 'taken_in'
  if (agreementId !== undefined) return agreementId === null ? 'separate' : 'joined'
  if (Object.keys(corrections).length > 0) return 'corrected'
  if (accepted !== undefined) return accepted ? 'accepted' : 'reopened'
  return 'commitments'
}

export interface PartnerInput {
  id: string
  key: string
  decision: 'matched' | 'new' | 'split' | 'ignored' | 'undecided'
  organisationId?: string | undefined
  parts?: string[] | undefined
}

/** Decides what a partner text means, for all its rows; a match is remembered for the next import. */
export const decidePartner = defineAction({
  name: 'decide-import-partner',
  async run(ctx: ActionContext, input: PartnerInput): Promise<void> {
    const run = await lockOwnRun(ctx, input.id, 'planned')
    const { items } = await listPartners(ctx.db, input.id, { keys: [input.key] })
    const partner = found(items[0])
    await apply(ctx, run, partner, input)
    await updatePartner(ctx.db, input.id, partner, ctx.actor.id)
    const rows = (await listRows(ctx.db, input.id, { rows: partner.rows })).items
    const keys = [...new Set(rows.flatMap(row => row.understood.partnerKeys))]
    const beside = await listPartners(ctx.db, input.id, { keys })
    judgeRows(rows, new Map(beside.items.map(one => [one.key, one])))
    await updateRows(ctx.db, input.id, rows)
    await recount(ctx, run)
    const data = { file: run.fileName, about: partner.written, decision: input.decision }
    ctx.record(ImportDecided, { subjectId: input.id, homeId: run.homeId, data })
  },
})

async function apply(ctx: ActionContext, run: StoredRun, partner: PlannedPartner, input: PartnerInput): Promise<void> {
  if (input.decision === 'undecided') {
    partner.decision = null
    partner.organisationId = null
    partner.outcome =
      (partner.hints.parts?.length ?? 0) > 1 ? 'several' : partner.candidates.length > 0 ? 'doubtful' : 'new'
    return
  }
  partner.decision = input.decision
  if (input.decision === 'matched') {
    const [known] = await findOrganisations(ctx.db, [input.organisationId ?? ''])
    if (!known) throw new Refusal(UnknownOrganisation)
    partner.organisationId = known.id
    partner.outcome = 'matched'
    const { written, country } = partner
    await decideName(ctx, { homeId: run.homeId, text: written, country, organisationId: known.id })
    return
  }
  partner.organisationId = null
  if (input.decision === 'split')
    partner.hints = { ...partner.hints, parts: input.parts ?? partner.hints.parts ?? [partner.written] }
  partner.outcome = input.decision === 'new' ? 'new' : input.decision === 'split' ? 'several' : 'ignored'
}

/** Totals follow every decision. */
async function recount(ctx: ActionContext, run: StoredRun): Promise<void> {
  await updateRun(ctx.db, run.id, { totals: { ...run.totals!, ...(await countOutcomes(ctx.db, run.id)) } })
}
