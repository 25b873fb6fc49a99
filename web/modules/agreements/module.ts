// Agreements, partners and countries: the portfolio, the records, the pages of what goes on with whom.
import { msg } from '@lingui/core/macro'
import { FileSignature, Globe } from 'lucide-react'
import { defineModule } from '../../app/module.ts'

export const agreementsModule = defineModule({
  name: 'agreements',
  texts: ['registry'],
  nav: [
    { label: msg`Portfolio`, icon: FileSignature, to: '/portfolio', order: 20 },
    { label: msg`Partners`, icon: Globe, to: '/partners', order: 30 },
  ],
  pages: [
    {
      path: '/portfolio',
      load: () => import('./pages/portfolio.tsx').then(file => file.PortfolioPage),
      pages: [
        { path: '$agreementId', load: () => import('./pages/agreement-panel.tsx').then(file => file.AgreementPanel) },
      ],
    },
    { path: '/agreements/new', load: () => import('./pages/new-agreement.tsx').then(file => file.NewAgreementPage) },
    {
      path: '/agreements/$agreementId',
      load: () => import('./pages/agreement.tsx').then(file => file.AgreementPage),
      texts: ['ledger', 'collaboration', 'guests', 'screening'],
    },
    {
      path: '/agreements/$agreementId/as-of',
      load: () => import('./pages/agreement-as-of.tsx').then(file => file.AgreementAsOfPage),
      texts: ['ledger'],
    },
    {
      path: '/agreements/$agreementId/edit',
      load: () => import('./pages/edit-agreement.tsx').then(file => file.EditAgreementPage),
    },
    { path: '/partners', load: () => import('./pages/partners.tsx').then(file => file.PartnersPage) },
    {
      path: '/partners/$organisationId',
      load: () => import('./pages/partner.tsx').then(file => file.PartnerPage),
      texts: ['ledger'],
    },
    {
      path: '/countries/$code',
      load: () => import('./pages/country.tsx').then(file => file.CountryPage),
      texts: ['ledger'],
    },
  ],
  commands: () => import('./agreement-commands.ts').then(file => file.agreementCommands),
})
