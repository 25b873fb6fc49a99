// Every night the turns of agreements that renewed themselves follow to the review of their new term.
import type { JobDefinition } from '#core/module.ts'
import { dayIn } from '#core/time.ts'
import { followRenewals } from '../work.store.ts'

export const followRenewalsNightly: JobDefinition = {
  name: 'work.follow_renewals',
  schedule: '25 1 * * *',
  async run(_payload, { services }) {
    const moved = await followRenewals(services.db, dayIn(services.clock.now(), services.timeZone))
    if (moved > 0) services.log.info({ moved }, 'turns followed agreements that renewed themselves')
  },
}
