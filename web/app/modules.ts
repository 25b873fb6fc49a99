// The only list of the web's modules.
import type { ModuleDefinition } from './module.ts'

export const modules: readonly ModuleDefinition[] = []
