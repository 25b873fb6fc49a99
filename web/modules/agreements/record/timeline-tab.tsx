// What happened to an agreement, its promises and deeds, in sentences; the newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { ResponseOf } from '#core/contract.ts'
import { getAgreementTimeline } from '#modules/agreements/agreement.contract.ts'
import { call } from '../../../core/api.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callKey } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Timeline } from '../../../kit/timeline.tsx'

type Answer = ResponseOf<typeof getAgreementTimeline>
type Item = Answer['items'][number]

function Detail({ item }: { item: Item }) {
  if (item.changes.length === 0 && !item.reason) return null
  return (
    <>
      {item.reason && (
        <p>
          <q>
            <bdi>{item.reason}</bdi>
          </q>
        </p>
      )}
      {item.changes.length > 0 && (
        <ul className="my-1 flex flex-col gap-1 text-xs">
          {item.changes.map(change => (
            <li key={change.label}>
              <span className="text-ink">{change.label}:</span> {change.from ? <bdi>{change.from}</bdi> : <Missing />}{' '}
              <ArrowRight aria-hidden className="inline size-3 rtl:rotate-180" />{' '}
              <span className="sr-only">
                <Trans>changed to</Trans>{' '}
              </span>
              {change.to ? <bdi>{change.to}</bdi> : <Missing />}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function TimelineTab({ agreementId }: { agreementId: string }) {
  const { t } = useLingui()
  const params = { id: agreementId }
  const events = useInfiniteQuery({
    queryKey: callKey(getAgreementTimeline, { params }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Answer> =>
      call(getAgreementTimeline, { params, query: { limit: 50, ...(pageParam && { before: pageParam }) }, signal }),
    getNextPageParam: last => (last.more ? last.items.at(-1)?.id : undefined),
  })
  if (events.error) return <Banner tone="bad">{sentenceFor(events.error)}</Banner>
  if (!events.data) return <SkeletonText lines={8} />
  const items = events.data.pages.flatMap(page => page.items)
  return (
    <>
      <h2 className="sr-only">{t`Timeline`}</h2>
      <Timeline
        events={items.map(item => ({
          id: item.id,
          at: item.at,
          text: item.sentence,
          detail: <Detail item={item} />,
          by: item.actor,
        }))}
        more={
          events.hasNextPage && (
            <div>
              <Button isPending={events.isFetchingNextPage} onPress={() => void events.fetchNextPage()}>
                {t`Show earlier events`}
              </Button>
            </div>
          )
        }
      />
    </>
  )
}
