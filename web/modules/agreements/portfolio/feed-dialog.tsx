// Private calendar links: made for the present filter, shown once, listed, revoked.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Static } from 'typebox'
import {
  createFeed,
  type FeedView,
  listFeeds,
  type PortfolioFilter,
  revokeFeed,
} from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { useReader } from '../../../core/reader.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { ConfirmDialog, Dialog } from '../../../kit/dialog.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { useFacetChoices } from './facet-choices.ts'
import { useFilterLabels } from './filter-chips.ts'
import type { FilterName } from './portfolio-filter.ts'

type Feed = Static<typeof FeedView>

/** Which agreements a link is about, in a few words. */
function useFeedWords() {
  const { t } = useLingui()
  const labels = useFilterLabels()
  const facets = useFacetChoices(undefined)
  return (query: Feed['query']): string => {
    const parts = Object.entries(query).map(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).map(each => facets.labelOf(name as never, each))
      return `${labels[name as FilterName] ?? name}: ${values.slice(0, 3).join(', ')}`
    })
    return parts.length > 0 ? parts.join(' · ') : t`All agreements you may see`
  }
}

export function FeedDialog({ filter, onClose }: { filter: PortfolioFilter; onClose: () => void }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const { language } = useReader()
  const feeds = useCall(listFeeds)
  const create = useWrite(createFeed, { refreshes: [listFeeds] })
  const [revoking, setRevoking] = useState<Feed | null>(null)
  const words = useFeedWords()
  const made = create.data
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  return (
    <Dialog isOpen onClose={onClose} title={t`Calendar link`}>
      <div className="flex flex-col gap-5 text-sm">
        <p>
          <Trans>
            A private link for Outlook, Google Calendar or any other calendar. It shows expiries, review dates and the
            last days to give notice, and stays up to date by itself.
          </Trans>
        </p>
        {create.error && <Banner tone="bad">{sentenceFor(create.error)}</Banner>}
        {made ? (
          <div className="flex flex-col gap-2">
            <CopyLine text={made.url} label={t`Copy the calendar link`} />
            <p className="text-xs text-muted">
              <Trans>
                It is shown only now: copy it and add it as a calendar from the internet. Whoever has it sees these
                dates until you revoke it.
              </Trans>
            </p>
          </div>
        ) : (
          <div>
            <Button
              variant="primary"
              isPending={create.isPending}
              onPress={() => create.mutate({ body: { ...(isFiltered && { filter }), language } })}
            >
              {isFiltered ? t`Make a link for what is filtered now` : t`Make a link for all agreements`}
            </Button>
          </div>
        )}
        <section>
          <h3 className="mb-1 font-semibold">{t`Your links`}</h3>
          {feeds.isPending && <SkeletonText lines={2} />}
          {feeds.data?.items.length === 0 && (
            <p className="text-muted">
              <Trans>You have none yet.</Trans>
            </p>
          )}
          <ul className="divide-y divide-line">
            {feeds.data?.items.map(feed => (
              <li key={feed.id} className="flex items-center gap-3 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block">{words(feed.query)}</span>
                  <span className="block text-xs text-muted">
                    <Trans>made {instant(feed.createdAt)}</Trans>
                  </span>
                </span>
                <Button size="small" onPress={() => setRevoking(feed)}>{t`Revoke …`}</Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {revoking && <RevokeDialog feed={revoking} onClose={() => setRevoking(null)} />}
    </Dialog>
  )
}

function RevokeDialog({ feed, onClose }: { feed: Feed; onClose: () => void }) {
  const { t } = useLingui()
  const revoke = useWrite(revokeFeed, { refreshes: [listFeeds] })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Revoke this calendar link?`}
      consequence={
        <Trans>Calendars that use it show nothing any more. It cannot be brought back; make a new one instead.</Trans>
      }
      action={t`Revoke`}
      isDangerous
      onConfirm={async () => {
        await revoke.mutateAsync({ params: { id: feed.id } })
      }}
    />
  )
}
