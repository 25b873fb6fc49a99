// Due diligence: checks with what was found, the lists they are compared with, settings.
import { msg } from '@lingui/core/macro'
import { ShieldCheck } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const screeningModule = defineModule({
  name: 'screening',
  nav: [
    {
      label: msg`Due diligence`,
      icon: ShieldCheck,
      to: '/screening',
      order: 45,
      when: session => ['write', 'audit'].some(power => may(session, power)),
    },
  ],
  pages: [
    { path: '/screening', load: () => import('./pages/checks.tsx').then(file => file.ChecksPage) },
    { path: '/screening/lists', load: () => import('./pages/lists.tsx').then(file => file.ListsPage) },
    { path: '/screening/$checkId', load: () => import('./pages/check.tsx').then(file => file.CheckPage) },
  ],
})
