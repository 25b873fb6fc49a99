// The work of the day: Today, what is put off, turns given on.
import { defineModule } from '#core/module.ts'
import { followRenewalsNightly } from './jobs/follow-renewals.ts'
import { todayRoutes } from './today.routes.ts'

export const workModule = defineModule({ name: 'work', routes: todayRoutes, jobs: [followRenewalsNightly] })
