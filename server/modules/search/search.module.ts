// The search: one place that finds everything a reader may see.
import { declaredEvents } from '#core/events.ts'
import { defineModule } from '#core/module.ts'
import { refreshAfterEvents, tidyNightly } from './jobs/keep-documents.ts'
import { readFile } from './jobs/read-file.ts'
import { searchInvariants } from './search.invariants.ts'
import { searchRoutes } from './search.routes.ts'

/** Of whose events something that can be found may have changed; all modules that record them come before this one. */
const subjects: ReadonlySet<string> = new Set([
  ...[
    'agreement',
    'commitment',
    'activity',
    'entry',
    'organisation',
    'person',
    'account',
    'comment',
    'registry_run',
    'import',
  ],
])

export const searchModule = defineModule({
  name: 'search',
  routes: searchRoutes,
  jobs: [refreshAfterEvents, readFile, tidyNightly],
  // Asked for when the app is put together: by then all modules have declared their events.
  get subscriptions() {
    const followed = declaredEvents().filter(event => subjects.has(event.subject))
    return followed.map(event => ({ event, job: refreshAfterEvents.name }))
  },
  invariants: searchInvariants,
  // After an upgrade or a restore there may be much that was never read.
  async warm({ db, jobs }) {
    await jobs.enqueue(db, refreshAfterEvents.name, {}, { singletonKey: 'start' })
  },
})
