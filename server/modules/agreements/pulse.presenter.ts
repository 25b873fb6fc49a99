// Puts a pulse into sentences of the reader's language, with links to what it rests on.
import type { Translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import { formatDate } from '#core/timeline.ts'
import {
  type Pulse as LedgerPulse,
  ledgerFieldTerms,
  pulseNextStepTerms,
  pulseReasonTerms,
} from '#modules/ledger/index.ts'
import type { PulseView } from './agreement.contract.ts'
import { unknownStart } from './standing.ts'

const unknownStartTerms: Readonly<Record<string, Term>> = {
  nothing_since_in_force: /*i18n*/ {
    id: 'agreements.pulse_reason.nothing_since_unknown',
    message: 'In force, though nobody noted since when, and nothing was ever confirmed.',
  },
}

type Reason = LedgerPulse['reasons'][number]
const unitTerms = ledgerFieldTerms.unit?.values ?? {}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Days and units become words of the reader; counts stay numbers for the plural. */
function wordsOf(values: Reason['values'], t: Translator): Record<string, unknown> {
  const words: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (isDay(value)) words[name] = formatDate(value, t.language)
    else if (name === 'unit' && unitTerms[value]) words[name] = t(unitTerms[value])
    else words[name] = value
  }
  return words
}

/** @param agreementOf the agreement that a commitment stands in; commitments are shown there. */
function hrefOf(about: Reason['about'], agreementOf: (commitmentId: string) => string | null): string | null {
  const [subject] = about
  if (!subject) return null
  if (subject.type === 'agreement') return `/agreements/${subject.id}`
  const agreementId = agreementOf(subject.id)
  return agreementId === null ? null : `/agreements/${agreementId}?tab=commitments`
}

const numbersOf = (used: LedgerPulse['numbersUsed']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(used).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, Number(value)]],
    ),
  )

export function presentPulse(
  pulse: LedgerPulse,
  on: string,
  t: Translator,
  agreementOf: (commitmentId: string) => string | null,
): PulseView {
  return {
    pulse: pulse.status,
    reasons: pulse.reasons.map(reason => ({
      text:
        reason.values.since === unknownStart && unknownStartTerms[reason.code]
          ? t(unknownStartTerms[reason.code]!)
          : t(pulseReasonTerms[reason.code], wordsOf(reason.values, t)),
      href: hrefOf(reason.about, agreementOf),
    })),
    nextStep: t(pulseNextStepTerms[pulse.nextStep.code], wordsOf(pulse.nextStep.values, t)),
    settings: numbersOf(pulse.numbersUsed),
    on,
  }
}
