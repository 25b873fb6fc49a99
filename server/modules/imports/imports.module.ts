// Imports as a module of the app.
import { defineModule } from '#core/module.ts'
import { exportRoute } from '#modules/agreements/index.ts'
import { importJobs } from './import.jobs.ts'
import { importRoutes } from './import.routes.ts'
import { importRecords } from './import-records.ts'
import { writeTable } from './reading/write-table.ts'

export const importsModule = defineModule({
  name: 'imports',
  routes: [...importRoutes, exportRoute(writeTable)],
  jobs: importJobs,
  records: [importRecords],
})
