// Drafting: the text of an agreement, written together, until it is approved.
import { defineModule } from '#core/module.ts'
import { AgreementMoved } from '#modules/agreements/index.ts'
import { clauseRecords } from './clause-records.ts'
import { draftRoutes } from './draft.routes.ts'
import { keepAtHandover, tellSittings } from './jobs/keep-trail.ts'
import { roomsOf } from './live/draft-rooms.ts'

export const draftingModule = defineModule({
  name: 'drafting',
  routes: draftRoutes,
  jobs: [tellSittings, keepAtHandover],
  subscriptions: [{ event: AgreementMoved, job: keepAtHandover.name }],
  records: [clauseRecords],
  closing: services => roomsOf(services).close(),
})
