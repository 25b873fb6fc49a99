// Imports as a module of the app.
import { defineModule } from '#core/module.ts'
import { importJobs } from './import.jobs.ts'
import { importRoutes } from './import.routes.ts'

export const importsModule = defineModule({ name: 'imports', routes: importRoutes, jobs: importJobs })
