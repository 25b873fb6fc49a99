// The live stream of what is unread: one page of a browser holds it and tells the others. Fetched when the first page has settled.
import { streamNotifications, type Unread } from '#modules/notifications/notification.contract.ts'

const againAfterMs = 300_000
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
export function watchUnread(onUnread: (unread: Unread) => void, onLive: (isLive: boolean) => void): () => void {
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
      if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, againAfterMs)
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
