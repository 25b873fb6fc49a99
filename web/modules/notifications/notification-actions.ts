// Reading what one is told, page by page, and marking it.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '#core/contract.ts'
import {
  countUnread,
  listNotifications,
  type NotificationView,
  readNotifications,
} from '#modules/notifications/notification.contract.ts'
import { call } from '../../core/api.ts'
import { sentenceFor } from '../../core/problem.ts'
import { callKey } from '../../core/query.ts'
import { toast } from '../../kit/toasts.tsx'

/** Pages that follow each other; the newest first. */
export function useNotifications(query: { unread?: boolean; limit: number }) {
  return useInfiniteQuery({
    queryKey: callKey(listNotifications, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { query: { ...query, ...(pageParam && { before: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
}

export interface NotificationActions {
  mark(one: NotificationView, isRead: boolean): Promise<void>
  /** Everything up to the newest that is shown; what came meanwhile stays unread. */
  markAll(newest: NotificationView): Promise<void>
}

export function useNotificationActions(): NotificationActions {
  const client = useQueryClient()
  const write = async (body: BodyOf<typeof readNotifications>) => {
    try {
      const unread = await call(readNotifications, { body })
      client.setQueryData(callKey(countUnread, undefined), unread)
    } catch (error) {
      toast({ text: sentenceFor(error), tone: 'bad' })
    }
    await client.invalidateQueries({ queryKey: [listNotifications.path] })
  }
  return {
    mark: (one, isRead) => write({ ids: [one.id], isRead }),
    markAll: newest => write({ until: newest.id }),
  }
}
