// What became of a tried name: the verdict, the reasons, the runners-up and what would change the answer.
import { Trans, useLingui } from '@lingui/react/macro'
import type { MatchChange, MatchExplanation, MatchRival } from '#modules/registry/match.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { Link } from '../../../kit/link.tsx'
import { StatusDot, type Tone } from '../../../kit/status-dot.tsx'
import { isolate, isolateCode } from '../find-organisations.ts'

type Verdict = MatchExplanation['verdict']

const tones: Record<Verdict, Tone> = { this: 'ok', other: 'bad', unsure: 'warn', none: 'quiet' }

interface MatchAnswerProps {
  /** Of the organisation that the page is about, in the reader's language. */
  name: string
  explanation: MatchExplanation
}

export function MatchAnswer({ name, explanation }: MatchAnswerProps) {
  const { t } = useLingui()
  const { percent } = useFormat()
  const { verdict, probability, evidence, doubts, rivals, changes } = explanation
  const words: Record<Verdict, string> = {
    this: t`Taken for this organisation`,
    other: t`Taken for another organisation`,
    unsure: t`Not sure: a person is asked`,
    none: t`No organisation is similar`,
  }
  const reasons = [...evidence, ...doubts.filter(doubt => !evidence.includes(doubt))]
  return (
    <div className="flex flex-col gap-5 text-sm">
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="font-medium">
            <StatusDot tone={tones[verdict]}>{words[verdict]}</StatusDot>
          </span>
          <span className="text-muted tabular-nums">
            {probability > 0 ? (
              <Trans>
                Probability that <Bdi>{name}</Bdi> is meant: {percent(probability)}
              </Trans>
            ) : (
              <Trans>
                <Bdi>{name}</Bdi> is not among the candidates
              </Trans>
            )}
          </span>
        </p>
        <Reasons reasons={reasons} />
      </div>
      {changes.length > 0 && <Changes name={name} changes={changes} />}
      {rivals.length > 0 && <Rivals rivals={rivals} />}
    </div>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {reasons.map(reason => (
        <li key={reason}>
          <Bdi>{reason}</Bdi>
        </li>
      ))}
    </ul>
  )
}

function Changes({ name, changes }: { name: string; changes: readonly MatchChange[] }) {
  const { t } = useLingui()
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium text-muted">{t`What would change the answer`}</h3>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {changes.map(change => (
          <li key={change.hint}>
            <ChangeSentence name={name} change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChangeSentence({ name, change }: { name: string; change: MatchChange }) {
  const { t } = useLingui()
  const format = useFormat()
  const { hint, value, verdict, organisation, probability } = change
  const given = {
    country: () => t`With the country ${value ? format.country(value) : ''}`,
    city: () => t`With the city ${isolate(value ?? '')}`,
    domain: () => t`With the web address ${isolateCode(value ?? '')}`,
    nothing: () => t`With the name alone`,
  }[hint]()
  const meant = isolate(verdict === 'this' ? name : (organisation?.name ?? ''))
  const outcome =
    verdict === 'this'
      ? t`it would be ${meant} (${format.percent(probability)}).`
      : verdict === 'other'
        ? t`it would be ${meant}.`
        : verdict === 'unsure'
          ? t`a person would be asked.`
          : t`nothing similar would be found.`
  return <>{t`${given}, ${outcome}`}</>
}

function Rivals({ rivals }: { rivals: readonly MatchRival[] }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium text-muted">{t`Others that may be meant`}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {rivals.map(({ organisation, city, probability, isAnswer, evidence }) => {
          const place = [city, organisation.country && format.country(organisation.country)].filter(Boolean)
          return (
            <li key={organisation.id} className="flex flex-col gap-0.5 py-2.5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
                  <Bdi>{organisation.name}</Bdi>
                </Link>
                <span className="text-muted tabular-nums">
                  {isAnswer ? t`sure: ${format.percent(probability)}` : format.percent(probability)}
                </span>
              </span>
              {place.length > 0 && (
                <span className="text-xs text-muted">
                  <Bdi>{place.join(' · ')}</Bdi>
                </span>
              )}
              <span className="text-xs text-muted">{evidence.map(isolate).join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
