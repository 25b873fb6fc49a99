// An organisation that a text may mean: name, place, how likely, and why.
import { Check } from 'lucide-react'
import type { CandidateView } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { likelihoodOf, WordDot } from '../import-words.tsx'

interface CandidateButtonProps {
  candidate: CandidateView
  number: number
  isChosen: boolean
  isDisabled: boolean
  onChoose: () => void
}

export function CandidateButton({ candidate, number, isChosen, isDisabled, onChoose }: CandidateButtonProps) {
  const format = useFormat()
  const place = [candidate.city, candidate.country && format.country(candidate.country)].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      disabled={isDisabled || candidate.organisationId === null}
      onClick={onChoose}
      aria-keyshortcuts={String(number)}
      className={`flex w-full items-start gap-3 rounded-md border px-3 py-2.5 text-start text-sm transition-colors focus-ring enabled:hover:border-accent enabled:hover:bg-accent-soft/50 disabled:opacity-60 ${isChosen ? 'border-accent bg-accent-soft/50' : 'border-line'}`}
    >
      <kbd
        aria-hidden
        className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-sm border border-line-strong/60 font-sans text-xs tabular-nums"
      >
        {format.number(number)}
      </kbd>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <Bdi className="font-medium">{candidate.name}</Bdi>
          <span className="text-xs text-muted">
            <WordDot word={likelihoodOf(candidate.score)} />
          </span>
        </span>
        {place && (
          <span className="text-xs text-muted">
            <Bdi>{place}</Bdi>
          </span>
        )}
        {candidate.evidence.length > 0 && (
          <span className="mt-1 text-xs text-muted">{candidate.evidence.join(' · ')}</span>
        )}
      </span>
      {isChosen && <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />}
    </button>
  )
}
