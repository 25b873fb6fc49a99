// Records commitments of an agreement: by hand, or many at once by an import.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure } from '#core/policy.ts'
import { allocateAnew } from '../allocation.ts'
import { insertCommitments, listByIds, type NewCommitment } from '../commitment.store.ts'
import { columnsOf } from '../commitment-columns.ts'
import type { CommitmentInput } from '../ledger.contract.ts'
import { OwnerOutside, RefinesItself, SameParty, UnknownSource } from '../ledger.errors.ts'
import { CommitmentRecorded } from '../ledger.events.ts'
import { canWriteHome } from '../ledger.policy.ts'
import { partyNames } from '../ledger-party.store.ts'
import { findSource } from '../ledger-source.store.ts'

/** Records one commitment, or a pair when both sides promise the same. */
export const recordCommitment = defineAction({
  name: 'record-commitment',
  async run(ctx: ActionContext, input: CommitmentInput): Promise<{ ids: string[] }> {
    const source = await findSource(ctx.db, ctx.actor, input.agreementId)
    if (!source) throw new Refusal(UnknownSource)
    ensure(canWriteHome(ctx.actor, source.homeId, source.unitId))
    await checkParties(ctx, input, source.homeId)
    const rows = commitmentRows(input, source.homeId)
    await writeCommitments(ctx, rows)
    return { ids: rows.map(row => row.id) }
  },
})

/**
 * Writes commitments with an event each; the caller has decided that they may be written. Deeds already on record that
 * fit are served from now on.
 */
export async function writeCommitments(ctx: ActionContext, rows: readonly NewCommitment[]): Promise<void> {
  await insertCommitments(ctx.db, rows)
  const names = await partyNames(
    ctx.db,
    rows.flatMap(row => [row.promisor_id, row.beneficiary_id]),
  )
  for (const row of rows)
    ctx.record(CommitmentRecorded, {
      subjectId: row.id,
      homeId: row.home_id,
      data: {
        kind: row.kind,
        promisor: names.get(row.promisor_id)?.name ?? '',
        beneficiary: names.get(row.beneficiary_id)?.name ?? '',
        agreementId: row.source_type === 'agreement' ? row.source_id : null,
      },
    })
  for (const [homeId, ofHome] of Map.groupBy(rows, row => row.home_id))
    await allocateAnew(ctx, homeId, { ids: ofHome.filter(row => row.state === 'active').map(row => row.id) })
}

/** The rows of an input: one, or two that mirror each other. */
export function commitmentRows(input: CommitmentInput, homeId: string): NewCommitment[] {
  const pairId = input.bothWays ? newId() : null
  const first: NewCommitment = {
    ...columnsOf(input),
    id: newId(),
    home_id: homeId,
    source_type: 'agreement',
    source_id: input.agreementId,
    pair_id: pairId,
    state: input.state ?? 'active',
  }
  if (!pairId) return [first]
  const mirrored = {
    ...first,
    id: newId(),
    promisor_id: first.beneficiary_id,
    promisor_unit_id: first.beneficiary_unit_id,
    beneficiary_id: first.promisor_id,
    beneficiary_unit_id: first.promisor_unit_id,
    refines_id: null,
  }
  return [first, mirrored]
}

export async function checkParties(
  ctx: ActionContext,
  input: Pick<CommitmentInput, 'promisor' | 'beneficiary' | 'refinesId'>,
  homeId: string,
): Promise<void> {
  const sides = [input.promisor.organisationId, input.beneficiary.organisationId]
  if (sides[0] === sides[1])
    throw new Refusal(SameParty, {}, { fields: [{ path: 'beneficiary', message: SameParty.text }] })
  if (!sides.includes(homeId)) throw new Refusal(OwnerOutside)
  if (!input.refinesId) return
  const [wider] = await listByIds(ctx.db, [input.refinesId])
  if (!wider || wider.homeId !== homeId) throw new Refusal(RefinesItself)
}
