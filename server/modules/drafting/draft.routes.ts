// HTTP of drafts: reading, beginning, deciding, versions, promises, and the way into editing together.

import { CrossSite, Refusal } from '#core/errors.ts'
import { asksForSocket, isOwnPage, openSocket } from '#core/http/upgrades.ts'
import { handle, handleRaw, type RouteRegistration } from '#core/module.ts'
import { found } from '#core/policy.ts'
import type { Services } from '#core/services.ts'
import { type AgreementState, agreementStateTerms } from '#modules/agreements/index.ts'
import { beginDraft } from './actions/begin-draft.ts'
import { changeDraft } from './actions/change-draft.ts'
import { decideSuggestions } from './actions/decide-suggestions.ts'
import { nameVersion, restoreVersion } from './actions/keep-version.ts'
import { placePromise, settleClause } from './actions/place-promise.ts'
import * as contract from './draft.contract.ts'
import { UpgradeNeeded } from './draft.errors.ts'
import { presentDraft, textOfVersion } from './draft.presenter.ts'
import { listVersions } from './draft.store.ts'
import type { VersionKind } from './draft.terms.ts'
import { connectToDraft } from './live/draft-connection.ts'
import { roomsOf } from './live/draft-rooms.ts'
import { openBegunDraft, openDraft } from './open-draft.ts'
import { compareTexts } from './text/compare-texts.ts'

/** Those who have the draft open in this process see it at once; the others ask within a moment. */
async function passOn(services: Services, agreementId: string, update: Uint8Array | null = null): Promise<object> {
  const room = await roomsOf(services).find(agreementId)
  if (update) room?.apply(update)
  room?.tellAll({ type: 'changed' })
  return {}
}

export const draftRoutes: RouteRegistration[] = [
  handle(contract.getDraft, async ({ db, actor, t, params }) =>
    presentDraft(db, t, await openDraft(db, actor, params.id)),
  ),
  handle(contract.beginDraft, async ({ params, body, run }) => {
    await run(beginDraft, { agreementId: params.id, ...body })
    return {}
  }),
  handle(contract.changeDraft, async ({ params, body, run, services }) =>
    passOn(services, params.id, await run(changeDraft, { agreementId: params.id, ...body })),
  ),
  handleRaw(contract.editDraftLive, async ({ db, actor, t, params, services, raw, reply }) => {
    const { right } = await openBegunDraft(db, actor, params.id)
    if (!asksForSocket(raw) || actor.tokenScopes) throw new Refusal(UpgradeNeeded)
    if (!isOwnPage(raw, services.config.publicUrl)) throw new Refusal(CrossSite)
    const author = { key: actor.id!, right, personId: actor.id, guestId: null, name: actor.name }
    openSocket(raw, reply, socket =>
      connectToDraft({
        ...{ socket, rooms: roomsOf(services), agreementId: params.id, author, sessionId: actor.sessionId, t },
      }),
    )
    return reply
  }),
  handle(contract.decideSuggestions, async ({ params, body, run, services }) => {
    const takesIn = body.decision === 'take_in'
    const { decided, update } = await run(decideSuggestions, { agreementId: params.id, takesIn, ids: body.ids })
    await passOn(services, params.id, update)
    return { decided }
  }),
  handle(contract.listDraftVersions, async ({ db, actor, t, params }) => {
    await openBegunDraft(db, actor, params.id)
    const rows = await listVersions(db, params.id)
    return {
      items: rows.map(row => ({
        ...{ number: row.number, kind: row.kind as VersionKind, madeBy: row.made_by_name, madeAt: row.made_at },
        ...{ hash: row.hash, hasSuggestions: row.has_suggestions },
        name:
          row.kind === 'handover' && row.name !== null && row.name in agreementStateTerms
            ? t(agreementStateTerms[row.name as AgreementState])
            : row.name,
      })),
    }
  }),
  handle(contract.nameDraftVersion, async ({ params, body, run, services }) => {
    const kept = await run(nameVersion, { agreementId: params.id, name: body.name })
    await passOn(services, params.id)
    return kept
  }),
  handle(contract.restoreDraftVersion, async ({ params, run, services }) =>
    passOn(services, params.id, await run(restoreVersion, { agreementId: params.id, number: params.number })),
  ),
  handle(contract.compareDraftVersions, async ({ db, actor, params, query }) => {
    const { draft } = await openBegunDraft(db, actor, params.id)
    const [from, to] = await Promise.all([query.from, query.to].map(number => textOfVersion(db, draft, number)))
    return compareTexts(found(from), found(to))
  }),
  handle(contract.placePromise, async ({ params, body, run, services }) => {
    const { id: agreementId, commitmentId } = params
    await run(placePromise, { agreementId, commitmentId, clauseId: body.clauseId })
    return passOn(services, agreementId)
  }),
  handle(contract.settleClause, async ({ params, body, run, services }) => {
    const { id: agreementId, clauseId } = params
    await run(settleClause, { agreementId, clauseId, isSettled: body.isSettled })
    return passOn(services, agreementId)
  }),
]
