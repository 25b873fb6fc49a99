// A person decides whether a party is the one on the list; the same party and entry elsewhere are decided with it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { lockCheck, updateCheck } from '../check.store.ts'
import { isOpen, stateAfter } from '../check-state.ts'
import { findMatch, listMatches, type MatchRow, sameMatches, setVerdict, writeVerdict } from '../match.store.ts'
import { instantOf, moveCheck } from '../move-check.ts'
import { openCheck } from '../open-check.ts'
import { ExpiryWrong, MatchGone } from '../screening.errors.ts'
import { MatchDecided } from '../screening.events.ts'
import { canConclude } from '../screening.policy.ts'
import type { Verdict } from '../screening.terms.ts'
import { readScreeningSettings } from '../screening-settings.ts'

export interface DecideInput {
  id: string
  verdict: Verdict
  reason: string
  mitigations?: string | null | undefined
  /** The last day on which it holds; by the settings when absent. */
  expiresOn?: string | null | undefined
  /** The entry as the person saw it. */
  entryHash: string
}

const longestYears = 3

/** @throws Refusal 422 */
export function lastDay(ctx: ActionContext, wanted: string | null | undefined, months: number, field: string): string {
  const day = wanted ?? ctx.today.add({ months }).toString()
  if (day < ctx.today.toString() || day > ctx.today.add({ years: longestYears }).toString())
    throw new Refusal(ExpiryWrong, {}, { fields: [{ path: field, message: ExpiryWrong.text }] })
  return day
}

/** Writes what follows for a check: how many are open, and its state. */
async function settle(ctx: ActionContext, checkId: string, match: MatchRow, data: Decided, reused: boolean) {
  const check = found(await lockCheck(ctx.db, checkId))
  const matches = (await listMatches(ctx.db, checkId)).filter(one => one.gone_at === null)
  const today = ctx.today.toString()
  const standings = matches.map(one => ({ verdict: one.verdict, expiresOn: one.expires_on }))
  const open = standings.filter(one => isOpen(one, today)).length
  // Whoever decides an escalated match takes the case up again.
  const state = stateAfter(check.state === 'escalated' ? 'possible_match' : check.state, standings, {
    ...{ today, byHand: check.state !== 'recheck_due' },
  })
  const news = open === 0 ? { news: [] } : {}
  const escalated = data.verdict === 'escalated' && !reused ? { escalated_by: ctx.actor.id } : {}
  const change = { open_matches: open, ...news, ...escalated }
  if (check.state === 'refused') await updateCheck(ctx.db, checkId, { open_matches: open })
  else await moveCheck(ctx, check, state, change)
  const { matchId: _, ...rest } = data
  const own = matches.find(one => one.party_key === match.party_key && one.entry_id === match.entry_id)
  ctx.record(MatchDecided, {
    ...{ subjectId: checkId, homeId: check.home_id },
    data: { ...rest, matchId: own?.id ?? match.id, reused },
  })
}

interface Decided {
  matchId: string
  verdictId: string
  name: string
  list: string
  verdict: Verdict
  until: string
}

export const decideMatch = defineAction({
  name: 'screening.decide',
  async run(ctx, input: DecideInput): Promise<void> {
    const match = found(await findMatch(ctx.db, input.id))
    const { check, standing } = await openCheck(ctx.db, ctx.actor, match.check_id, true)
    const before = match.verdict === 'escalated' ? match.decided_by : null
    ensure(canConclude(ctx.actor, standing, input.verdict === 'escalated' ? null : before))
    if (match.gone_at !== null || match.entry_hash !== input.entryHash) throw new Refusal(MatchGone)
    const { verdictMonths } = await readScreeningSettings(ctx.db)
    const until = lastDay(ctx, input.expiresOn, verdictMonths, 'expiresOn')
    const id = newId()
    const about = { home_id: check.home_id, party_key: match.party_key, entry_id: match.entry_id }
    const facts = { entry: match.entry, facts: match.facts, person_id: match.person_id }
    const content = { entry_hash: match.entry_hash, party_hash: match.party_hash }
    await writeVerdict(ctx.db, {
      ...{ id, ...about, ...content, ...facts, verdict: input.verdict },
      ...{ reason: input.reason.trim(), mitigations: input.mitigations?.trim() || null },
      ...{ decided_by: ctx.actor.id, decided_at: instantOf(ctx), expires_on: until },
    })
    const same = await sameMatches(ctx.db, { ...about, ...content })
    await setVerdict(
      ctx.db,
      same.map(one => one.id),
      id,
    )
    const data = {
      matchId: match.id,
      verdictId: id,
      name: match.party,
      list: match.list,
      verdict: input.verdict,
      until,
    }
    await settle(ctx, check.id, match, data, false)
    const others = [...new Set(same.map(one => one.check_id))].filter(one => one !== check.id).sort()
    for (const other of others) await settle(ctx, other, match, data, true)
  },
})
