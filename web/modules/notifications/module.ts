// What I am told: the panel behind the bell, and its page.
import { defineModule } from '../../app/module.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  pages: [
    {
      path: '/notifications',
      load: () => import('./pages/notification-list.tsx').then(file => file.NotificationListPage),
    },
    {
      path: '/notifications/settings',
      load: () => import('./pages/mail-settings.tsx').then(file => file.MailSettingsPage),
    },
    {
      path: '/unsubscribe/$token',
      layout: 'plain',
      load: () => import('./pages/unsubscribe.tsx').then(file => file.UnsubscribePage),
    },
    {
      path: '/operation/reminders',
      load: () => import('./pages/reminders.tsx').then(file => file.RemindersPage),
    },
    {
      path: '/operation/working-days',
      load: () => import('./pages/calendars.tsx').then(file => file.CalendarsPage),
    },
    {
      path: '/operation/outbox',
      load: () => import('./pages/outbox.tsx').then(file => file.OutboxPage),
      pages: [{ path: '$mailId', load: () => import('./pages/outbox-mail.tsx').then(file => file.OutboxMailPanel) }],
    },
  ],
})
