// Organisations with their names, identifiers, units and people; the registry they come from.
import { msg } from '@lingui/core/macro'
import { Building2, LibraryBig } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const registryModule = defineModule({
  name: 'registry',
  nav: [
    { label: msg`Organisations`, icon: Building2, to: '/organisations', order: 80 },
    {
      label: msg`Registry`,
      icon: LibraryBig,
      to: '/registry',
      order: 930,
      when: session => may(session, 'administer'),
    },
  ],
  pages: [
    {
      path: '/organisations',
      load: () => import('./pages/organisation-list.tsx').then(file => file.OrganisationListPage),
    },
    {
      path: '/organisations/new',
      load: () => import('./pages/organisation-new.tsx').then(file => file.OrganisationNewPage),
    },
    {
      path: '/organisations/$organisationId',
      load: () => import('./pages/organisation-record.tsx').then(file => file.OrganisationRecordPage),
      texts: ['collaboration'],
    },
    {
      path: '/organisations/$organisationId/as-of',
      load: () => import('./pages/organisation-as-of.tsx').then(file => file.OrganisationAsOfPage),
    },
    {
      path: '/organisations/$organisationId/edit',
      load: () => import('./pages/organisation-edit.tsx').then(file => file.OrganisationEditPage),
    },
    { path: '/registry', load: () => import('./pages/registry-state.tsx').then(file => file.RegistryStatePage) },
  ],
  commands: () => import('./registry-commands.ts').then(file => file.registryCommands),
})
