// Signing in, first set-up, the people who work here and what each of them chose.
import { msg } from '@lingui/core/macro'
import { ScrollText, UsersRound } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const identityModule = defineModule({
  name: 'identity',
  texts: ['core', 'registry'],
  nav: [
    {
      label: msg`People and access`,
      icon: UsersRound,
      to: '/people',
      order: 920,
      when: session => may(session, 'administer'),
    },
    {
      label: msg`Log of sign-ins`,
      icon: ScrollText,
      to: '/access-log',
      order: 930,
      when: session => may(session, 'audit'),
    },
  ],
  pages: [
    { path: '/sign-in', layout: 'plain', load: () => import('./pages/sign-in.tsx').then(file => file.SignInPage) },
    {
      path: '/sign-in/link',
      layout: 'plain',
      load: () => import('./pages/sign-in-link.tsx').then(file => file.SignInLinkPage),
    },
    { path: '/setup', layout: 'plain', load: () => import('./pages/setup.tsx').then(file => file.SetupPage) },
    {
      path: '/invitation',
      layout: 'plain',
      load: () => import('./pages/invitation.tsx').then(file => file.InvitationPage),
    },
    {
      path: '/people',
      load: () => import('./pages/people.tsx').then(file => file.PeoplePage),
      pages: [{ path: '$accountId', load: () => import('./pages/account-panel.tsx').then(file => file.AccountPanel) }],
    },
    {
      path: '/access-log',
      load: () => import('./pages/access-log.tsx').then(file => file.AccessLogPage),
    },
    {
      path: '/people/$accountId/powers',
      load: () => import('./pages/person-powers.tsx').then(file => file.PersonPowersPage),
    },
    {
      path: '/people/$accountId/hand-over',
      load: () => import('./pages/hand-over.tsx').then(file => file.HandOverPage),
    },
    { path: '/account/powers', load: () => import('./pages/person-powers.tsx').then(file => file.PersonPowersPage) },
    {
      path: '/agreements/$recordId/access',
      load: () => import('./pages/record-access.tsx').then(file => file.RecordAccessPage),
    },
    {
      path: '/api-reference',
      load: () => import('./pages/api-reference.tsx').then(file => file.ApiReferencePage),
    },
    { path: '/account/sign-in', load: () => import('./pages/security.tsx').then(file => file.SecurityPage) },
    { path: '/account', load: () => import('./pages/own-account.tsx').then(file => file.OwnAccountPage) },
  ],
})
