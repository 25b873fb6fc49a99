// Records agreements in any state: one by hand, or thousands of an import in one transaction.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { setTurns } from '#core/turns.ts'
import type { AgreementInput, OriginalRow } from '../agreement.contract.ts'
import { AgreementRecorded } from '../agreement.events.ts'
import { type AgreementState, agreementWorkflow } from '../agreement.states.ts'
import { insertAgreements, type NewAgreement } from '../agreement.store.ts'
import { checkFacts } from '../agreement-checks.ts'
import { type AgreementFacts, settleFacts } from '../agreement-facts.ts'
import { keepSources } from '../agreement-sources.ts'
import { turnOf } from '../agreement-turns.ts'
import { confide } from '../readers/name-readers.ts'
import { refreshStandings } from '../standing.ts'

export interface RecordInput {
  /** Given by the caller when others of the set refer to it. */
  id?: string
  input: AgreementInput
  original?: OriginalRow | null
  importId?: string | null
}

/** The state that dates alone speak for, when none was given. */
function stateFrom(facts: AgreementFacts): AgreementState {
  if (facts.signedOn || facts.inForceOn || facts.expiresOn) return 'in_force'
  return facts.approvedOn ? 'approved_to_sign' : 'drafting'
}

/** Parents, amended and superseded agreements come before those that name them. */
function inOrder(agreements: NewAgreement[]): NewAgreement[] {
  const byId = new Map(agreements.map(one => [one.id, one]))
  const ordered = new Set<NewAgreement>()
  const visit = (one: NewAgreement, above: ReadonlySet<string>): void => {
    if (ordered.has(one) || above.has(one.id)) return
    const { parentId, amendsId, supersedesId } = one.facts
    for (const id of [parentId, amendsId, supersedesId]) {
      const related = id === null ? undefined : byId.get(id)
      if (related) visit(related, new Set([...above, one.id]))
    }
    ordered.add(one)
  }
  for (const one of agreements) visit(one, new Set())
  return [...ordered]
}

/**
 * Records a set of agreements in the running transaction; answers their ids in the order of the inputs.
 * @throws Refusal 403, or 422 that names the field; nothing is kept then.
 */
export async function recordAgreements(ctx: ActionContext, list: readonly RecordInput[]): Promise<string[]> {
  const at = new Date(ctx.now.epochMilliseconds).toISOString()
  const agreements = list.map(({ id, input, original, importId }): NewAgreement => {
    const facts = settleFacts(input)
    return {
      id: id ?? newId(),
      facts,
      state: input.state ?? stateFrom(facts),
      stateReason: input.stateReason ?? null,
      endedOn: input.endedOn ?? null,
      original: original ?? null,
      importId: importId ?? null,
      createdBy: ctx.actor.id,
      at,
    }
  })
  const ids = agreements.map(one => one.id)
  await checkFacts(
    ctx,
    agreements.map(one => one.facts),
    new Set(ids),
  )
  await insertAgreements(ctx.db, inOrder(agreements))
  await keepSources(ctx.db, ids)
  await setTurns(
    ctx,
    agreementWorkflow,
    agreements.map(one => turnOf(ctx, one.id, one.facts, one.state, one.endedOn)),
  )
  for (const { id, facts, state, stateReason, importId } of agreements)
    ctx.record(AgreementRecorded, {
      subjectId: id,
      homeId: facts.homeId,
      data: { number: facts.number, title: facts.title, kind: facts.kinds[0]!, state, importId },
      reason: stateReason,
    })
  await confide(
    ctx,
    agreements.map(({ id, facts }, at) => ({ id, facts, readerIds: list[at]!.input.readerIds })),
  )
  await refreshStandings(ctx.db, ids, ctx.today)
  return ids
}

export const recordAgreement = defineAction({
  name: 'agreement.record',
  async run(ctx, input: AgreementInput): Promise<string> {
    const [id] = await recordAgreements(ctx, [{ input }])
    return id!
  },
})
