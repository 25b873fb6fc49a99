// Words of agreements and commitments for codes as rows carry them; an unknown code is shown as it is.
import { useCallback } from 'react'
import { agreementStateTerms } from '#modules/agreements/agreement.states.ts'
import { agreementKindTerms, renewalTerms } from '#modules/agreements/agreement.terms.ts'
import { conditionTerms, kindTerms, periodTerms, unitQuantityTerms } from '#modules/ledger/ledger.terms.ts'
import { type Term, useTerm } from '../../../core/i18n.ts'

type Words = Readonly<Record<string, Term>>

function useWordOf(words: Words): (code: string, values?: Record<string, unknown>) => string {
  const term = useTerm()
  return useCallback(
    (code, values) => {
      const known = words[code]
      return known ? term(known, values) : code
    },
    [words, term],
  )
}

export const useKindWord = () => useWordOf(agreementKindTerms)
export const useStateWord = () => useWordOf(agreementStateTerms)
export const useRenewalWord = () => useWordOf(renewalTerms)
export const useCommitmentKindWord = () => useWordOf(kindTerms)
export const useQuantityWord = () => useWordOf(unitQuantityTerms)
export const usePeriodWord = () => useWordOf(periodTerms)
export const useConditionWord = () => useWordOf(conditionTerms)
