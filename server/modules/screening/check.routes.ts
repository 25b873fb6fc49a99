// Checks over HTTP.
import { contentDisposition } from '#core/files/file-names.ts'
import { reachesNothing, reachOf } from '#core/identity/actor.ts'
import { handle, handleRaw, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { all, found, presentAbilities, when } from '#core/policy.ts'
import { findRecord, findRecords } from '#core/records.ts'
import { fold } from '#modules/registry/index.ts'
import { answerQuestions } from './actions/answer-questions.ts'
import { compareCheck } from './actions/compare-check.ts'
import { decideMatch } from './actions/decide-match.ts'
import { describeParty } from './actions/describe-party.ts'
import { startCheck } from './actions/start-check.ts'
import { takeCheckStep } from './actions/take-step.ts'
import * as contract from './check.contract.ts'
import { presentCheck, presentItem, presentSummary } from './check.presenter.ts'
import { findCheckOf, listChecks } from './check.store.ts'
import { evidencePage } from './evidence-page.ts'
import { findMatch } from './match.store.ts'
import { loadLists } from './matching/list-index.ts'
import { openCheck, standingOf } from './open-check.ts'
import { checkableKind } from './record-parties.ts'
import { NotCheckable } from './screening.errors.ts'
import { canCheck, canLookInto } from './screening.policy.ts'

type Request = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 't' | 'today' | 'run' | 'services'>

const shown = async (request: Request, id: string) =>
  presentCheck(request, await openCheck(request.db, request.actor, id))

/** The lists are made ready before the transaction, which is short then. */
async function compare({ run, services }: Request, checkId: string): Promise<void> {
  const lists = await loadLists(services.db, services.db)
  await run(compareCheck, { checkId, lists, byHand: true })
}

async function recordCheck({
  db,
  actor,
  t,
  params,
}: RequestContext<{ subject: string; id: string }, unknown, unknown>) {
  const record = found(await findRecord(db, actor, params))
  const check = await findCheckOf(db, record.subject, record.id)
  const isCheckable = record.homeId !== null && checkableKind(record.subject) !== undefined
  const standing = check
    ? standingOf(check, record)
    : { homeId: record.homeId ?? '', unitId: record.unitId, decide: record.decide }
  return {
    check: check ? presentSummary(check) : null,
    abilities: presentAbilities(
      {
        start: all(when(isCheckable, NotCheckable.text), canCheck(actor, standing)),
        look: canLookInto(actor, standing),
      },
      t,
    ),
  }
}

/** Whether some role lets somebody look into checks at all. */
const looks = (actor: Request['actor']): boolean =>
  (['write', 'conclude', 'audit'] as const).some(power => !reachesNothing(reachOf(actor, power)))

async function checkList({
  db,
  actor,
  t,
  query,
}: RequestContext<unknown, { state?: never[]; q?: string; mine?: boolean; offset?: number; limit?: number }, unknown>) {
  if (!looks(actor)) return { items: [], total: 0 }
  const ownerId = query.mine ? (actor.id ?? undefined) : undefined
  const states = query.state?.length ? query.state : undefined
  const rows = await listChecks(db, actor.reads, { states, ownerId })
  const records = await findRecords(
    db,
    actor,
    rows.map(row => ({ subject: row.subject, id: row.subject_id })),
  )
  const words = fold(query.q ?? '')
    .split(' ')
    .filter(Boolean)
  const seen = rows.flatMap(check => {
    const record = records.get(check.subject_id)
    if (!record || !canLookInto(actor, standingOf(check, record)).allowed) return []
    const text = fold([...Object.values(record.title), record.number ?? ''].join(' '))
    return words.every(word => text.includes(word)) ? [presentItem(check, record, t)] : []
  })
  const start = query.offset ?? 0
  return { items: seen.slice(start, start + (query.limit ?? 50)), total: seen.length }
}

async function evidence(request: RequestContext<{ id: string }, unknown, unknown>) {
  const { db, actor, params, services, reply } = request
  const open = await openCheck(db, actor, params.id)
  const view = await presentCheck(request, open)
  const html = evidencePage(view, request.t, { now: services.clock.now(), by: actor.name, timeZone: services.timeZone })
  return reply
    .type('text/html; charset=utf-8')
    .header('content-disposition', contentDisposition(`due-diligence-${view.record.number ?? view.id}.html`))
    .send(html)
}

export const checkRoutes: RouteRegistration[] = [
  handle(contract.getRecordCheck, recordCheck),
  handle(contract.startRecordCheck, async request => {
    const { id } = await request.run(startCheck, request.params)
    await compare(request, id)
    return { id }
  }),
  handle(contract.listChecks, checkList as never),
  handle(contract.getCheck, async request => shown(request, request.params.id)),
  handle(contract.compareCheckAgain, async request => {
    await compare(request, request.params.id)
    return shown(request, request.params.id)
  }),
  handle(contract.answerCheck, async request => {
    await request.run(answerQuestions, { id: request.params.id, ...request.body })
    return shown(request, request.params.id)
  }),
  handle(contract.stepCheck, async request => {
    await request.run(takeCheckStep, { id: request.params.id, ...request.body })
    return shown(request, request.params.id)
  }),
  handle(contract.decideCheckMatch, async request => {
    await request.run(decideMatch, { id: request.params.id, ...request.body })
    const match = found(await findMatch(request.db, request.params.id))
    return shown(request, match.check_id)
  }),
  handle(contract.describeCheckParty, async request => {
    const { checkId } = await request.run(describeParty, { id: request.params.id, ...request.body })
    await compare(request, checkId)
    return shown(request, checkId)
  }),
  handleRaw(contract.downloadEvidence, evidence),
]
