// What I am told: the panel behind the bell, and its page.
import { defineModule } from '../../app/module.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  pages: [
    {
      path: '/notifications',
      load: () => import('./pages/notification-list.tsx').then(file => file.NotificationListPage),
    },
  ],
})
