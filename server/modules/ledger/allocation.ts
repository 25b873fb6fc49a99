// Deeds on record find promises that are recorded, moved or corrected later: the rule of serving, applied again.
import type { ActionContext } from '#core/actions.ts'
import { listAmong, listByIds, type StoredCommitment } from './commitment.store.ts'
import { listEntriesByIds, type StoredEntry } from './entry.store.ts'
import { idsServedByRule, lockPostingsOf, type Scope, writeServices } from './entry-service.store.ts'
import { EntriesAllocated, EntriesReleased } from './ledger.events.ts'
import { mergedFamilies, unitParents } from './ledger-party.store.ts'
import { familiesOf } from './ledger-source.store.ts'
import { recountCommitments } from './recount.ts'
import { betweenParties, type ServingContext, serveAgain } from './serving.ts'

/** Entries of one event; more than these come in several. */
const entriesPerEvent = 500

type Move = { entry: StoredEntry; to: string | null }

/**
 * Applies the rule again to the entries of a home that these commitments concern, as they are now or were `before`, keeps
 * the sums and records what moved. Returns the ids of the commitments that gained or lost entries.
 */
export async function allocateAnew(
  ctx: ActionContext,
  homeId: string,
  changed: { ids: readonly string[]; before?: readonly StoredCommitment[] },
): Promise<string[]> {
  await lockPostingsOf(ctx.db, homeId, 'alone')
  const before = changed.before ?? []
  const now = await listByIds(ctx.db, changed.ids)
  const concerned = [...now, ...before]
  const parties = [...new Set(concerned.flatMap(one => [one.promisor.organisationId, one.beneficiary.organisationId]))]
  const { ids: organisations, merged } = await mergedFamilies(ctx.db, parties)
  const entries = await listEntriesByIds(
    ctx.db,
    await idsServedByRule(ctx.db, scopesOf(concerned, organisations, merged)),
  )
  if (entries.length === 0) return []
  const context: ServingContext = {
    unitParents: await unitParents(ctx.db, organisations),
    families: await familiesOf(ctx.db, { homeId }),
    merged,
  }
  const between = betweenParties(await listAmong(ctx.db, [homeId], organisations), context)
  const known = { now: betweenParties(now, context), before: betweenParties(before, context) }
  const moves: Move[] = []
  for (const entry of entries) {
    const touched = { now: known.now(entry), before: known.before(entry) }
    const to = serveAgain(entry, touched, between(entry), context)
    if (to !== entry.commitmentId) moves.push({ entry, to })
  }
  return applyMoves(ctx, homeId, moves)
}

/** Writes where entries went, recounts both ends and tells it. */
export async function applyMoves(ctx: ActionContext, homeId: string, moves: readonly Move[]): Promise<string[]> {
  if (moves.length === 0) return []
  await writeServices(
    ctx.db,
    moves.map(({ entry, to }) => ({ id: entry.id, commitmentId: to, servedBy: to === null ? 'none' : 'rule' })),
  )
  const touched = [...new Set(moves.flatMap(({ entry, to }) => [entry.commitmentId, to]))].filter(id => id !== null)
  await recountCommitments(ctx.db, touched)
  recordMoves(ctx, homeId, moves, await listByIds(ctx.db, touched))
  return touched
}

function recordMoves(
  ctx: ActionContext,
  homeId: string,
  moves: readonly Move[],
  commitments: readonly StoredCommitment[],
): void {
  const byId = new Map(commitments.map(one => [one.id, one]))
  const groups = Map.groupBy(moves, ({ entry, to }) => `${entry.commitmentId ?? ''} ${to ?? ''}`)
  for (const group of groups.values()) {
    const { entry, to } = group[0]!
    const about = byId.get(to ?? entry.commitmentId ?? '')!
    const ends = [entry.commitmentId, to].map(id => (id === null ? null : (byId.get(id)?.agreementId ?? null)))
    const agreementIds = [...new Set([...ends, ...group.map(one => one.entry.agreementId)])].filter(id => id !== null)
    for (let start = 0; start < group.length; start += entriesPerEvent) {
      const entryIds = group.slice(start, start + entriesPerEvent).map(one => one.entry.id)
      ctx.record(to === null ? EntriesReleased : EntriesAllocated, {
        subjectId: about.id,
        homeId,
        data: { kind: about.kind, entries: entryIds.length, entryIds, formerId: entry.commitmentId, agreementIds },
      })
    }
  }
}

/** Deeds between a home and a partner, whatever was merged into them, are looked up by the partner, of whom there are fewer. */
function scopesOf(
  commitments: readonly StoredCommitment[],
  organisations: readonly string[],
  merged: Readonly<Record<string, string>>,
): Scope[] {
  const families = Map.groupBy(organisations, id => merged[id] ?? id)
  const familyOf = (id: string) => families.get(merged[id] ?? id) ?? [id]
  return commitments.flatMap(one => {
    const sides = [one.promisor.organisationId, one.beneficiary.organisationId] as const
    const [home, partner] = sides[0] === one.homeId ? sides : ([sides[1], sides[0]] as const)
    return familyOf(home).flatMap(otherId =>
      familyOf(partner).map(partnerId => ({ homeId: one.homeId, kind: one.kind, partnerId, otherId })),
    )
  })
}
