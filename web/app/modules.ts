// The only list of the web's modules.
import { identityModule } from '../modules/identity/module.ts'
import { importsModule } from '../modules/imports/module.ts'
import { registryModule } from '../modules/registry/module.ts'
import type { ModuleDefinition } from './module.ts'

export const modules: readonly ModuleDefinition[] = [identityModule, importsModule, registryModule]
