// The ledger's door for deeds: brings activities to their wanted lines by reversals and new entries, and adds to the sums.
import type { ActionContext } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { listAmong, listWithWider, type StoredCommitment } from './commitment.store.ts'
import {
  type ActivityRow,
  appendEntries,
  lockActivityEntries,
  type NewEntry,
  type StoredEntry,
  writeActivities,
} from './entry.store.ts'
import { lockPostingsOf } from './entry-service.store.ts'
import { UnknownCommitment } from './ledger.errors.ts'
import { EntriesPosted, EntriesReversed } from './ledger.events.ts'
import type { Entry } from './ledger.shapes.ts'
import { mergedFamilies, unitParents } from './ledger-party.store.ts'
import { familiesOf } from './ledger-source.store.ts'
import { type PostingLine, planPosting, reversalOf } from './posting.ts'
import { widerChain } from './refinement.ts'
import { betweenParties, type ServingContext, serve } from './serving.ts'
import { addCommitmentTotals, addMonthTotals } from './totals.store.ts'
import { commitmentTotals, monthTotals } from './totals.ts'

export interface ActivityPosting {
  activity: Omit<ActivityRow, 'homeId' | 'module'>
  /** Everything that the activity wants in the ledger; no lines at all takes everything back. */
  lines: readonly PostingLine[]
}

export interface PostingResult {
  posted: NewEntry[]
  reversed: NewEntry[]
  unchanged: StoredEntry[]
}

/**
 * Posts activities of one module and home. Idempotent: the same content again changes nothing.
 * @throws LedgerInputError naming the field when a line cannot be counted.
 */
export async function postLines(
  ctx: ActionContext,
  input: { module: string; homeId: string; postings: readonly ActivityPosting[]; reason?: string | null },
): Promise<PostingResult> {
  const { module, homeId, postings } = input
  const ids = postings.map(one => one.activity.id)
  await lockPostingsOf(ctx.db, homeId, 'shared')
  await writeActivities(
    ctx.db,
    postings.map(one => ({ ...one.activity, module, homeId })),
  )
  const standing = Map.groupBy(await lockActivityEntries(ctx.db, module, ids), entry => entry.activityId)
  const find = await servingRule(
    ctx,
    homeId,
    postings.flatMap(one => one.lines),
  )
  const result: PostingResult = { posted: [], reversed: [], unchanged: [] }
  for (const { activity, lines } of postings) {
    const plan = planPosting(standing.get(activity.id) ?? [], lines)
    const more = { homeId, reason: input.reason ?? null, postedBy: ctx.actor.id }
    const eventId = recordPosting(ctx, homeId, activity, plan, input.reason ?? null)
    result.unchanged.push(...(plan.unchanged as StoredEntry[]))
    result.reversed.push(...plan.reversals.map(entry => ({ ...reversalOf(entry, newId()), ...more, eventId })))
    result.posted.push(
      ...plan.postings.map(({ line, keptCommitmentId }) => ({
        ...entryOf(line, module, activity.id),
        ...find(line, keptCommitmentId),
        ...more,
        eventId,
      })),
    )
  }
  await append(ctx, homeId, [...result.reversed, ...result.posted])
  return result
}

const entryOf = (line: PostingLine, module: string, activityId: string): Entry => ({
  ...line,
  id: newId(),
  module,
  activityId,
  servedBy: 'none',
  reversesId: null,
})

function recordPosting(
  ctx: ActionContext,
  homeId: string,
  activity: ActivityPosting['activity'],
  plan: ReturnType<typeof planPosting>,
  reason: string | null,
): string {
  const reversed = plan.reversals.length
  const posted = plan.postings.length
  if (reversed + posted === 0) {
    ctx.unchanged()
    return ''
  }
  const touched = [...plan.reversals, ...plan.postings.map(one => one.line)]
  const agreementIds = [...new Set(touched.map(one => one.agreementId).filter(id => id !== null))]
  const data = { kind: activity.kind, title: activity.title ?? '', reversed, agreementIds }
  const about = { subjectId: activity.id, homeId, reason }
  return posted > 0
    ? ctx.record(EntriesPosted, { ...about, data: { ...data, posted } })
    : ctx.record(EntriesReversed, { ...about, data })
}

type Found = Pick<Entry, 'commitmentId' | 'servedBy'>

/** The rule of ledger.md over the commitments that could be meant; they stay as they are until the commit. */
async function servingRule(ctx: ActionContext, homeId: string, lines: readonly PostingLine[]) {
  const parties = [...new Set(lines.flatMap(line => [line.from.organisationId, line.to.organisationId]))]
  const { ids: organisations, merged } = await mergedFamilies(ctx.db, parties)
  const commitments = lines.length > 0 ? await listAmong(ctx.db, [homeId], organisations) : []
  const context: ServingContext = {
    unitParents: commitments.length > 0 ? await unitParents(ctx.db, organisations) : {},
    families: commitments.length > 0 ? await familiesOf(ctx.db, { homeId }) : {},
    merged,
  }
  const between = betweenParties(commitments, context)
  const byId = new Map(commitments.map(one => [one.id, one]))
  return (line: PostingLine, keptId: string | null): Found => {
    const named = byId.get(line.commitmentId ?? keptId ?? '')
    const meant = [...new Set([...between(line), ...(named ? [named] : [])])]
    const { commitmentId, servedBy, reason } = serve(line, line.commitmentId ?? keptId, meant, context)
    if (line.commitmentId !== null && reason === 'named_unknown') throw new Refusal(UnknownCommitment)
    return { commitmentId, servedBy: servedBy === 'activity' && line.commitmentId === null ? 'person' : servedBy }
  }
}

/** Writes entries and adds what they count to every sum they touch. */
async function append(ctx: ActionContext, homeId: string, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return
  await appendEntries(ctx.db, entries)
  await addMonthTotals(ctx.db, homeId, monthTotals(entries))
  const served = [...new Set(entries.map(entry => entry.commitmentId).filter(id => id !== null))]
  const chain = chainOver(await listWithWider(ctx.db, served))
  await addCommitmentTotals(ctx.db, commitmentTotals(entries, chain))
}

/** For each commitment, itself and everything it refines. */
export const chainOver = (commitments: readonly StoredCommitment[]) => (id: string) => widerChain(id, commitments)
