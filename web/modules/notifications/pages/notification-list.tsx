// All that I am told, day by day; the unread ones alone where one wants that.
import { Trans, useLingui } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { countUnread, type NotificationView } from '#modules/notifications/notification.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readFlag, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { Switch } from '../../../kit/switch.tsx'
import { groupByDay } from '../../../kit/timeline.tsx'
import { type NotificationActions, useNotificationActions, useNotifications } from '../notification-actions.ts'
import { NotificationRow } from '../notification-row.tsx'

const readers = { unread: readFlag }

export function NotificationListPage() {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const isUnread = url.unread ?? false
  const answer = useNotifications({ limit: 30, ...(isUnread && { unread: true }) })
  const unread = useCall(countUnread).data?.count ?? 0
  const actions = useNotificationActions()
  const items = answer.data?.pages.flatMap(page => page.items)
  const newest = items?.[0]
  return (
    <Page width="reading">
      <PageHeader
        title={t`Notifications`}
        actions={
          <>
            <LinkButton to="/notifications/settings">{t`What is mailed to me`}</LinkButton>
            {newest && unread > 0 && (
              <Button variant="primary" onPress={() => void actions.markAll(newest)}>{t`Mark all as read`}</Button>
            )}
          </>
        }
      />
      <div className="mb-4">
        <Switch isSelected={isUnread} onChange={next => change({ unread: next || undefined })}>
          {t`Only unread ones`}
        </Switch>
      </div>
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonRows rows={10} />}
      {items && items.length > 0 && <Days items={items} actions={actions} />}
      {answer.hasNextPage && (
        <Button
          className="mt-4"
          isPending={answer.isFetchingNextPage}
          onPress={() => void answer.fetchNextPage()}
        >{t`Show older ones`}</Button>
      )}
      {items?.length === 0 && !answer.hasNextPage && (isUnread ? <AllRead /> : <NothingYet />)}
    </Page>
  )
}

function Days({ items, actions }: { items: readonly NotificationView[]; actions: NotificationActions }) {
  const { date, dayOfInstant } = useFormat()
  return groupByDay(items, dayOfInstant).map(({ day, events }) => (
    <section key={day} className="mb-5">
      <h2 className="text-xs font-medium text-muted">{date(day, 'long')}</h2>
      <ul>
        {events.map(item => (
          <NotificationRow key={item.id} item={item} actions={actions} />
        ))}
      </ul>
    </section>
  ))
}

function NothingYet() {
  const { t } = useLingui()
  return (
    <EmptyState icon={<Bell />} title={t`Nothing yet`}>
      <Trans>
        You are told here when somebody mentions you, gives you a turn or a task, or changes what you own or watch.
      </Trans>
    </EmptyState>
  )
}

function AllRead() {
  const { t } = useLingui()
  return (
    <EmptyState icon={<Bell />} title={t`Everything is read`}>
      <Trans>What is new will stand here at once.</Trans>
    </EmptyState>
  )
}
