// All probes: one for each route of the app; a route without one fails the matrix test.
import type { RouteContract } from '#core/contract.ts'
import type { ModuleDefinition } from '#core/module.ts'
import type { Probes } from './probe.ts'
import { caseProbes } from './probes-cases.ts'
import { documentProbes } from './probes-documents.ts'
import { draftingProbes } from './probes-drafting.ts'
import { identityProbes } from './probes-identity.ts'
import { libraryProbes } from './probes-library.ts'
import { mailProbes } from './probes-mail.ts'
import { outsideProbes } from './probes-outside.ts'
import { registryProbes } from './probes-registry.ts'
import { screeningProbes } from './probes-screening.ts'
import { talkProbes } from './probes-talk.ts'
import { taskProbes } from './probes-tasks.ts'

export const probes: Probes = {
  ...identityProbes,
  ...registryProbes,
  ...caseProbes,
  ...talkProbes,
  ...taskProbes,
  ...mailProbes,
  ...outsideProbes,
  ...draftingProbes,
  ...documentProbes,
  ...screeningProbes,
  ...libraryProbes,
}

export const routeKey = ({ method, path }: Pick<RouteContract, 'method' | 'path'>): string => `${method} ${path}`

/** The contracts of all routes, in the order of the modules. */
export const contractsOf = (modules: readonly ModuleDefinition[]): RouteContract[] =>
  modules.flatMap(module => (module.routes ?? []).map(route => route.contract))
