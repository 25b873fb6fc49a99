// States, pulses, kinds and names of organisations as every page of agreements shows them.
import { type AgreementState, agreementStateTerms, agreementWorkflow } from '#modules/agreements/agreement.states.ts'
import { type AgreementKind, agreementKindTerms, type Pulse, pulseTerms } from '#modules/agreements/agreement.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useReader } from '../../core/reader.ts'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'

const tones: Record<'neutral' | 'info' | 'ok' | 'warn' | 'bad', Tone> = {
  neutral: 'quiet',
  info: 'info',
  ok: 'ok',
  warn: 'warn',
  bad: 'bad',
}

export const stateTone = (state: AgreementState): Tone => tones[agreementWorkflow.states[state].tone]

export const pulseTones: Record<Pulse, Tone> = {
  at_risk: 'bad',
  dormant: 'accent',
  fading: 'warn',
  new: 'info',
  alive: 'ok',
  ended: 'quiet',
}

export function StateDot({ state, className }: { state: AgreementState; className?: string }) {
  const term = useTerm()
  return (
    <StatusDot tone={stateTone(state)} {...(className !== undefined && { className })}>
      {term(agreementStateTerms[state])}
    </StatusDot>
  )
}

export function PulseDot({ pulse, className }: { pulse: Pulse; className?: string }) {
  const term = useTerm()
  return (
    <StatusDot tone={pulseTones[pulse]} {...(className !== undefined && { className })}>
      {term(pulseTerms[pulse])}
    </StatusDot>
  )
}

/** The kinds of a record in words, the leading one first. */
export function useKindWords(): (kinds: readonly AgreementKind[]) => string {
  const term = useTerm()
  const { language } = useReader()
  return kinds => kinds.map(kind => term(agreementKindTerms[kind])).join(language === 'fa' ? '، ' : ', ')
}

interface NamedOrganisation {
  name: string
  originalName: string | null
}

/** The name in the reader's language with the original one below it, muted. */
export function OrganisationName({ organisation }: { organisation: NamedOrganisation }) {
  return (
    <span className="min-w-0">
      <bdi>{organisation.name}</bdi>
      {organisation.originalName && (
        <span className="block text-xs text-muted">
          <bdi>{organisation.originalName}</bdi>
        </span>
      )}
    </span>
  )
}

/** Several organisations in one line, each kept apart from the direction of the others. */
export function NameLine({ names, more = 0 }: { names: readonly string[]; more?: number }) {
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ' · '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {more > 0 && ` · +${more}`}
    </>
  )
}
