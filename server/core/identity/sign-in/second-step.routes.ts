// One-time codes and passkeys over HTTP: the second step of signing in, and setting them up.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal, TooManyRequests } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { handle, type RequestContext, type RouteRegistration } from '../../module.ts'
import { readSetting } from '../../settings.ts'
import { CodeWrong, PasskeyNotAccepted, SecondStepLost } from '../identity.errors.ts'
import { RecoveryCodeUsed } from '../identity.events.ts'
import { mayTryCode } from './access-log.ts'
import { mustBeFresh } from './freshness.ts'
import { keep, recall, takeKept } from './kept-between.ts'
import { base32, enrolmentAddress } from './one-time-codes.ts'
import { callerOf, enter, noteFailure } from './open-session.ts'
import { checkCreation, checkUse, creationOptions, requestOptions } from './passkeys.ts'
import * as actions from './second-step.actions.ts'
import {
  findPasskey,
  listCredentials,
  notePasskeyUse,
  signInSettings,
  spendRecoveryCode,
  takeCode,
} from './second-step.store.ts'
import * as contract from './sign-in.contract.ts'
import type { SignInMethod } from './sign-in.terms.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

const officeOf = ({ db }: AnyRequest) => readSetting(db, 'installation.name', 'Concord')

/** Takes a code of the app, or a recovery code, of a person who is about to come in. */
const takeStep = defineAction({
  name: 'take-second-step',
  async run(ctx: ActionContext, { userId, code, key }: { userId: string; code: string; key: string }) {
    if (await takeCode(ctx.db, userId, code, { key, now: ctx.now, confirmed: true })) {
      ctx.unchanged()
      return true
    }
    const person = await ctx.db
      .selectFrom('auth_user')
      .select(['name', 'email'])
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    const spent = await spendRecoveryCode(ctx.db, userId, code)
    if (spent) ctx.record(RecoveryCodeUsed, { subjectId: userId, data: person })
    else ctx.unchanged()
    return spent
  },
})

async function giveCode(request: RequestContext<unknown, unknown, { code: string }>) {
  const { db, run, body, services } = request
  const kept = await recall(request, 'second_step')
  if (!kept) throw new Refusal(SecondStepLost)
  const userId = String(kept.userId)
  const { email } = await db.selectFrom('auth_user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
  const failure = { email, userId, method: 'code', caller: callerOf(request) } as const
  if (!(await mayTryCode(db, userId))) {
    await run(noteFailure, { ...failure, paused: true })
    throw new Refusal(TooManyRequests)
  }
  if (!(await run(takeStep, { userId, code: body.code, key: services.config.secret }))) {
    await run(noteFailure, failure)
    throw new Refusal(CodeWrong)
  }
  if (!(await takeKept(request, 'second_step'))) throw new Refusal(SecondStepLost)
  return enter(request, userId, kept.method as SignInMethod)
}

const usedPasskey = defineAction({
  name: 'use-passkey',
  async run(ctx: ActionContext, input: { publicUrl: string; challenge: string; credential: object }) {
    const id = (input.credential as { id?: unknown }).id
    const passkey = typeof id === 'string' ? await findPasskey(ctx.db, id) : undefined
    ctx.unchanged()
    if (!passkey) return { userId: null, fits: false }
    const counter = await checkUse(input.publicUrl, input.challenge, input.credential, passkey)
    if (counter === undefined) return { userId: passkey.userId, fits: false }
    await notePasskeyUse(ctx.db, passkey.id, counter)
    return { userId: passkey.userId, fits: true }
  },
})

async function signInWithPasskey(request: RequestContext<unknown, unknown, { credential: object }>) {
  const { body, run, db, services } = request
  const kept = await takeKept(request, 'passkey_challenge')
  if (!kept || kept.userId !== null) throw new Refusal(PasskeyNotAccepted)
  const { publicUrl } = services.config
  const used = await run(usedPasskey, { publicUrl, challenge: String(kept.challenge), credential: body.credential })
  if (used.fits) return enter(request, used.userId!, 'passkey')
  if (used.userId) {
    const { userId } = used
    const account = await db.selectFrom('auth_user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
    await run(noteFailure, { ...account, userId, method: 'passkey', caller: callerOf(request) })
  }
  throw new Refusal(PasskeyNotAccepted)
}

async function addPasskey(request: RequestContext<unknown, unknown, { name: string; credential: object }>) {
  const { actor, body, run, db, services } = request
  mustBeFresh(actor)
  const kept = await takeKept(request, 'passkey_challenge')
  if (!kept || kept.userId !== actor.id) throw new Refusal(PasskeyNotAccepted)
  const made = await checkCreation(services.config.publicUrl, String(kept.challenge), body.credential)
  if (!made || (await findPasskey(db, made.credentialId))) throw new Refusal(PasskeyNotAccepted)
  await run(actions.addPasskey, { ...made, id: newId(), userId: actor.id!, name: body.name.trim() || '–' })
  return signInSettings(db, actor.id!)
}

export const secondStepRoutes: RouteRegistration[] = [
  handle(contract.getSignInSettings, ({ db, actor }) => signInSettings(db, actor.id!)),
  handle(contract.giveCode, giveCode),
  handle(contract.beginCodes, async request => {
    const { actor, run, services } = request
    mustBeFresh(actor)
    const secret = await run(actions.startCodes, { key: services.config.secret })
    return { secret: base32(secret), address: enrolmentAddress(secret, await officeOf(request), actor.email!) }
  }),
  handle(contract.confirmCodes, async ({ run, body, services }) => ({
    recoveryCodes: await run(actions.confirmCodes, { code: body.code, key: services.config.secret }),
  })),
  handle(contract.stopCodes, async ({ run, body, services, db, actor }) => {
    await run(actions.stopCodes, { code: body.code, key: services.config.secret })
    return signInSettings(db, actor.id!)
  }),
  handle(contract.makeRecoveryCodes, async ({ run, body, services }) => ({
    recoveryCodes: await run(actions.makeRecoveryCodes, { code: body.code, key: services.config.secret }),
  })),
  handle(contract.beginPasskey, async request => {
    const { actor, db, services } = request
    mustBeFresh(actor)
    const person = { id: actor.id!, name: actor.name, email: actor.email!, office: await officeOf(request) }
    const options = await creationOptions(services.config.publicUrl, person, await listCredentials(db, actor.id!))
    await keep(request, 'passkey_challenge', { challenge: options.challenge, userId: actor.id })
    return { options }
  }),
  handle(contract.addPasskey, addPasskey),
  handle(contract.removePasskey, async ({ params, run, db, actor }) => {
    mustBeFresh(actor)
    await run(actions.removePasskey, { id: params.id })
    return signInSettings(db, actor.id!)
  }),
  handle(contract.beginPasskeySignIn, async request => {
    const options = await requestOptions(request.services.config.publicUrl)
    await keep(request, 'passkey_challenge', { challenge: options.challenge, userId: null })
    return { options }
  }),
  handle(contract.signInWithPasskey, signInWithPasskey),
  handle(contract.resetSecondStep, async ({ actor, params, run }) => {
    mustBeFresh(actor)
    await run(actions.resetSecondStep, { userId: params.id })
    return {}
  }),
]
