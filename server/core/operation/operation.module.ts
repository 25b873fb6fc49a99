// Operation as a module of the app: what administrators see, and the checks of every night.
import { defineModule, type ModuleDefinition } from '../module.ts'
import { checkHealth, worst } from './health/health.ts'
import { keepReport } from './health/kept-report.ts'
import { operationRoutes } from './operation.routes.ts'

/** `modules` are those whose truths are checked; asked for when needed, since this module is one of them. */
export const createOperationModule = (modules: () => readonly ModuleDefinition[]): ModuleDefinition =>
  defineModule({
    name: 'operation',
    routes: operationRoutes(modules),
    jobs: [
      {
        name: 'operation.nightly_checks',
        schedule: '20 3 * * *',
        retries: 1,
        async run(_, { services }) {
          const checks = await checkHealth(services, modules())
          await keepReport(services.db, checks, services.clock.now())
          const broken = checks.filter(check => check.state === 'problem').map(check => check.name)
          if (worst(checks) === 'problem') services.log.error({ broken }, 'the doctor found something broken')
        },
      },
    ],
  })
