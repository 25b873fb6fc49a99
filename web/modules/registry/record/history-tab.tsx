// What happened to an organisation and to those merged into it, the newest first.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { getTimeline } from '#modules/registry/organisation.contract.ts'
import { type OrganisationField, organisationFields } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Timeline } from '../../../kit/timeline.tsx'

const step = 50
const most = 200

const isField = (name: string): name is OrganisationField => name in organisationFields

function EventDetail({ fields, reason }: { fields: readonly string[]; reason: string | null }) {
  const term = useTerm()
  const { list } = useFormat()
  const changed = fields.filter(isField).map(field => term(organisationFields[field]))
  return (
    <>
      {changed.length > 0 && <p>{list(changed)}</p>}
      {reason && (
        <p>
          <q>
            <bdi>{reason}</bdi>
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
          detail: <EventDetail fields={Object.keys(item.changes ?? {})} reason={item.reason} />,
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
