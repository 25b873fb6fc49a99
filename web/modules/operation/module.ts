// How the installation is: for its administrators.
import { msg } from '@lingui/core/macro'
import { ServerCog } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const operationModule = defineModule({
  name: 'operation',
  texts: ['core'],
  nav: [
    {
      label: msg`Operation`,
      icon: ServerCog,
      to: '/operation',
      order: 940,
      when: session => may(session, 'administer'),
    },
  ],
  pages: [
    { path: '/operation', load: () => import('./pages/operation.tsx').then(file => file.OperationPage) },
    { path: '/operation/webhooks', load: () => import('./pages/webhooks.tsx').then(file => file.WebhooksPage) },
    {
      path: '/operation/webhooks/$webhookId',
      load: () => import('./pages/webhook-log.tsx').then(file => file.WebhookLogPage),
    },
  ],
})
