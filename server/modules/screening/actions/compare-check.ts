// Compares the parties of a check with the lists in use; only what is new or changed asks a person again.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { type CheckRow, lockCheck, type News, type UsedList } from '../check.store.ts'
import { isOpen, stateAfter } from '../check-state.ts'
import { findParties, type Party } from '../find-parties.ts'
import { entriesById, type StoredEntry } from '../list.store.ts'
import {
  type FactChange,
  listMatches,
  listParties,
  listVerdicts,
  type MatchRow,
  markGone,
  type NewMatch,
  type PartyRow,
  type VerdictRow,
  writeMatches,
  writeParties,
} from '../match.store.ts'
import { candidatesOf, type FoundMatch, weighAll } from '../matching/find-matches.ts'
import type { LoadedList } from '../matching/list-index.ts'
import type { PartyFacts } from '../matching/weigh-match.ts'
import { instantOf, moveCheck } from '../move-check.ts'
import { openCheck } from '../open-check.ts'
import { checkableKind } from '../record-parties.ts'
import { CheckScreened } from '../screening.events.ts'
import { canCheck } from '../screening.policy.ts'
import { readScreeningSettings } from '../screening-settings.ts'

export interface CompareInput {
  checkId: string
  /** In their present versions. */
  lists: readonly LoadedList[]
  /** A person asked for it. */
  byHand: boolean
}

/** Keeps the parties of the check in step with the record; those who left stay for the evidence. */
async function followParties(ctx: ActionContext, check: CheckRow): Promise<{ rows: PartyRow[]; hasChanged: boolean }> {
  const named = (await checkableKind(check.subject)?.findParties(ctx.db, check.subject_id)) ?? []
  const parties = await findParties(ctx.db, check.home_id, named)
  const before = await listParties(ctx.db, check.id)
  const byKey = new Map(before.map(row => [row.party_key, row]))
  const rows = parties.map((party): PartyRow => rowOf(check.id, byKey.get(party.key)?.id ?? newId(), party))
  const now = new Set(parties.map(party => party.key))
  const at = instantOf(ctx)
  const left = before.filter(row => row.left_at === null && !now.has(row.party_key))
  await writeParties(ctx.db, [...rows, ...left.map(row => ({ ...row, left_at: at }))])
  const same = rows.every(
    row => byKey.get(row.party_key)?.hash === row.hash && byKey.get(row.party_key)?.left_at === null,
  )
  return { rows, hasChanged: left.length > 0 || !same }
}

const rowOf = (
  checkId: string,
  id: string,
  { key, facts, hash, role, name, organisationId, personId }: Party,
): PartyRow => ({
  ...{ id, check_id: checkId, party_key: key, kind: facts.kind, role, name, facts, hash, left_at: null },
  ...{ organisation_id: organisationId, person_id: personId },
})

const fieldsOf = (value: object): [string, string][] =>
  Object.entries(value).map(([field, one]) => [field, Array.isArray(one) ? one.join(' · ') : String(one ?? '')])

function differences(of: FactChange['of'], before: object, now: object): FactChange[] {
  const former = new Map(fieldsOf(before))
  return fieldsOf(now).flatMap(([field, to]) => {
    const from = former.get(field) ?? ''
    return from === to ? [] : [{ of, field, from, to }]
  })
}

/** What is different from when somebody decided; nothing when the decision still fits. */
function changesSince(
  verdict: VerdictRow,
  entry: StoredEntry,
  party: { hash: string; facts: PartyFacts },
): FactChange[] {
  if (verdict.entry_hash === entry.hash && verdict.party_hash === party.hash) return []
  return [...differences('entry', verdict.entry, entry.content), ...differences('party', verdict.facts, party.facts)]
}

interface Compared {
  rows: NewMatch[]
  /** Decided matches where the list or the party changed. */
  changed: number
}

async function compareAll(
  ctx: ActionContext,
  check: CheckRow,
  parties: readonly PartyRow[],
  lists: readonly LoadedList[],
): Promise<Compared> {
  const { threshold } = await readScreeningSettings(ctx.db)
  const candidates = new Map(parties.map(party => [party.id, candidatesOf(party.facts, lists)]))
  const wanted = [...candidates.values()].flatMap(some => some.map(one => one.entryId))
  const entries = await entriesById(ctx.db, [...new Set(wanted)])
  const keys = parties.map(party => party.party_key)
  const verdicts = new Map(
    (await listVerdicts(ctx.db, check.home_id, keys)).map(one => [`${one.party_key} ${one.entry_id}`, one]),
  )
  let changed = 0
  const rows = parties.flatMap(party =>
    weighAll(party.facts, candidates.get(party.id)!, entries, threshold).map(match => {
      const verdict = verdicts.get(`${party.party_key} ${match.entry.id}`)
      const changes = verdict ? changesSince(verdict, match.entry, party) : []
      if (changes.length > 0) changed += 1
      return matchRow(ctx, check, party, match, {
        verdictId: verdict && changes.length === 0 ? verdict.id : null,
        changes,
      })
    }),
  )
  return { rows, changed }
}

const matchRow = (
  ctx: ActionContext,
  check: CheckRow,
  party: PartyRow,
  { entry, name, score, evidence }: FoundMatch,
  decided: { verdictId: string | null; changes: FactChange[] },
): NewMatch => ({
  ...{ id: newId(), check_id: check.id, party_id: party.id, list_id: entry.listId, entry_id: entry.id },
  ...{ entry_hash: entry.hash, entry: entry.content, name, score: String(score), evidence, found_at: instantOf(ctx) },
  ...{ verdict_id: decided.verdictId, changes: decided.changes },
})

const usedOf = ({ id, name, versionId, number, sha256, publishedOn, loadedAt }: LoadedList): UsedList => ({
  ...{ id, name, versionId, number, sha256, publishedOn, loadedAt },
})

/** Why it waits again: what was not open before and is now. */
function newsOf(before: readonly MatchRow[], now: readonly MatchRow[], changed: number, today: string): News[] {
  const known = new Set(before.filter(match => match.gone_at === null).map(match => match.id))
  const open = now.filter(match => isOpen({ verdict: match.verdict, expiresOn: match.expires_on }, today))
  const expired = open.filter(match => match.verdict !== null).length
  const fresh = open.filter(match => !known.has(match.id) && match.changes.length === 0).length
  const news: News[] = []
  if (fresh > 0) news.push({ code: 'new_match', values: { count: fresh } })
  if (changed > 0) news.push({ code: 'changed_entry', values: { count: changed } })
  if (expired > 0) news.push({ code: 'verdict_expired', values: { count: expired } })
  return news
}

async function openToCompare(ctx: ActionContext, id: string): Promise<CheckRow> {
  const { check, standing } = await openCheck(ctx.db, ctx.actor, id, true)
  ensure(canCheck(ctx.actor, standing))
  return check
}

export const compareCheck = defineAction({
  name: 'screening.compare',
  async run(ctx, { checkId, lists, byHand }: CompareInput): Promise<void> {
    const check = byHand ? await openToCompare(ctx, checkId) : found(await lockCheck(ctx.db, checkId))
    if (check.state === 'refused') return ctx.unchanged()
    const today = ctx.today.toString()
    const before = await listMatches(ctx.db, checkId)
    const { rows: parties, hasChanged } = await followParties(ctx, check)
    const { rows, changed } = await compareAll(ctx, check, parties, lists)
    await writeMatches(ctx.db, rows)
    const still = new Set(rows.map(row => `${row.party_id} ${row.entry_id}`))
    const gone = before.filter(match => match.gone_at === null && !still.has(`${match.party_id} ${match.entry_id}`))
    await markGone(
      ctx.db,
      gone.map(match => match.id),
      instantOf(ctx),
    )
    const now = (await listMatches(ctx.db, checkId)).filter(match => match.gone_at === null)
    const standings = now.map(match => ({ verdict: match.verdict, expiresOn: match.expires_on }))
    const isOver = check.valid_to !== null && check.valid_to < today && ['cleared', 'conditional'].includes(check.state)
    const state = stateAfter(isOver ? 'recheck_due' : check.state, standings, { today, byHand })
    const news = newsOf(before, now, changed, today)
    if (isOver) news.push({ code: 'validity_over', values: { until: check.valid_to! } })
    if (hasChanged && before.length > 0) news.push({ code: 'parties_changed', values: {} })
    const open = standings.filter(match => isOpen(match, today)).length
    const isQuiet = !byHand && state === check.state && news.length === 0 && gone.length === 0
    const change = { screened_at: instantOf(ctx), lists: lists.map(usedOf), open_matches: open }
    await moveCheck(
      ctx,
      check,
      state,
      byHand ? { ...change, news: [] } : news.length > 0 ? { ...change, news } : change,
    )
    // A nightly comparison that finds nothing new is told by the check itself and fills no trail.
    if (isQuiet) return ctx.unchanged()
    const reused = now.filter(match => match.verdict !== null).length
    ctx.record(CheckScreened, {
      ...{ subjectId: check.id, homeId: check.home_id },
      data: { parties: parties.length, lists: lists.length, found: now.length, reused, open },
    })
  },
})
