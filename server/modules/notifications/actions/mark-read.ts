// Marks notifications of the actor as read or unread.
import { defineAction } from '#core/actions.ts'
import { markRead } from '../notification.store.ts'

export interface MarkReadInput {
  ids?: readonly string[] | undefined
  until?: string | undefined
  isRead: boolean
}

export const markNotificationsRead = defineAction({
  name: 'notification.mark_read',
  async run(ctx, { ids, until, isRead }: MarkReadInput): Promise<void> {
    // What somebody has read is their own business and no part of the trail.
    ctx.unchanged()
    if (ids === undefined && until === undefined) return
    const at = isRead ? new Date(ctx.now.epochMilliseconds).toISOString() : null
    await markRead(ctx.db, ctx.actor.id!, { ids, until }, at)
  },
})
