// HTTP for guests: the way in, the record, answers and files.
import { type Action, runAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { parseCookies } from '#core/identity/session.ts'
import { typedCode } from '#core/identity/sign-in/one-time-codes.ts'
import { handle, type RequestContext } from '#core/module.ts'
import { ensure } from '#core/policy.ts'
import { takeUpload } from '#modules/agreements/index.ts'
import { answerEntry } from './actions/answer-entry.ts'
import { askForCode, openLink, proveMailbox, visitHours } from './actions/open-visit.ts'
import { supplyFile } from './actions/supply-file.ts'
import { writeGuestComment } from './actions/write-guest-comment.ts'
import { GuestCodeWrong } from './guest.errors.ts'
import { allows } from './guest.policy.ts'
import { findGuestRow, type GuestRow } from './guest.store.ts'
import { actorFor, nameInTrail } from './guest-actor.ts'
import { codeHash, halfHidden, newCode, newSecret, secretHash, visitCookie, visitToken } from './guest-link.ts'
import * as contract from './visit.contract.ts'
import { endVisit, isProved } from './visit.store.ts'
import { type Visit, visitOf } from './visit.ts'
import { presentVisit } from './visit.view.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>
type GuestRequest = RequestContext<{ id: string }, unknown, unknown>

const trailName = ({ services }: AnyRequest, guest: GuestRow): string =>
  nameInTrail(translator(services.config.defaultLanguage), guest)

const entering = ({ params }: GuestRequest, token: string) => ({ id: params.id, tokenHash: secretHash(token) })

/** Runs an action in the name of the guest, within the home of the record. */
function runAs<I, O>(request: AnyRequest, actor: Actor, action: Action<I, O>, input: I): Promise<O> {
  return runAction(request.services, actor, action, input, { requestId: request.requestId })
}

/** Runs an action that itself decides whether the link works; only the name of who acts is known before. */
async function runAtDoor<I, O>(request: GuestRequest, action: Action<I, O>, input: I): Promise<O> {
  const guest = await findGuestRow(request.db, request.params.id)
  return runAs(request, guest ? actorFor(guest, trailName(request, guest)) : request.actor, action, input)
}

/** Hands the browser its cookie. */
function welcome({ reply, services, params }: GuestRequest, guest: GuestRow, token: string): contract.Entrance {
  const hours = guest.email_proof ? visitHours.proved : visitHours.plain
  reply.header('set-cookie', visitCookie(services.config, params.id, token, hours * 3600))
  return { state: 'open', sentTo: null, language: guest.language }
}

const codeNeeded = (guest: GuestRow): contract.Entrance => ({
  ...{ state: 'code', sentTo: halfHidden(guest.email ?? ''), language: guest.language },
})

async function currentVisit(request: GuestRequest): Promise<Visit> {
  const { db, params, today } = request
  const guest = await findGuestRow(db, params.id)
  return visitOf(db, guest, today.toString(), guest ? trailName(request, guest) : '')
}

async function show(request: GuestRequest): Promise<contract.GuestRecord> {
  return presentVisit(request, await currentVisit(request))
}

const cookieHash = ({ raw }: AnyRequest): string => secretHash(visitToken(parseCookies(raw.headers.cookie)) ?? '')

export const visitRoutes = [
  handle(contract.openGuestLink, async request => {
    const visit = newSecret(request.services.config)
    const guest = await runAtDoor(request, openLink, {
      ...entering(request, request.body.token),
      visitHash: visit.hash,
    })
    return guest.email_proof ? codeNeeded(guest) : welcome(request, guest, visit.token)
  }),
  handle(contract.sendGuestCode, async request => {
    const code = newCode(request.services.config, request.params.id)
    return codeNeeded(await runAtDoor(request, askForCode, { ...entering(request, request.body.token), code }))
  }),
  handle(contract.proveGuest, async request => {
    const { body, params, services } = request
    const visit = newSecret(services.config)
    const hash = codeHash(services.config, params.id, typedCode(body.code))
    const input = { ...entering(request, body.token), visitHash: visit.hash, codeHash: hash }
    const { guest, fits } = await runAtDoor(request, proveMailbox, input)
    if (!fits) throw new Refusal(GuestCodeWrong, {}, { fields: [{ path: 'code', message: GuestCodeWrong.text }] })
    return welcome(request, guest, visit.token)
  }),
  handle(contract.readGuestRecord, show),
  handle(contract.answerEntry, async request => {
    const { db, params, body } = request
    const visit = await currentVisit(request)
    const proved = await isProved(db, cookieHash(request))
    const input = { guestId: params.id, entryId: params.entryId, happened: body.happened, reason: body.reason ?? null }
    await runAs(request, visit.actor, answerEntry, { ...input, proved })
    return show(request)
  }),
  handle(contract.supplyFile, async request => {
    const { params, query, raw, services } = request
    const visit = await currentVisit(request)
    // Asked before the upload too: whoever may not add files shall not fill the disk.
    ensure(allows(visit.guest.rights, 'file'))
    const taken = await takeUpload(raw, services)
    await runAs(request, visit.actor, supplyFile, { guestId: params.id, taken, note: query.note ?? null })
    return show(request)
  }),
  handle(contract.writeGuestComment, async request => {
    const { params, body } = request
    const visit = await currentVisit(request)
    await runAs(request, visit.actor, writeGuestComment, { guestId: params.id, body: body.body })
    return show(request)
  }),
  handle(contract.leaveGuestLink, async request => {
    await endVisit(request.db, cookieHash(request))
    request.reply.header('set-cookie', visitCookie(request.services.config, request.params.id, '', 0))
    return {}
  }),
]
