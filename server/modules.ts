// The only list of modules, from the ground up.
import { identityModule } from './core/identity/identity.module.ts'
import type { ModuleDefinition } from './core/module.ts'
import { createOperationModule } from './core/operation/operation.module.ts'
import { webhooksModule } from './core/webhooks/webhooks.module.ts'
import { agreementsModule } from './modules/agreements/agreements.module.ts'
import { collaborationModule } from './modules/collaboration/collaboration.module.ts'
import { documentsModule } from './modules/documents/documents.module.ts'
import { draftingModule } from './modules/drafting/drafting.module.ts'
import { guestsModule } from './modules/guests/guests.module.ts'
import { importsModule } from './modules/imports/imports.module.ts'
import { ledgerModule } from './modules/ledger/ledger.module.ts'
import { notificationsModule } from './modules/notifications/notifications.module.ts'
import { registryModule } from './modules/registry/registry.module.ts'
import { screeningModule } from './modules/screening/screening.module.ts'
import { searchModule } from './modules/search/search.module.ts'
import { workModule } from './modules/work/work.module.ts'

export const modules: readonly ModuleDefinition[] = [
  identityModule,
  createOperationModule(() => modules),
  webhooksModule,
  registryModule,
  ledgerModule,
  documentsModule,
  screeningModule,
  agreementsModule,
  importsModule,
  collaborationModule,
  workModule,
  guestsModule,
  draftingModule,
  notificationsModule,
  searchModule,
]
