// Identity as a module of the app.
import { defineModule } from '../module.ts'
import { identityRoutes } from './identity.routes.ts'
import { ownAccountRoutes } from './own-account.routes.ts'
import { forgetOldAccess } from './sign-in/access-log.ts'
import { sendLinkJob } from './sign-in/mail-link.ts'

export const identityModule = defineModule({
  name: 'identity',
  routes: [...identityRoutes, ...ownAccountRoutes],
  jobs: [
    sendLinkJob,
    {
      name: 'identity.forget_old_access',
      schedule: '40 3 * * *',
      run: (_, { services }) => forgetOldAccess(services.db),
    },
  ],
})
