// Setting up and removing one-time codes and passkeys: by the person, or by an administrator when a device is lost.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { found } from '../../policy.ts'
import { CodesAlready, CodeWrong } from '../identity.errors.ts'
import {
  CodesBegun,
  CodesRemoved,
  PasskeyAdded,
  PasskeyRemoved,
  RecoveryCodesMade,
  SecondStepReset,
} from '../identity.events.ts'
import {
  beginCodes,
  deletePasskey,
  deletePasskeys,
  hasCodes,
  insertPasskey,
  removeCodes,
  renewRecoveryCodes,
  type StoredPasskey,
  spendRecoveryCode,
  takeCode,
} from './second-step.store.ts'

const about = (ctx: ActionContext) => ({ name: ctx.actor.name, email: ctx.actor.email! })

/** A code of the app, or a recovery code where `recovery` allows it. @throws Refusal when it is wrong. */
async function mustFit(ctx: ActionContext, code: string, key: string): Promise<void> {
  const userId = ctx.actor.id!
  if (await takeCode(ctx.db, userId, code, { key, now: ctx.now, confirmed: true })) return
  if (await spendRecoveryCode(ctx.db, userId, code)) return
  throw new Refusal(CodeWrong)
}

/** A secret for an app; nothing changes at sign-in until its first code was given. */
export const startCodes = defineAction({
  name: 'start-one-time-codes',
  async run(ctx: ActionContext, { key }: { key: string }): Promise<Buffer> {
    if (await hasCodes(ctx.db, ctx.actor.id!)) throw new Refusal(CodesAlready)
    ctx.unchanged()
    return beginCodes(ctx.db, ctx.actor.id!, key)
  },
})

/** The first code proves that the app has the secret; answers the recovery codes. */
export const confirmCodes = defineAction({
  name: 'confirm-one-time-codes',
  async run(ctx: ActionContext, { code, key }: { code: string; key: string }): Promise<string[]> {
    const userId = ctx.actor.id!
    const fits = await takeCode(ctx.db, userId, code, { key, now: ctx.now, confirmed: false })
    if (!fits) throw new Refusal(CodeWrong)
    ctx.record(CodesBegun, { subjectId: userId, data: about(ctx) })
    return renewRecoveryCodes(ctx.db, userId)
  },
})

export const stopCodes = defineAction({
  name: 'stop-one-time-codes',
  async run(ctx: ActionContext, { code, key }: { code: string; key: string }): Promise<void> {
    await mustFit(ctx, code, key)
    await removeCodes(ctx.db, ctx.actor.id!)
    ctx.record(CodesRemoved, { subjectId: ctx.actor.id!, data: about(ctx) })
  },
})

export const makeRecoveryCodes = defineAction({
  name: 'make-recovery-codes',
  async run(ctx: ActionContext, { code, key }: { code: string; key: string }): Promise<string[]> {
    await mustFit(ctx, code, key)
    ctx.record(RecoveryCodesMade, { subjectId: ctx.actor.id!, data: about(ctx) })
    return renewRecoveryCodes(ctx.db, ctx.actor.id!)
  },
})

export const addPasskey = defineAction({
  name: 'add-passkey',
  async run(ctx: ActionContext, passkey: StoredPasskey): Promise<void> {
    await insertPasskey(ctx.db, passkey)
    ctx.record(PasskeyAdded, { subjectId: ctx.actor.id!, data: { ...about(ctx), passkey: passkey.name } })
  },
})

export const removePasskey = defineAction({
  name: 'remove-passkey',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<void> {
    const passkey = found(await deletePasskey(ctx.db, ctx.actor.id!, id))
    ctx.record(PasskeyRemoved, { subjectId: ctx.actor.id!, data: { ...about(ctx), passkey } })
  },
})

/** For a person who lost telephone and passkeys: an administrator who knows them takes the second step away. */
export const resetSecondStep = defineAction({
  name: 'reset-second-step',
  async run(ctx: ActionContext, { userId }: { userId: string }): Promise<void> {
    const person = found(
      await ctx.db.selectFrom('auth_user').select(['name', 'email']).where('id', '=', userId).executeTakeFirst(),
    )
    const had = await removeCodes(ctx.db, userId)
    const passkeys = await deletePasskeys(ctx.db, userId)
    if (!had && passkeys === 0) return ctx.unchanged()
    ctx.record(SecondStepReset, { subjectId: userId, data: person })
  },
})
