// What happened to an organisation and to those merged into it, the newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { getTimeline } from '#modules/registry/organisation.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Timeline } from '../../../kit/timeline.tsx'

const step = 50
const most = 200

type Happening = ResponseOf<typeof getTimeline>['items'][number]

/** What was changed, from what to what, and why. */
function EventDetail({ event }: { event: Happening }) {
  return (
    <>
      {event.changes.length > 0 && (
        <ul className="my-1 flex flex-col gap-1 text-xs">
          {event.changes.map(change => (
            <li key={change.label}>
              <span className="text-ink">{change.label}:</span> {change.from ? <Bdi>{change.from}</Bdi> : <Missing />}{' '}
              <ArrowRight aria-hidden className="inline size-3 rtl:rotate-180" />{' '}
              <span className="sr-only">
                <Trans>changed to</Trans>{' '}
              </span>
              {change.to ? <Bdi>{change.to}</Bdi> : <Missing />}
            </li>
          ))}
        </ul>
      )}
      {event.reason && (
        <p>
          <q>
            <bdi>{event.reason}</bdi>
          </q>
        </p>
      )}
    </>
  )
}

export function HistoryTab({ id }: { id: string }) {
  const { t } = useLingui()
  const [limit, setLimit] = useState(step)
  const { data, error } = useCall(getTimeline, { params: { id }, query: { limit } })
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={8} />
  if (data.items.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>Nothing happened yet since this record came from the official registry.</Trans>
      </p>
    )
  const hasMore = data.items.length === limit && limit < most
  return (
    <>
      <h2 className="sr-only">{t`History`}</h2>
      <Timeline
        events={data.items.map(item => ({
          id: item.id,
          at: item.at,
          text: item.sentence,
          detail: (item.changes.length > 0 || item.reason) && <EventDetail event={item} />,
        }))}
        more={
          hasMore && (
            <div>
              <Button onPress={() => setLimit(most)}>{t`Show earlier events`}</Button>
            </div>
          )
        }
      />
    </>
  )
}
