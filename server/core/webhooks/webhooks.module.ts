// Webhooks as a module of the app.
import { defineModule } from '../module.ts'
import { sendDueName } from './plan-deliveries.ts'
import { sendDue } from './send-due.ts'
import { forgetDelivered, webhooksWithDue } from './webhook.store.ts'
import { webhookRoutes } from './webhooks.routes.ts'

export const webhooksModule = defineModule({
  name: 'webhooks',
  routes: webhookRoutes,
  jobs: [
    {
      name: sendDueName,
      run: (payload, { services, signal }) => sendDue(services, String(payload.webhookId), signal),
    },
    {
      // Takes up what a worker that was killed left behind.
      name: 'webhooks.sweep',
      schedule: '* * * * *',
      async run(_payload, { services: { db, clock, jobs } }) {
        const now = new Date(clock.now().epochMilliseconds).toISOString()
        for (const webhookId of await webhooksWithDue(db, now))
          await jobs.enqueue(db, sendDueName, { webhookId }, { singletonKey: webhookId })
      },
    },
    {
      name: 'webhooks.forget',
      schedule: '35 3 * * *',
      async run(_payload, { services: { db, clock } }) {
        await forgetDelivered(db, new Date(clock.now().epochMilliseconds).toISOString())
      },
    },
  ],
})
