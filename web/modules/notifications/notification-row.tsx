// One thing that I am told: what happened, in which record, and a way to have it read or not.
import { useLingui } from '@lingui/react/macro'
import { Mail, MailOpen } from 'lucide-react'
import type { NotificationView } from '#modules/notifications/notification.contract.ts'
import { useFormat } from '../../core/format.ts'
import { Bdi, LocalisedText } from '../../kit/bdi.tsx'
import { IconButton } from '../../kit/button.tsx'
import { BareLink } from '../../kit/link.tsx'
import { Dot } from '../../kit/status-dot.tsx'
import type { NotificationActions } from './notification-actions.ts'

/** A path of the product with what stands behind its question mark apart, as links want it. */
export function placeOf(path: string): { to: string; search?: Record<string, string> } {
  const { pathname, searchParams } = new URL(path, 'http://here')
  return searchParams.size > 0 ? { to: pathname, search: Object.fromEntries(searchParams) } : { to: pathname }
}

export interface NotificationRowProps {
  item: NotificationView
  actions: NotificationActions
  /** Before the record is opened. */
  onOpen?: () => void
}

export function NotificationRow({ item, actions, onOpen }: NotificationRowProps) {
  const { t } = useLingui()
  const { relativeInstant, instant, list } = useFormat()
  const { record } = item
  const open = () => {
    if (!item.isRead) void actions.mark(item, true)
    onOpen?.()
  }
  return (
    <li className="flex items-start gap-2 border-b border-line py-2.5 last:border-b-0">
      <span className="flex h-5 w-2 shrink-0 items-center">
        {!item.isRead && (
          <>
            <Dot tone="accent" />
            <span className="sr-only">{t`Unread`}</span>
          </>
        )}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on the link bubbles here; the link does the work */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div className="min-w-0 flex-1" onClick={event => (event.target as Element).closest('a') && open()}>
        <p className={`text-sm text-pretty break-words ${item.isRead ? 'text-muted' : ''}`}>
          <BareLink {...placeOf(record.path)} className="rounded-sm hover:underline focus-ring">
            {item.sentence}
          </BareLink>
          {item.fields.length > 0 && <span className="text-muted">: {list(item.fields)}</span>}
        </p>
        {item.words && (
          <p className="my-1 border-s border-line ps-2 text-sm text-muted break-words">
            <Bdi>{item.words}</Bdi>
          </p>
        )}
        <p className="text-xs text-muted text-pretty break-words">
          {record.number && (
            <>
              <bdi>{record.number}</bdi>{' '}
            </>
          )}
          <LocalisedText texts={record.title} /> · {record.kind} ·{' '}
          <time dateTime={item.at} title={instant(item.at)}>
            {relativeInstant(item.at)}
          </time>
        </p>
      </div>
      <IconButton
        size="small"
        label={item.isRead ? t`Mark as unread` : t`Mark as read`}
        onPress={() => void actions.mark(item, !item.isRead)}
      >
        {item.isRead ? <Mail aria-hidden className="size-4" /> : <MailOpen aria-hidden className="size-4" />}
      </IconButton>
    </li>
  )
}
