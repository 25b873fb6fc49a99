// The ledger over HTTP.
import { listEvents } from '#core/events.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { found, presentAbilities, when } from '#core/policy.ts'
import { presentTimeline } from '#core/timeline.ts'
import { changeCommitment, stepCommitment, waivePeriod } from './actions/change-commitment.ts'
import { changePulseSettings } from './actions/change-pulse-settings.ts'
import { addEvidence, confirmEntry, correctEntry, postEntry, reverseEntry } from './actions/post-entry.ts'
import { recordCommitment } from './actions/record-commitments.ts'
import { presentBalance } from './balance.view.ts'
import { findCommitment, listByIds, listCommitments, listWithNarrower } from './commitment.store.ts'
import { findEntry, listEntries } from './entry.store.ts'
import * as contract from './ledger.contract.ts'
import { ledgerFieldTerms } from './ledger.fields.ts'
import { presentCommitments, presentEntries, type Reader, summarise } from './ledger.views.ts'
import { readHomes } from './ledger-party.store.ts'
import { readPulseSettings } from './pulse-settings.store.ts'
import { sumBalance } from './totals.store.ts'

const page = (query: { offset?: number; limit?: number }) => ({ offset: query.offset ?? 0, limit: query.limit ?? 50 })

async function oneCommitment(reader: Reader, id: string) {
  const commitment = found(await findCommitment(reader.db, reader.actor, id))
  return (await presentCommitments(reader, [commitment])).items[0]!
}

async function oneEntry(reader: Reader, id: string) {
  const entry = found(await findEntry(reader.db, reader.actor, id))
  return (await presentEntries(reader, [entry]))[0]!
}

const needsAdministrator = /*i18n*/ {
  id: 'ledger.policy.needs_administrator',
  message: 'Only an administrator may change these numbers.',
}

export const ledgerRoutes: RouteRegistration[] = [
  handle(contract.listCommitments, async request => {
    const { db, actor, query } = request
    const filter = { agreementId: query.agreementId, partnerId: query.partnerId, states: query.state }
    const { items, total } = await listCommitments(db, actor, filter, page(query))
    const presented = await presentCommitments(request, items)
    return { items: presented.items, total, summary: summarise(presented.fulfilments.values()) }
  }),
  handle(contract.getCommitment, request => oneCommitment(request, request.params.id)),
  handle(contract.createCommitment, async request => {
    const { ids } = await request.run(recordCommitment, request.body)
    return { items: (await presentCommitments(request, await listByIds(request.db, ids))).items }
  }),
  handle(contract.changeCommitment, async request => {
    await request.run(changeCommitment, { ...request.body, id: request.params.id })
    return oneCommitment(request, request.params.id)
  }),
  handle(contract.stepCommitment, async request => {
    await request.run(stepCommitment, { ...request.body, id: request.params.id })
    return oneCommitment(request, request.params.id)
  }),
  handle(contract.waivePeriod, async request => {
    await request.run(waivePeriod, { ...request.body, id: request.params.id })
    return oneCommitment(request, request.params.id)
  }),
  handle(contract.listEntries, async request => {
    const { db, actor, query } = request
    const { commitmentId } = query
    const serving = commitmentId ? (await listWithNarrower(db, [commitmentId])).map(one => one.id) : undefined
    const { items, total } = await listEntries(db, actor, { ...query, commitmentIds: serving }, page(query))
    return { items: await presentEntries(request, items), total }
  }),
  handle(contract.postEntry, async request => oneEntry(request, (await request.run(postEntry, request.body)).id)),
  handle(contract.correctEntry, async request =>
    oneEntry(request, (await request.run(correctEntry, { ...request.body, id: request.params.id })).id),
  ),
  handle(contract.confirmEntry, async request =>
    oneEntry(request, (await request.run(confirmEntry, { id: request.params.id })).id),
  ),
  handle(contract.reverseEntry, ({ run, params, body }) => run(reverseEntry, { id: params.id, reason: body.reason })),
  handle(contract.addEvidence, async request => {
    await request.run(addEvidence, { ...request.body, id: request.params.id })
    return oneEntry(request, request.params.id)
  }),
  handle(contract.getBalance, async ({ db, actor, query }) => {
    const homeIds = await readHomes(db, actor, query.homeId)
    const { partnerId, agreementId, country, from, until } = query
    const filter = { reader: actor, homeIds, partnerId, agreementId, country, from, until }
    return { items: presentBalance(await sumBalance(db, filter)) }
  }),
  handle(contract.getCommitmentTimeline, async ({ db, actor, params, t }) => {
    const commitment = found(await findCommitment(db, actor, params.id))
    const { items } = await listEntries(
      db,
      actor,
      { commitmentIds: [commitment.id], withReversed: true },
      { offset: 0, limit: 500 },
    )
    const subjects = [
      { type: 'commitment', ids: [commitment.id] },
      { type: 'activity', ids: [...new Set(items.map(one => one.activityId))] },
    ]
    return { items: presentTimeline(await listEvents(db, subjects, { limit: 200 }), t, ledgerFieldTerms) }
  }),
  handle(contract.getPulseSettings, async ({ db, actor, t }) => ({
    settings: await readPulseSettings(db),
    abilities: presentAbilities({ change: when(actor.administers, needsAdministrator) }, t),
  })),
  handle(contract.changePulseSettings, async ({ run, body, t }) => ({
    settings: await run(changePulseSettings, body.settings),
    abilities: presentAbilities({ change: when(true, needsAdministrator) }, t),
  })),
]
