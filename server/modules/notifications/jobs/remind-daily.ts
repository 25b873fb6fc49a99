// Every morning, before the usual hour of digests, people are reminded of the dates that come.
import type { JobDefinition } from '#core/module.ts'
import { remind } from '../reminders/remind.ts'

export const remindDaily: JobDefinition = {
  name: 'notifications.remind',
  schedule: '30 4 * * *',
  async run(_payload, { services }) {
    const count = await remind(services)
    services.log.info({ count }, 'reminders of dates told')
  },
}
