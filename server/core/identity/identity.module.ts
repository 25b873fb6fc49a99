// Identity as a module of the app.
import { defineModule } from '../module.ts'
import { identityRoutes } from './identity.routes.ts'

export const identityModule = defineModule({ name: 'identity', routes: identityRoutes })
