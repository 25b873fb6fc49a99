// Guests: the page that people outside open by their link, and all links for administrators.
import { msg } from '@lingui/core/macro'
import { Link2 } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const guestsModule = defineModule({
  name: 'guests',
  texts: ['shared:agreements', 'shared:ledger'],
  nav: [{ label: msg`Guests`, icon: Link2, to: '/guests', order: 925, when: session => may(session, 'administer') }],
  pages: [
    {
      path: '/guest/$guestId',
      layout: 'plain',
      load: () => import('./pages/guest-visit.tsx').then(file => file.GuestVisitPage),
    },
    { path: '/guests', load: () => import('./pages/all-guests.tsx').then(file => file.AllGuestsPage) },
  ],
})
