// Changes the facts of many agreements at once: a later version of an imported list shows only its differences.
import type { ActionContext } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { ensure, found } from '#core/policy.ts'
import { setTurns } from '#core/turns.ts'
import type { AgreementInput, OriginalRow } from '../agreement.contract.ts'
import { AgreementChanged } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { type AgreementState, agreementWorkflow } from '../agreement.states.ts'
import { replaceFacts, replaceOriginals } from '../agreement.store.ts'
import { changesOf } from '../agreement-changes.ts'
import { checkFacts } from '../agreement-checks.ts'
import { type AgreementFacts, settleFacts } from '../agreement-facts.ts'
import { namesFor } from '../agreement-names.ts'
import { listVisible, loadFacts, lockAll, standingOf } from '../agreement-record.store.ts'
import { keepSources } from '../agreement-sources.ts'
import { turnOf } from '../agreement-turns.ts'
import { refreshStandings } from '../standing.ts'

export interface ReviseInput {
  id: string
  /** Refused when the record changed since; undefined takes it as it is. */
  version?: number
  /** The facts as they shall be, from the facts as they are; parts that a list does not speak of stay. */
  change(before: AgreementFacts): AgreementInput | AgreementFacts
  original?: OriginalRow | null
}

const relationsOf = (facts: AgreementFacts) =>
  [facts.parentId, facts.amendsId, facts.supersedesId].filter(id => id !== null)

const inputOf = ({ endKind, ...facts }: AgreementFacts): AgreementInput => ({ ...facts, end: endKind })

const settled = (given: AgreementInput | AgreementFacts): AgreementFacts =>
  settleFacts('endKind' in given ? inputOf(given) : given)

/** Answers how many records changed; relations to agreements that the actor cannot see are left alone. */
export async function reviseAgreements(ctx: ActionContext, list: readonly ReviseInput[]): Promise<number> {
  const at = new Date(ctx.now.epochMilliseconds).toISOString()
  const rows = new Map(
    (
      await lockAll(
        ctx.db,
        ctx.actor,
        list.map(one => one.id),
      )
    ).map(row => [row.id, row]),
  )
  const before = await loadFacts(ctx.db, [...rows.values()])
  const revised = list.map(({ id, version, change }) => {
    const row = found(rows.get(id))
    ensure(canEdit(ctx.actor, standingOf(row)))
    if (version !== undefined && row.version !== version) throw new Refusal(StaleVersion)
    return { id, row, before: before.get(id)!, facts: settled(change(before.get(id)!)) }
  })
  const visible = new Set(
    (
      await listVisible(
        ctx.db,
        ctx.actor,
        revised.flatMap(one => relationsOf(one.before)),
      )
    ).map(row => row.id),
  )
  await checkFacts(
    ctx,
    revised.map(one => one.facts),
    new Set(revised.flatMap(one => relationsOf(one.before)).filter(id => !visible.has(id))),
  )
  const names = await namesFor(
    ctx.db,
    revised.flatMap(one => [one.before, one.facts]),
  )
  const changed = revised
    .map(one => ({ ...one, changes: changesOf(one.before, one.facts, names) }))
    .filter(one => Object.keys(one.changes).length > 0)
  await replaceFacts(ctx.db, changed, at)
  await replaceOriginals(
    ctx.db,
    list.flatMap(({ id, original }) => (original === undefined ? [] : [{ id, original }])),
  )
  const ids = changed.map(one => one.id)
  await keepSources(ctx.db, [...ids, ...changed.flatMap(one => relationsOf(one.before))])
  const turns = changed.map(({ id, facts, row }) => turnOf(ctx, id, facts, row.state as AgreementState, row.ended_on))
  await setTurns(ctx, agreementWorkflow, turns)
  for (const { id, facts, changes } of changed)
    ctx.record(AgreementChanged, {
      subjectId: id,
      homeId: facts.homeId,
      data: { number: facts.number, title: facts.title },
      changes,
    })
  await refreshStandings(ctx.db, ids, ctx.today)
  return ids.length
}
