// HTTP of notifications: the list, how much is unread, marking, and the live stream.
import { handle, handleRaw, type RouteRegistration } from '#core/module.ts'
import { markNotificationsRead } from './actions/mark-read.ts'
import * as contract from './notification.contract.ts'
import { notificationPage } from './notification-list.ts'
import { eventText, streamHeaders, streamsOf } from './notification-streams.ts'
import { countUnread } from './unread.ts'

/** What the page last heard, from its own header when the browser connects again by itself. */
function knownRevision(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null
}

export const notificationRoutes: RouteRegistration[] = [
  handle(contract.listNotifications, async ({ db, actor, t, query }) => {
    const { unread = false, before, limit = 30 } = query
    return notificationPage(db, actor, t, { unread, before, limit })
  }),
  handle(contract.countUnread, async ({ db, actor }) => (await countUnread(db, [actor])).get(actor.id!)!),
  handle(contract.readNotifications, async ({ db, actor, body, run }) => {
    await run(markNotificationsRead, { ids: body.ids, until: body.until, isRead: body.isRead ?? true })
    return (await countUnread(db, [actor])).get(actor.id!)!
  }),
  handleRaw(contract.streamNotifications, async ({ db, actor, services, raw, reply }) => {
    const wantsStream = String(raw.headers.accept ?? '').includes('text/event-stream')
    // A program that does not read streams would wait for ever; one that acts by a token asks when it wants to know.
    if (!wantsStream || actor.tokenScopes)
      return reply.headers(streamHeaders).send(eventText((await countUnread(db, [actor])).get(actor.id!)!))
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    await streamsOf(services).open(actor, reply.raw, knownRevision(raw.headers['last-event-id']))
    return reply.hijack()
  }),
]
