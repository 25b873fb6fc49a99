// Notifications: who is told of what happens, in the app and live.
import { defineModule } from '#core/module.ts'
import { tellOfEvents } from './jobs/tell-of-events.ts'
import { toldEvents } from './notices.ts'
import { notificationRoutes } from './notification.routes.ts'
import { streamsOf } from './notification-streams.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  routes: notificationRoutes,
  jobs: [tellOfEvents],
  subscriptions: toldEvents.map(event => ({ event, job: tellOfEvents.name })),
  closing: services => streamsOf(services).close(),
})
