// Drafting: the page on which the text of an agreement is written.
import { defineModule } from '../../app/module.ts'

export const draftingModule = defineModule({
  name: 'drafting',
  pages: [
    {
      path: '/agreements/$agreementId/draft',
      load: () => import('./pages/draft.tsx').then(file => file.DraftPage),
      texts: ['agreements', 'ledger', 'collaboration'],
    },
  ],
})
