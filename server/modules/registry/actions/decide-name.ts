// Remembers which organisation a written name means for a home organisation, or that it means none.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { NotFound, Refusal } from '#core/errors.ts'
import { ensure, found } from '#core/policy.ts'
import { deleteDecision, findDecision, findDecisionOn, type NewDecision, saveDecisions } from '../decision.store.ts'
import { organisationsById } from '../organisation.store.ts'
import { FieldRefused } from '../registry.errors.ts'
import { NameDecided, NameDecidedNone, NameDecisionsTaken, NameDecisionWithdrawn } from '../registry.events.ts'
import { canDecideNames, canReadDecisions } from '../registry.policy.ts'
import { fold } from '../resolution/fold.ts'

const nothingToRead = /*i18n*/ {
  id: 'registry.field.nothing_to_read',
  message: 'Write a name with letters or digits in it.',
}

export const decideNameByHand = defineAction({
  name: 'decide-name',
  async run(ctx: ActionContext, input: NewDecision & { homeId: string }): Promise<string> {
    ensure(canDecideNames(ctx.actor, input.homeId))
    if (fold(input.written) === '')
      throw new Refusal(FieldRefused, {}, { fields: [{ path: 'written', message: nothingToRead }] })
    const cards = await organisationsById(ctx.db, [
      input.homeId,
      ...(input.organisationId === null ? [] : [input.organisationId]),
    ])
    found(cards.get(input.homeId))
    const organisation = input.organisationId === null ? null : found(cards.get(input.organisationId))
    const [id] = await saveDecisions(
      ctx.db,
      input.homeId,
      [{ ...input, organisationId: organisation?.id ?? null }],
      ctx.actor.id,
    )
    if (id === undefined) {
      ctx.unchanged()
      return found(await findDecisionOn(ctx.db, input.homeId, input.written, input.country))
    }
    const { homeId, written } = input
    if (organisation) ctx.record(NameDecided, { subjectId: id, homeId, data: { written, name: organisation.name } })
    else ctx.record(NameDecidedNone, { subjectId: id, homeId, data: { written } })
    return id
  },
})

/**
 * Remembers many decisions at once, from an import or a file. For callers inside another action's transaction, whose
 * own event tells of it; answers how many were new or different.
 */
export async function rememberDecisions(
  ctx: ActionContext,
  homeId: string,
  decisions: readonly NewDecision[],
): Promise<number> {
  const usable = decisions.filter(one => fold(one.written) !== '')
  const ids = await saveDecisions(ctx.db, homeId, usable, ctx.actor.id)
  if (ids.length > 0) ctx.record(NameDecisionsTaken, { subjectId: homeId, homeId, data: { count: ids.length } })
  return ids.length
}

/** Remembers one decision inside another action's transaction. */
export async function decideName(
  ctx: ActionContext,
  input: { homeId: string; text: string; country: string | null; organisationId: string | null },
): Promise<void> {
  const { text, country, organisationId } = input
  await rememberDecisions(ctx, input.homeId, [{ written: text, country, organisationId }])
}

export const takeDecisions = defineAction({
  name: 'take-decisions',
  async run(ctx: ActionContext, input: { homeId: string; decisions: NewDecision[] }): Promise<number> {
    ensure(canDecideNames(ctx.actor, input.homeId))
    const count = await rememberDecisions(ctx, input.homeId, input.decisions)
    if (count === 0) ctx.unchanged()
    return count
  },
})

export const withdrawDecision = defineAction({
  name: 'withdraw-decision',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<void> {
    const decision = found(await findDecision(ctx.db, id))
    if (!canReadDecisions(ctx.actor, decision.homeId)) throw new Refusal(NotFound)
    ensure(canDecideNames(ctx.actor, decision.homeId))
    await deleteDecision(ctx.db, id)
    ctx.record(NameDecisionWithdrawn, { subjectId: id, homeId: decision.homeId, data: { written: decision.written } })
  },
})
