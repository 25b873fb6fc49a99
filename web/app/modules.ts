// The only list of the web's modules.
import { agreementsModule } from '../modules/agreements/module.ts'
import { documentsModule } from '../modules/documents/module.ts'
import { draftingModule } from '../modules/drafting/module.ts'
import { guestsModule } from '../modules/guests/module.ts'
import { identityModule } from '../modules/identity/module.ts'
import { importsModule } from '../modules/imports/module.ts'
import { ledgerModule } from '../modules/ledger/module.ts'
import { notificationsModule } from '../modules/notifications/module.ts'
import { operationModule } from '../modules/operation/module.ts'
import { registryModule } from '../modules/registry/module.ts'
import { screeningModule } from '../modules/screening/module.ts'
import { searchModule } from '../modules/search/module.ts'
import { workModule } from '../modules/work/module.ts'
import type { ModuleDefinition } from './module.ts'

export const modules: readonly ModuleDefinition[] = [
  agreementsModule,
  draftingModule,
  documentsModule,
  guestsModule,
  identityModule,
  importsModule,
  ledgerModule,
  notificationsModule,
  operationModule,
  registryModule,
  screeningModule,
  searchModule,
  workModule,
]
