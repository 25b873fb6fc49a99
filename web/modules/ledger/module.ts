// Promises and deeds in the pages of agreements and partners, and the numbers by which their pulse is judged.
import { msg } from '@lingui/core/macro'
import { Activity } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const ledgerModule = defineModule({
  name: 'ledger',
  nav: [
    {
      label: msg`Pulse rules`,
      icon: Activity,
      to: '/settings/pulse',
      order: 930,
      when: session => may(session, 'administer'),
    },
  ],
  pages: [
    {
      path: '/settings/pulse',
      load: () => import('./pages/pulse-settings.tsx').then(file => file.PulseSettingsPage),
    },
  ],
})
