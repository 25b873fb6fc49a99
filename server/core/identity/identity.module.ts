// Identity as a module of the app.
import { defineModule } from '../module.ts'
import { identityRoutes } from './identity.routes.ts'
import { ownAccountRoutes } from './own-account.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { personalRoutes } from './personal/personal.routes.ts'
import { applyRetention } from './personal/retention.ts'
import { mailLinkRoutes } from './sign-in/mail-link.routes.ts'
import { sendLinkJob } from './sign-in/mail-link.ts'
import { secondStepRoutes } from './sign-in/second-step.routes.ts'
import { signInRoutes } from './sign-in/sign-in.routes.ts'
import { signOnRoutes } from './sign-in/sign-on.routes.ts'
import { tokenRoutes } from './tokens/token.routes.ts'

export const identityModule = defineModule({
  name: 'identity',
  routes: [
    ...identityRoutes,
    ...ownAccountRoutes,
    ...signInRoutes,
    ...secondStepRoutes,
    ...mailLinkRoutes,
    ...signOnRoutes,
    ...peopleRoutes,
    ...tokenRoutes,
    ...personalRoutes,
  ],
  jobs: [
    sendLinkJob,
    {
      name: 'identity.apply_retention',
      schedule: '40 3 * * *',
      run: (_, { services }) => applyRetention(services),
    },
  ],
})
