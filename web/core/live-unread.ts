// How much is unread, live by the server's stream; where that does not come, every minute is asked.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { countUnread, listNotifications, type Unread } from '#modules/notifications/notification.contract.ts'
import { callKey, useCall } from './query.ts'

const minute = 60_000
/** When the first page has settled, like everything that it does not need. */
const streamAfterMs = 5000

/** Unread notifications of the reader; undefined before the first answer. */
export function useUnread(): Unread | undefined {
  const client = useQueryClient()
  const [isLive, setLive] = useState(false)
  const { data } = useCall(countUnread)
  useEffect(() => {
    const take = (unread: Unread) => {
      client.setQueryData(callKey(countUnread, undefined), unread)
      void client.invalidateQueries({ queryKey: [listNotifications.path] })
    }
    let stop = () => {}
    let isOver = false
    const timer = setTimeout(
      () =>
        import('./unread-stream.ts').then(
          file => {
            if (!isOver) stop = file.watchUnread(take, setLive)
          },
          () => undefined,
        ),
      streamAfterMs,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [client])
  useEffect(() => {
    if (isLive) return undefined
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: [countUnread.path] }), minute)
    return () => clearInterval(timer)
  }, [client, isLive])
  return data
}

const badge = /^\(\S+\) /

/** Keeps the number before the title of the browser's tab, whichever page names it. */
export function useTitleBadge(text: string | null): void {
  useEffect(() => {
    const put = () => {
      const wanted = (text === null ? '' : `(${text}) `) + document.title.replace(badge, '')
      if (document.title !== wanted) document.title = wanted
    }
    put()
    const title = document.querySelector('title')
    const observer = new MutationObserver(put)
    if (title) observer.observe(title, { childList: true, characterData: true, subtree: true })
    return () => observer.disconnect()
  }, [text])
}
