// The panel behind the bell: the latest that I am told.
import { Trans, useLingui } from '@lingui/react/macro'
import { sentenceFor } from '../../core/problem.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { LinkButton } from '../../kit/link.tsx'
import { SkeletonRows } from '../../kit/skeleton.tsx'
import { useNotificationActions, useNotifications } from './notification-actions.ts'
import { NotificationRow } from './notification-row.tsx'

export function LatestNotifications({ unread, onClose }: { unread: number; onClose: () => void }) {
  const { t } = useLingui()
  const answer = useNotifications({ limit: 15 })
  const actions = useNotificationActions()
  const items = answer.data?.pages[0]?.items
  const newest = items?.[0]
  return (
    <div className="flex min-h-full flex-col">
      <div className="flex-1 px-4">
        {answer.error && (
          <Banner tone="bad" className="my-3">
            {sentenceFor(answer.error)}
          </Banner>
        )}
        {answer.isPending && <SkeletonRows rows={8} />}
        {items?.length === 0 && (
          <p className="px-2 py-6 text-sm text-muted">
            <Trans>Nothing yet. What happens to agreements that you own or watch is told here.</Trans>
          </p>
        )}
        <ul>
          {items?.map(item => (
            <NotificationRow key={item.id} item={item} actions={actions} onOpen={onClose} />
          ))}
        </ul>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on the link bubbles here; the link does the work */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        className="sticky bottom-0 flex flex-wrap gap-2 border-t border-line bg-surface px-4 py-3"
        onClick={event => (event.target as Element).closest('a') && onClose()}
      >
        <LinkButton to="/notifications">{t`Show all`}</LinkButton>
        {newest && unread > 0 && (
          <Button variant="quiet" onPress={() => void actions.markAll(newest)}>{t`Mark all as read`}</Button>
        )}
      </div>
    </div>
  )
}
