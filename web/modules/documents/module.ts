// Documents: the library of clauses and templates, the seals of organisations, and the public page that verifies a document.
import { msg } from '@lingui/core/macro'
import { BadgeCheck, FileType2, NotebookText } from 'lucide-react'
import { defineModule } from '../../app/module.ts'
import { may } from '../../core/session.ts'

export const documentsModule = defineModule({
  name: 'documents',
  texts: ['shared:agreements', 'shared:ledger'],
  nav: [
    { label: msg`Clause library`, icon: NotebookText, to: '/library', order: 70 },
    { label: msg`Seals`, icon: BadgeCheck, to: '/seals', order: 927, when: session => may(session, 'administer') },
    {
      label: msg`Word templates`,
      icon: FileType2,
      to: '/word-templates',
      order: 926,
      when: session => may(session, 'write'),
    },
  ],
  pages: [
    { path: '/verify', layout: 'plain', load: () => import('./verify/verify-page.tsx').then(file => file.VerifyPage) },
    { path: '/seals', load: () => import('./seals/seals-page.tsx').then(file => file.SealsPage) },
    {
      path: '/word-templates',
      load: () => import('./word-templates/word-templates-page.tsx').then(file => file.WordTemplatesPage),
    },
    { path: '/library', load: () => import('./pages/templates.tsx').then(file => file.TemplatesPage) },
    { path: '/library/clauses', load: () => import('./pages/clauses.tsx').then(file => file.ClausesPage) },
    {
      path: '/library/upload',
      load: () => import('./pages/upload-template.tsx').then(file => file.UploadTemplatePage),
    },
    { path: '/library/clauses/new', load: () => import('./pages/edit-clause.tsx').then(file => file.NewClausePage) },
    { path: '/library/clauses/$itemId', load: () => import('./pages/clause.tsx').then(file => file.ClausePage) },
    {
      path: '/library/clauses/$itemId/edit',
      load: () => import('./pages/edit-clause.tsx').then(file => file.EditClausePage),
    },
    {
      path: '/library/templates/new',
      load: () => import('./pages/edit-template.tsx').then(file => file.NewTemplatePage),
    },
    { path: '/library/templates/$itemId', load: () => import('./pages/template.tsx').then(file => file.TemplatePage) },
    {
      path: '/library/templates/$itemId/edit',
      load: () => import('./pages/edit-template.tsx').then(file => file.EditTemplatePage),
    },
  ],
})
