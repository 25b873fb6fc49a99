// The bell: how much is unread, and the panel with the latest behind it.
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { unreadLimit } from '#modules/notifications/notification.terms.ts'
import { useFormat } from '../core/format.ts'
import { loadCatalogue } from '../core/i18n.ts'
import { useTitleBadge } from '../core/live-unread.ts'
import { IconButton } from '../kit/button.tsx'
import { Drawer } from '../kit/drawer.tsx'

const Latest = lazy(async () => {
  const [file] = await Promise.all([import('../modules/notifications/latest.tsx'), loadCatalogue('notifications')])
  return { default: file.LatestNotifications }
})

/** The number as a badge has it; null when nothing is unread. */
function useBadge(count: number): string | null {
  const { number } = useFormat()
  if (count === 0) return null
  return count > unreadLimit ? `${number(unreadLimit)}+` : number(count)
}

export function NotificationBell({ unread }: { unread: number }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const badge = useBadge(unread)
  const label =
    unread === 0 ? t`Notifications` : t`Notifications: ${plural(unread, { one: '# unread', other: '# unread' })}`
  return (
    <>
      <IconButton label={label} className="relative" onPress={() => setOpen(true)}>
        <Bell aria-hidden className="size-4.5" strokeWidth={1.75} />
        {badge && (
          <span
            aria-hidden
            className="absolute end-0 top-0 min-w-4 rounded-full bg-accent px-1 text-2xs leading-4 font-semibold text-on-accent"
          >
            {badge}
          </span>
        )}
      </IconButton>
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t`Notifications`}>
        <Suspense>
          <Latest unread={unread} onClose={() => setOpen(false)} />
        </Suspense>
      </Drawer>
    </>
  )
}

/** The number of unread ones before the title of the tab. */
export function TitleBadge({ unread }: { unread: number }) {
  useTitleBadge(useBadge(unread))
  return null
}
