// A spreadsheet becomes a portfolio: bring a list, see what each cell was taken for, decide the doubts, write.
import { msg } from '@lingui/core/macro'
import { FileSpreadsheet } from 'lucide-react'
import { defineModule } from '../../app/module.ts'

export const importsModule = defineModule({
  name: 'imports',
  texts: ['agreements', 'ledger', 'registry'],
  nav: [{ label: msg`Imports`, icon: FileSpreadsheet, to: '/imports', order: 60 }],
  pages: [
    { path: '/imports', load: () => import('./pages/import-list.tsx').then(file => file.ImportList) },
    { path: '/imports/new', load: () => import('./pages/new-import.tsx').then(file => file.NewImport) },
    { path: '/imports/$importId', load: () => import('./pages/import-page.tsx').then(file => file.ImportPage) },
  ],
})
