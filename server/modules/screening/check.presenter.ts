// Checks as they travel: in the reader's language, with what the reader may do.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import type { RecordAccess } from '#core/records.ts'
import type { Term } from '#core/terms.ts'
import { stepsFrom } from '#core/workflow.ts'
import { EVIDENCE_TERMS, nameIn, organisationsById } from '#modules/registry/index.ts'
import { ratingFacts } from './actions/take-step.ts'
import { lastAnswers } from './answer.store.ts'
import type { CheckItem, CheckSummary, CheckView, MatchView, PartyView } from './check.contract.ts'
import type { CheckRow, RatingReason } from './check.store.ts'
import { isOpen } from './check-state.ts'
import { listMatches, listParties, type MatchRow, type PartyRow } from './match.store.ts'
import type { MatchEvidence } from './matching/weigh-match.ts'
import type { OpenCheck } from './open-check.ts'
import { longStageReasons, questionsDue, unanswered } from './questions/questionnaire.ts'
import { readQuestionnaire } from './questions/read-questionnaire.ts'
import { isLongStageDue, proposeRating, type RatingFacts } from './rating.ts'
import { canCheck, canConclude } from './screening.policy.ts'
import { manualSteps, screeningWorkflow } from './screening.states.ts'
import { factEvidenceTerms, newsTerms, ratingReasonTerms } from './screening.terms.ts'

export interface Reader {
  db: Db
  actor: Actor
  t: Translator
  today: Temporal.PlainDate
}

export const presentSummary = (check: CheckRow): CheckSummary => ({
  ...{ id: check.id, state: check.state, stateSince: check.state_since, validTo: check.valid_to },
  ...{ screenedAt: check.screened_at, owner: check.owner },
})

export const presentItem = (check: CheckRow, record: RecordAccess, t: Translator): CheckItem => ({
  ...presentSummary(check),
  record: {
    ...{ subject: record.subject, id: record.id, title: record.title, number: record.number },
    path: record.path,
  },
  ...{ openMatches: check.open_matches, rating: check.rating },
  news: check.news.map(({ code, values }) => t(newsTerms[code], values)),
})

const evidenceTerms: Readonly<Record<string, Term>> = { ...EVIDENCE_TERMS, ...factEvidenceTerms }

export const presentEvidence = (evidence: readonly MatchEvidence[], t: Translator): string[] =>
  evidence.flatMap(({ code, values }) => {
    const term = evidenceTerms[code]
    if (!term) return []
    const named = code.startsWith('country_') ? countriesIn(values, t.language) : values
    return [t(term, named)]
  })

/** Codes of two letters by the names of the countries. */
function countriesIn(values: Readonly<Record<string, string>>, language: string): Record<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  const nameOf = (one: string) => (/^[A-Z]{2}$/.test(one) ? (names.of(one) ?? one) : one)
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, text.split(', ').map(nameOf).join(', ')]))
}

export function presentMatch(row: MatchRow, today: string, t: Translator): MatchView {
  const { externalId, ...entry } = row.entry
  const standing = { verdict: row.verdict, expiresOn: row.expires_on }
  return {
    ...{ id: row.id, partyId: row.party_id, listId: row.list_id, list: row.list, name: row.name },
    ...{ score: Number(row.score), evidence: presentEvidence(row.evidence, t), entryHash: row.entry_hash },
    entry: { ...entry, number: externalId },
    ...{ isOpen: row.gone_at === null && isOpen(standing, today), hasGone: row.gone_at !== null, changes: row.changes },
    verdict:
      row.verdict === null
        ? null
        : {
            ...{ verdict: row.verdict, reason: row.reason!, mitigations: row.mitigations, by: row.decider },
            ...{ at: row.decided_at!, expiresOn: row.expires_on!, hasExpired: isOpen(standing, today) },
          },
  }
}

export const presentParty = ({ id, role, kind, name, organisation_id, facts, left_at }: PartyRow): PartyView => ({
  ...{ id, role, kind, name, organisationId: organisation_id, names: facts.names, birthDates: facts.birthDates },
  ...{ countries: facts.countries, identifiers: facts.identifiers, hasLeft: left_at !== null },
})

export const presentReasons = (reasons: readonly RatingReason[], t: Translator): CheckView['ratingReasons'] =>
  reasons.map(({ level, code, values, text }) => ({
    level,
    text: text ? t.localised(text) : t(ratingReasonTerms[code as keyof typeof ratingReasonTerms], values),
  }))

async function presentQuestions(db: Db, checkId: string, facts: RatingFacts, t: Translator) {
  const { number, content } = await readQuestionnaire(db)
  const last = await lastAnswers(db, checkId)
  const isLongDue = isLongStageDue(facts)
  const due = questionsDue(content, facts.answers, isLongDue)
  return {
    ...{ number, questions: content.questions, answers: { ...facts.answers }, isLongDue },
    ...{ answeredBy: last?.answerer ?? null, answeredAt: last?.answered_at ?? null },
    longWhy: longStageReasons(content, facts.answers).map(why => t.localised(why)),
    isComplete: unanswered(due, facts.answers).length === 0,
  }
}

/** Everything about a check; a fixed number of queries. */
export async function presentCheck({ db, actor, t, today }: Reader, open: OpenCheck): Promise<CheckView> {
  const { check, record, standing } = open
  const facts = await ratingFacts({ db }, open)
  const proposed = proposeRating(facts)
  const homes = await organisationsById(db, [check.home_id])
  const home = homes.get(check.home_id)
  const possible = new Set<string>(stepsFrom(screeningWorkflow, check.state))
  return {
    ...presentItem(check, record, t),
    ...{ version: check.version, home: home ? nameIn(home, t.language) : '' },
    lists: check.lists.map(({ id, name, number, sha256, publishedOn, loadedAt }) => ({
      ...{ id, name, number, sha256, publishedOn, loadedAt },
    })),
    parties: (await listParties(db, check.id)).map(presentParty),
    matches: (await listMatches(db, check.id)).map(row => presentMatch(row, today.toString(), t)),
    questionnaire: await presentQuestions(db, check.id, facts, t),
    proposed: { level: proposed.level, reasons: presentReasons(proposed.reasons, t) },
    ratingReasons: presentReasons(check.rating_reasons, t),
    ...{ ratingNote: check.rating_note, conditions: check.conditions },
    ...{ concludedBy: check.concluder, concludedAt: check.concluded_at },
    steps: manualSteps.filter(step => possible.has(step)),
    abilities: presentAbilities(
      { check: canCheck(actor, standing), decide: canConclude(actor, standing, check.escalated_by) },
      t,
    ),
  }
}
