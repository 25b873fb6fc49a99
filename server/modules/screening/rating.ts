// The rating that the rules propose: from answers, countries that the installation rates, and confirmed matches. Pure.
import type { RatingReason } from './check.store.ts'
import {
  type Answers,
  highest,
  longStageReasons,
  type Questionnaire,
  rulesThatHold,
} from './questions/questionnaire.ts'
import type { Level } from './screening.terms.ts'
import type { Settings } from './screening-settings.ts'

export interface RatingFacts {
  questionnaire: Questionnaire
  answers: Answers
  /** Of all parties. */
  countries: readonly string[]
  /** Confirmed matches. */
  trueMatches: readonly { name: string; list: string }[]
  settings: Settings
}

const ratedCountries = ({ settings, countries }: RatingFacts) =>
  settings.countries.filter(one => countries.includes(one.country) && one.level !== 'low')

/** A country that the installation rates, or a confirmed match, asks for the long stage as well as answers do. */
export const isLongStageDue = (facts: RatingFacts): boolean =>
  longStageReasons(facts.questionnaire, facts.answers).length > 0 ||
  ratedCountries(facts).length > 0 ||
  facts.trueMatches.length > 0

/** The level, and every reason that speaks for a risk; when there is none, that is said. */
export function proposeRating(facts: RatingFacts): { level: Level; reasons: RatingReason[] } {
  const reasons: RatingReason[] = [
    ...facts.trueMatches.map(values => ({ level: 'high' as const, code: 'true_match', values, text: null })),
    ...ratedCountries(facts).map(({ country, level, why }) => ({
      ...{ level, code: 'country', values: { country, why }, text: null },
    })),
    ...rulesThatHold(facts.questionnaire, facts.answers).map(rule => ({
      ...{ level: rule.level, code: null, values: {}, text: rule.why },
    })),
  ]
  if (reasons.length === 0) reasons.push({ level: 'low', code: 'nothing', values: {}, text: null })
  return { level: highest(reasons.map(reason => reason.level)), reasons }
}
