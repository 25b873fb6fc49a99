// Agreements and the portfolio: routes, jobs, subscriptions and invariants.
import { defineModule } from '#core/module.ts'
import { dayIn } from '#core/time.ts'
import {
  CommitmentChanged,
  CommitmentMoved,
  CommitmentRecorded,
  EntriesAllocated,
  EntriesPosted,
  EntriesReleased,
  EntriesReversed,
  PulseSettingsChanged,
} from '#modules/ledger/index.ts'
import { declareCheckable, followRecord } from '#modules/screening/index.ts'
import { AgreementChanged } from './agreement.events.ts'
import { agreementInvariants } from './agreement.invariants.ts'
import { agreementRoutes } from './agreement.routes.ts'
import { agreementAccess, ownedAgreements, readAgreements } from './agreement-people.ts'
import { asOfRoutes } from './as-of.routes.ts'
import { partiesToCheck } from './checked-parties.store.ts'
import { feedRoutes } from './feed.routes.ts'
import { fileRoutes } from './file.routes.ts'
import { refreshAfterEvent, refreshNightly, refreshWhenSettingsChange } from './jobs/refresh-standings.ts'
import { currentPortfolio } from './portfolio/live-portfolio.ts'
import { portfolioRoutes } from './portfolio.routes.ts'
import { readerRoutes } from './readers/reader.routes.ts'

const judgedAnew = [
  ...[EntriesPosted, EntriesReversed, EntriesAllocated, EntriesReleased],
  ...[CommitmentRecorded, CommitmentChanged, CommitmentMoved],
]

declareCheckable({ subject: 'agreement', findParties: partiesToCheck })

export const agreementsModule = defineModule({
  name: 'agreements',
  routes: [...agreementRoutes, ...asOfRoutes, ...fileRoutes, ...portfolioRoutes, ...feedRoutes, ...readerRoutes],
  jobs: [refreshAfterEvent, refreshNightly, refreshWhenSettingsChange],
  subscriptions: [
    ...judgedAnew.map(event => ({ event, job: refreshAfterEvent.name })),
    { event: PulseSettingsChanged, job: refreshWhenSettingsChange.name },
    { event: AgreementChanged, job: followRecord.name },
  ],
  invariants: agreementInvariants,
  async warm({ db, clock, timeZone }) {
    await currentPortfolio(db, dayIn(clock.now(), timeZone))
  },
  holdings: [ownedAgreements, readAgreements],
  records: [agreementAccess],
})
