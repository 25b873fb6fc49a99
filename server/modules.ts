// The only list of modules, from the ground up.
import { identityModule } from './core/identity/identity.module.ts'
import type { ModuleDefinition } from './core/module.ts'
import { ledgerModule } from './modules/ledger/ledger.module.ts'

export const modules: readonly ModuleDefinition[] = [identityModule, ledgerModule]
