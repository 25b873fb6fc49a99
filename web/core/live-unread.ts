// How much is unread, live: one page of a browser holds the stream of the server and tells the others; without it every minute is asked.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  countUnread,
  listNotifications,
  streamNotifications,
  type Unread,
} from '#modules/notifications/notification.contract.ts'
import { callKey, useCall } from './query.ts'

const minute = 60_000
const lockName = 'concord.notifications'

/** Resolves when this page is the one that holds the stream; where browsers have no locks, every page is. */
function whenChosen(signal: AbortSignal): Promise<void> {
  if (!navigator.locks) return Promise.resolve()
  return new Promise(resolve => {
    const held = () =>
      new Promise<void>(release => {
        resolve()
        signal.addEventListener('abort', () => release())
      })
    navigator.locks.request(lockName, { signal }, held).catch(() => undefined)
  })
}

/** Hears of changes until it is stopped; `onLive` says whether the stream of this page runs. */
function watchUnread(onUnread: (unread: Unread) => void, onLive: (isLive: boolean) => void): () => void {
  const stopping = new AbortController()
  const others = new BroadcastChannel(lockName)
  others.onmessage = ({ data }) => onUnread(data as Unread)
  let stream: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    stream = new EventSource(streamNotifications.path)
    stream.onopen = () => onLive(true)
    stream.addEventListener('unread', event => {
      const unread = JSON.parse(event.data) as Unread
      onUnread(unread)
      others.postMessage(unread)
    })
    stream.onerror = () => {
      onLive(false)
      // The browser connects again by itself unless the server refused.
      if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, 5 * minute)
    }
  }
  void whenChosen(stopping.signal).then(() => !stopping.signal.aborted && open())
  return () => {
    stopping.abort()
    clearTimeout(again)
    stream?.close()
    others.close()
  }
}

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
    return watchUnread(take, setLive)
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
