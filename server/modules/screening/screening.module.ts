// Due diligence: lists, checks of records, decisions and questionnaires.
import { defineModule } from '#core/module.ts'
import { OrganisationChanged, OrganisationMerged, OrganisationSplit, PersonChanged } from '#modules/registry/index.ts'
import { checkRoutes } from './check.routes.ts'
import { checkRecords } from './check-records.ts'
import { compareAll, compareDue, followParty, followRecord } from './jobs/compare-checks.ts'
import { loadList } from './jobs/load-list.ts'
import { listRoutes } from './list.routes.ts'
import { ownedChecks } from './owned-checks.ts'

export const screeningModule = defineModule({
  name: 'screening',
  routes: [...checkRoutes, ...listRoutes],
  jobs: [loadList, compareAll, compareDue, followParty, followRecord],
  subscriptions: [OrganisationChanged, OrganisationMerged, OrganisationSplit, PersonChanged].map(event => ({
    event,
    job: followParty.name,
  })),
  holdings: [ownedChecks],
  records: [checkRecords],
})
