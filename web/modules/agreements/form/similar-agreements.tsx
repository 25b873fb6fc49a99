// Shows, while the form is filled in, which agreements of ours look the same: same partner and kind, overlapping terms.
import { Plural, Trans } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listSimilarAgreements } from '#modules/agreements/agreement.contract.ts'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { callOptions } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { NameLine, StateDot } from '../agreement-words.tsx'
import { type AgreementValues, similarQuery } from './agreement-values.ts'

const pauseMilliseconds = 300

/** The value as it was when typing last paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** `except` is the record that is being changed. */
export function SimilarAgreements({ values, except }: { values: AgreementValues; except: string | undefined }) {
  const term = useTerm()
  const { date } = useFormat()
  const asked = useSettled(JSON.stringify(similarQuery(values, except)))
  const query = JSON.parse(asked) as ReturnType<typeof similarQuery>
  const { data } = useQuery({
    ...callOptions(listSimilarAgreements, { query: query ?? { homeId: '', partner: [] } }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  })
  const items = query === null ? [] : (data?.items ?? [])
  if (items.length === 0) return null
  return (
    <Banner
      tone="warn"
      title={
        <Plural
          value={items.length}
          one="An agreement looks the same. Is it this one?"
          other="# agreements look the same. Is it one of them?"
        />
      }
    >
      <ul className="mt-1 flex flex-col gap-2">
        {items.map(({ agreement, partners, reasons }) => (
          <li key={agreement.id}>
            <span className="flex flex-wrap items-center gap-x-3">
              <OutsideLink href={`/agreements/${agreement.id}`}>
                <bdi>{agreement.title}</bdi>
              </OutsideLink>
              <StateDot state={agreement.state} className="text-xs" />
            </span>
            <span className="block text-xs">
              {term(agreementKindTerms[agreement.kind])}
              {agreement.number && (
                <>
                  {' · '}
                  <bdi>{agreement.number}</bdi>
                </>
              )}
              {' · '}
              <NameLine
                names={partners.slice(0, 3).map(partner => partner.name)}
                more={Math.max(0, partners.length - 3)}
              />
              {agreement.effectiveEnd && (
                <>
                  {' · '}
                  <Trans>until {date(agreement.effectiveEnd)}</Trans>
                </>
              )}
            </span>
            <span className="block text-xs text-warn">{reasons.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
