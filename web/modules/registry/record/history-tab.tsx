// What happened to an organisation and to those merged into it, the newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { keysOf } from '#core/terms.ts'
import { historyParts } from '#modules/registry/history.terms.ts'
import { getTimeline } from '#modules/registry/organisation.contract.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Timeline } from '../../../kit/timeline.tsx'
import { BesideEvent, ChooseDay, organisationPaths, type RecordPaths } from '../as-of-parts.tsx'

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

const readers = { about: readOneOf(keysOf(historyParts)) }

/** One part of the history, and the way to the record as it stood on a day. */
function Choices({ paths }: { paths: RecordPaths }) {
  const { t } = useLingui()
  const term = useTerm()
  const [{ about }, change] = useUrlState(readers)
  const parts = keysOf(historyParts).map(id => ({ id, label: term(historyParts[id]) }))
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 no-print">
      <div className="w-52">
        <Select
          label={t`Kind of event`}
          choices={[{ id: 'all', label: t`Everything` }, ...parts]}
          value={about ?? 'all'}
          onChange={part => change({ about: part === 'all' ? undefined : part })}
        />
      </div>
      <ChooseDay paths={paths} />
    </div>
  )
}

export function HistoryTab({ id }: { id: string }) {
  const { t } = useLingui()
  const paths = organisationPaths(id)
  return (
    <>
      <h2 className="sr-only">{t`History`}</h2>
      <Choices paths={paths} />
      <Events id={id} paths={paths} />
    </>
  )
}

function Events({ id, paths }: { id: string; paths: RecordPaths }) {
  const { t } = useLingui()
  const [{ about }] = useUrlState(readers)
  const [limit, setLimit] = useState(step)
  const { data, error } = useCall(getTimeline, { params: { id }, query: { limit, ...(about && { about }) } })
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={8} />
  if (data.items.length === 0)
    return (
      <p className="text-sm text-muted">
        {about ? (
          <Trans>Nothing of this kind has happened yet.</Trans>
        ) : (
          <Trans>Nothing happened yet since this record came from the official registry.</Trans>
        )}
      </p>
    )
  const hasMore = data.items.length === limit && limit < most
  return (
    <Timeline
      events={data.items.map(item => ({
        id: item.id,
        at: item.at,
        text: item.sentence,
        detail: (item.changes.length > 0 || item.reason) && <EventDetail event={item} />,
        aside: <BesideEvent paths={paths} id={item.id} />,
      }))}
      more={
        hasMore && (
          <div>
            <Button onPress={() => setLimit(most)}>{t`Show earlier events`}</Button>
          </div>
        )
      }
    />
  )
}
