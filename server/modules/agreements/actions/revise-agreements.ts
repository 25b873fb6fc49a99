// Changes the facts of many agreements at once: a later version of an imported list shows only its differences.
import type { ActionContext } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import type { Changes } from '#core/events.ts'
import { ensure, found } from '#core/policy.ts'
import { setTurns } from '#core/turns.ts'
import type { AgreementInput, OriginalRow } from '../agreement.contract.ts'
import { AgreementChanged, AgreementMoved } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { type AgreementState, agreementWorkflow } from '../agreement.states.ts'
import { type AgreementRow, moveState, replaceFacts, replaceOriginals } from '../agreement.store.ts'
import { changesOf } from '../agreement-changes.ts'
import { checkFacts } from '../agreement-checks.ts'
import { type AgreementFacts, settleFacts } from '../agreement-facts.ts'
import { namesFor } from '../agreement-names.ts'
import { listVisible, loadFacts, lockAll, standingOf } from '../agreement-record.store.ts'
import { keepSources } from '../agreement-sources.ts'
import { turnOf } from '../agreement-turns.ts'
import { versionsOf } from '../agreement-versions.store.ts'
import { confide } from '../readers/name-readers.ts'
import { refreshStandings } from '../standing.ts'

export interface ReviseInput {
  id: string
  /** Refused when the record changed since; undefined takes it as it is. */
  version?: number
  /** The facts as they shall be, from the facts as they are; parts that a list does not speak of stay. */
  change(before: AgreementFacts): AgreementInput | AgreementFacts
  original?: OriginalRow | null
  /** A list may also say another state; a state that is undefined stays. */
  state?: RevisedState | undefined
}

export interface RevisedState {
  state: AgreementState
  reason: string | null
  /** When it ended before its time; undefined leaves it. */
  endedOn?: string | null
}

/** A record as it was before a revision, with which another revision can bring it back. */
export interface Revised {
  id: string
  before: AgreementFacts
  original: OriginalRow | null
  state: Required<RevisedState>
  /** Of the record after the revision. */
  version: number
  changed: boolean
}

const relationsOf = (facts: AgreementFacts) =>
  [facts.parentId, facts.amendsId, facts.supersedesId].filter(id => id !== null)

const inputOf = ({ endKind, ...facts }: AgreementFacts): AgreementInput => ({ ...facts, end: endKind })

const settled = (given: AgreementInput | AgreementFacts): AgreementFacts =>
  settleFacts('endKind' in given ? inputOf(given) : given)

/**
 * Answers what each record was before, in the order of the list; relations to agreements that the actor cannot see are left alone.
 * @throws Refusal 404, 403, 409 when a record changed since, or 422 that names the field; nothing is kept then.
 */
export async function reviseAgreements(
  ctx: ActionContext,
  list: readonly ReviseInput[],
  reason: string | null = null,
): Promise<Revised[]> {
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
  const revised = list.map(({ id, version, change, state }) => {
    const row = found(rows.get(id))
    ensure(canEdit(ctx.actor, standingOf(row)))
    if (version !== undefined && row.version !== version) throw new Refusal(StaleVersion)
    const moved = state !== undefined && state.state !== row.state ? state : undefined
    return { id, row, moved, before: before.get(id)!, facts: settled(change(before.get(id)!)) }
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
    .filter(one => one.moved !== undefined || Object.keys(one.changes).length > 0)
  await replaceFacts(ctx.db, changed, at)
  for (const { id, moved } of changed)
    if (moved) await moveState(ctx.db, { id, at, state: moved.state, reason: moved.reason, set: endOf(moved) })
  await replaceOriginals(
    ctx.db,
    list.flatMap(({ id, original }) => (original === undefined ? [] : [{ id, original }])),
  )
  const ids = changed.map(one => one.id)
  await confide(ctx, changed)
  await keepSources(ctx.db, [...ids, ...changed.flatMap(one => relationsOf(one.before))])
  const turns = changed.map(({ id, facts, row, moved }) =>
    turnOf(ctx, id, facts, moved?.state ?? (row.state as AgreementState), endedOnOf(row, moved)),
  )
  await setTurns(ctx, agreementWorkflow, turns)
  for (const one of changed) recordChange(ctx, one, reason)
  await refreshStandings(ctx.db, ids, ctx.today)
  const versions = await versionsOf(ctx.db, [...rows.keys()])
  return revised.map(({ id, row, before: facts }) => ({
    id,
    before: facts,
    original: row.original as OriginalRow | null,
    state: { state: row.state as AgreementState, reason: row.state_reason, endedOn: row.ended_on },
    version: versions.get(id)!,
    changed: ids.includes(id),
  }))
}

const endedOnOf = (row: AgreementRow, moved: RevisedState | undefined) =>
  moved?.endedOn === undefined ? row.ended_on : moved.endedOn

const endOf = ({ endedOn }: RevisedState) => (endedOn === undefined ? {} : { ended_on: endedOn })

interface RecordedChange {
  id: string
  row: AgreementRow
  facts: AgreementFacts
  changes: Changes
  moved: RevisedState | undefined
}

function recordChange(ctx: ActionContext, { id, row, facts, changes, moved }: RecordedChange, reason: string | null) {
  const about = { subjectId: id, homeId: facts.homeId, reason: moved?.reason ?? reason }
  const named = { number: facts.number, title: facts.title }
  if (Object.keys(changes).length > 0) ctx.record(AgreementChanged, { ...about, data: named, changes })
  if (moved)
    ctx.record(AgreementMoved, {
      ...about,
      data: { ...named, step: 'revise', from: row.state, to: moved.state, on: moved.endedOn ?? null },
    })
}
