// The work of the day: Today is the home of everybody who is signed in.
import { msg } from '@lingui/core/macro'
import { Sun } from 'lucide-react'
import { defineModule } from '../../app/module.ts'

export const workModule = defineModule({
  name: 'work',
  texts: ['shared:agreements', 'shared:ledger'],
  nav: [{ label: msg`Today`, icon: Sun, to: '/', order: 10 }],
  pages: [
    { path: '/', load: () => import('./pages/today.tsx').then(file => file.TodayPage), texts: ['collaboration'] },
  ],
})
