// HTTP of agreements: records, steps, timeline, duplicate check.
import { listEvents } from '#core/events.ts'
import { readsAs } from '#core/identity/confided.ts'
import { handle, type RequestContext } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { presentTimeline } from '#core/timeline.ts'
import { ledgerFieldTerms } from '#modules/ledger/index.ts'
import { recordAgreement } from './actions/record-agreements.ts'
import { takeStep } from './actions/take-step.ts'
import { updateAgreement } from './actions/update-agreement.ts'
import * as contract from './agreement.contract.ts'
import { presentAgreement, presentOrganisation, presentRef } from './agreement.presenter.ts'
import { agreementFieldTerms } from './agreement-changes.ts'
import { listOwners, listPartnersOf } from './agreement-parts.store.ts'
import { findRecord, listRelated, listVisible } from './agreement-record.store.ts'
import { fieldCodes, fieldTerm } from './isced.terms.ts'
import { reasonsOf, similarAgreements } from './similar.ts'
import { subjectsOf } from './standing.store.ts'
import { eventsOf } from './timeline-parts.ts'

type AnyRequest = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 't' | 'today'>

async function readAgreement({ db, actor, t, today }: AnyRequest, id: string) {
  const record = found(await findRecord(db, actor, id))
  return presentAgreement(record, await listRelated(db, actor, record), actor, t, today)
}

const timeline = handle(contract.getAgreementTimeline, async ({ db, actor, t, params, query }) => {
  found((await listVisible(db, actor, [params.id]))[0])
  const { commitments, activities } = await subjectsOf(db, params.id)
  const limit = query.limit ?? 50
  const { subjects, only } = eventsOf({ agreementId: params.id, commitments, activities }, query.about)
  const paging = { limit: limit + 1, only, names: readsAs(actor), ...(query.before && { before: query.before }) }
  const events = await listEvents(db, subjects, paging)
  return {
    items: presentTimeline(events.slice(0, limit), t, { ...ledgerFieldTerms, ...agreementFieldTerms }),
    more: events.length > limit,
  }
})

const similar = handle(contract.listSimilarAgreements, async ({ db, actor, t, today, query }) => {
  const probe = {
    ...{ key: '', homeId: query.homeId, partnerIds: query.partner, kinds: query.kind ?? [] },
    ...{ from: query.from ?? null, until: query.until ?? null, number: query.number ?? null },
  }
  const matches = ((await similarAgreements(db, [probe])).get('') ?? []).filter(
    match => match.agreementId !== query.except,
  )
  const rows = new Map(
    (
      await listVisible(
        db,
        actor,
        matches.slice(0, 200).map(match => match.agreementId),
      )
    ).map(row => [row.id, row]),
  )
  const partners = await listPartnersOf(db, [...rows.keys()])
  return {
    items: matches
      .filter(match => rows.has(match.agreementId))
      .map(match => ({
        agreement: presentRef(rows.get(match.agreementId)!, t, today),
        partners: (partners.get(match.agreementId) ?? []).map(one => presentOrganisation(one, t.language)),
        reasons: reasonsOf(match, probe).map(term => t(term)),
      })),
  }
})

export const agreementRoutes = [
  handle(contract.createAgreement, async request =>
    readAgreement(request, await request.run(recordAgreement, request.body)),
  ),
  similar,
  handle(contract.listOwners, async ({ db, actor, query }) => ({
    items: await listOwners(db, actor, query.homeId ?? null),
  })),
  handle(contract.getAgreement, async request => readAgreement(request, request.params.id)),
  handle(contract.updateAgreement, async request => {
    const { id } = request.params
    await request.run(updateAgreement, { id, change: request.body })
    return readAgreement(request, id)
  }),
  handle(contract.takeAgreementStep, async request => {
    const { id } = request.params
    await request.run(takeStep, { id, ...request.body })
    return readAgreement(request, id)
  }),
  handle(contract.beginRenewal, async request => {
    const { id } = request.params
    const { version, note } = request.body
    await request.run(takeStep, { id, step: 'begin_renewal', reason: note, version })
    return readAgreement(request, id)
  }),
  timeline,
  handle(contract.listFields, async ({ t }) => ({
    items: fieldCodes.map(code => ({ code, label: t(fieldTerm(code)!), broad: code.slice(0, 2) })),
  })),
]
