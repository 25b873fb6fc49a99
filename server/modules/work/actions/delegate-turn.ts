// Gives the turn of an agreement to a colleague who may do it, or takes it; it holds until the agreement moves on.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { findActor } from '#core/identity/session.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord } from '#core/records.ts'
import { DelegateMayNot, NoTurn } from '../work.errors.ts'
import { TurnDelegated, TurnTaken, TurnTakenBack } from '../work.events.ts'
import { canDelegate, canDo } from '../work.policy.ts'
import { dropDelegation, lockTurn, type OpenTurn, putDelegation } from '../work.store.ts'

async function openTurn(ctx: ActionContext, agreementId: string) {
  const record = found(await findRecord(ctx.db, ctx.actor, { subject: 'agreement', id: agreementId }))
  ensure(canDelegate(ctx.actor, record))
  const turn: OpenTurn | undefined = await lockTurn(ctx.db, agreementId)
  if (!turn) throw new Refusal(NoTurn)
  return { record, turn }
}

export interface DelegateInput {
  agreementId: string
  toId: string
  note?: string | null | undefined
}

export const delegateTurn = defineAction({
  name: 'turn.delegate',
  async run(ctx, { agreementId, toId, note }: DelegateInput): Promise<void> {
    const { record, turn } = await openTurn(ctx, agreementId)
    const colleague = await findActor(ctx.db, toId, ctx.today.toString())
    if (!colleague || !canDo(record, colleague))
      throw new Refusal(DelegateMayNot, {}, { fields: [{ path: 'toId', message: DelegateMayNot.text }] })
    const words = note?.trim() || null
    await putDelegation(ctx.db, {
      ...{ agreementId, state: turn.state, toId, byId: ctx.actor.id, note: words },
      at: new Date(ctx.now.epochMilliseconds).toISOString(),
    })
    const place = { subjectId: agreementId, homeId: turn.home_id }
    if (toId === ctx.actor.id) ctx.record(TurnTaken, { ...place, data: {} })
    else ctx.record(TurnDelegated, { ...place, data: { toId, name: colleague.name, note: words } })
  },
})

export const takeBackTurn = defineAction({
  name: 'turn.take_back',
  async run(ctx, { agreementId }: { agreementId: string }): Promise<void> {
    const { turn } = await openTurn(ctx, agreementId)
    if (turn.to_id === null) return ctx.unchanged()
    await dropDelegation(ctx.db, agreementId)
    ctx.record(TurnTakenBack, {
      subjectId: agreementId,
      homeId: turn.home_id,
      data: { name: turn.to_name ?? '' },
    })
  },
})
