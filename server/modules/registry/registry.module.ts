// The registry as a module of the app.
import { defineModule } from '#core/module.ts'
import { asOfRoutes } from './as-of.routes.ts'
import { registryInvariants } from './invariants.store.ts'
import { importRegistryJob } from './jobs/import-registry.ts'
import { matchRoutes } from './match.routes.ts'
import { organisationRoutes } from './organisation.routes.ts'
import { personRoutes } from './person.routes.ts'
import { registryRoutes } from './registry.routes.ts'
import { organisationRecords, personRecords } from './registry-records.ts'

export const registryModule = defineModule({
  name: 'registry',
  routes: [...organisationRoutes, ...asOfRoutes, ...personRoutes, ...matchRoutes, ...registryRoutes],
  jobs: [importRegistryJob],
  invariants: registryInvariants,
  records: [organisationRecords, personRecords],
})
