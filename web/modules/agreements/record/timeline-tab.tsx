// What happened to an agreement, its promises and deeds, in sentences; the newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { ResponseOf } from '#core/contract.ts'
import { keysOf } from '#core/terms.ts'
import { getAgreementTimeline } from '#modules/agreements/agreement.contract.ts'
import { timelineParts } from '#modules/agreements/timeline.terms.ts'
import { call } from '../../../core/api.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callKey } from '../../../core/query.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Timeline } from '../../../kit/timeline.tsx'
import { BesideEvent, ChooseDay, type RecordPaths } from '../../registry/as-of-parts.tsx'
import { agreementPaths } from './record-parts.ts'

type Answer = ResponseOf<typeof getAgreementTimeline>
type Item = Answer['items'][number]

const readers = { about: readOneOf(keysOf(timelineParts)) }

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
              <span className="text-ink">{change.label}:</span> {change.from || <Missing />}{' '}
              <ArrowRight aria-hidden className="inline size-3 rtl:rotate-180" />{' '}
              <span className="sr-only">
                <Trans>changed to</Trans>{' '}
              </span>
              {change.to || <Missing />}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** One part of the timeline, and the way to the record as it stood on a day. */
function Choices({ paths }: { paths: RecordPaths }) {
  const { t } = useLingui()
  const term = useTerm()
  const [{ about }, change] = useUrlState(readers)
  const parts = keysOf(timelineParts).map(id => ({ id, label: term(timelineParts[id]) }))
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 no-print">
      <div className="w-52">
        <Select
          label={t`Kind of event`}
          choices={[{ id: 'all', label: t`Everything` }, ...parts]}
          value={about ?? 'all'}
          onChange={id => change({ about: id === 'all' ? undefined : id })}
        />
      </div>
      <ChooseDay paths={paths} />
    </div>
  )
}

export function TimelineTab({ agreementId }: { agreementId: string }) {
  const { t } = useLingui()
  const paths = agreementPaths(agreementId)
  return (
    <>
      <h2 className="sr-only">{t`Timeline`}</h2>
      <Choices paths={paths} />
      <Events agreementId={agreementId} paths={paths} />
    </>
  )
}

function Events({ agreementId, paths }: { agreementId: string; paths: RecordPaths }) {
  const { t } = useLingui()
  const [{ about }] = useUrlState(readers)
  const params = { id: agreementId }
  const query = { limit: 50, ...(about && { about }) }
  const events = useInfiniteQuery({
    queryKey: callKey(getAgreementTimeline, { params, query }),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Answer> =>
      call(getAgreementTimeline, { params, query: { ...query, ...(pageParam && { before: pageParam }) }, signal }),
    getNextPageParam: last => (last.more ? last.items.at(-1)?.id : undefined),
  })
  if (events.error) return <Banner tone="bad">{sentenceFor(events.error)}</Banner>
  if (!events.data) return <SkeletonText lines={8} />
  const items = events.data.pages.flatMap(page => page.items)
  if (items.length === 0) return <p className="text-sm text-muted">{t`Nothing of this kind has happened yet.`}</p>
  return (
    <Timeline
      events={items.map(item => ({
        id: item.id,
        at: item.at,
        text: item.sentence,
        detail: <Detail item={item} />,
        aside: <BesideEvent paths={paths} id={item.id} />,
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
  )
}
