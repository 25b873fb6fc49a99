// Notifications: who is told of what happens, in the app, live, and by mail.
import { defineModule } from '#core/module.ts'
import { calendarRoutes } from './calendars/calendar.routes.ts'
import { forgetMailsNightly, mailAtOnce, mailDigests, sendMailsJob } from './jobs/mail-people.ts'
import { remindDaily } from './jobs/remind-daily.ts'
import { tellOfEvents } from './jobs/tell-of-events.ts'
import { mailRoutes } from './mail/mail.routes.ts'
import { toldEvents } from './notices.ts'
import { notificationRoutes } from './notification.routes.ts'
import { streamsOf } from './notification-streams.ts'
import { reminderRoutes } from './reminders/reminder.routes.ts'
import { taskRecords } from './task-records.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  routes: [...notificationRoutes, ...mailRoutes, ...calendarRoutes, ...reminderRoutes],
  jobs: [tellOfEvents, mailAtOnce, mailDigests, sendMailsJob, forgetMailsNightly, remindDaily],
  subscriptions: toldEvents.map(event => ({ event, job: tellOfEvents.name })),
  records: [taskRecords],
  closing: services => streamsOf(services).close(),
})
