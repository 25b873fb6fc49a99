// The search: a page with everything that was found, and what the command palette finds.
import { defineModule } from '../../app/module.ts'

export const searchModule = defineModule({
  name: 'search',
  pages: [{ path: '/search', load: () => import('./pages/search.tsx').then(file => file.SearchPage) }],
  commands: () => import('./search-commands.ts').then(file => file.searchCommands),
})
