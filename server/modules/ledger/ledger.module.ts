// The ledger as a module of the app.
import { defineModule } from '#core/module.ts'
import { ledgerRoutes } from './ledger.routes.ts'
import { commitmentRecords, entryRecords } from './ledger-records.ts'
import { ownedCommitments } from './owned-commitments.ts'
import { ledgerInvariants } from './recount.ts'

export const ledgerModule = defineModule({
  name: 'ledger',
  routes: ledgerRoutes,
  invariants: ledgerInvariants,
  holdings: [ownedCommitments],
  records: [commitmentRecords, entryRecords],
})
