// The import rules of ARCHITECTURE.md, by their numbers there.
import { findCycles, type Import, type ImportGraph, readImportGraph } from './import-graph.ts'

export interface Violation {
  rule: number
  file: string
  text: string
}

/** Modules from the ground up; one may use those before it. */
export const moduleOrder = [
  'registry',
  'ledger',
  'documents',
  'screening',
  'agreements',
  'imports',
  'collaboration',
  'work',
  'guests',
  'drafting',
  'notifications',
  'search',
  'calls',
  'exchange',
  'recognition',
  'projects',
  'conferences',
  'meetings',
  'courses',
  'networks',
  'technology',
  'insight',
  'interop',
] as const

const moduleOf = (path: string): string | undefined => /^server\/modules\/([^/]+)\//.exec(path)?.[1]
const isShared = (path: string) => /\.(contract|states|terms)\.ts$/.test(path)
const isPure = (path: string) => isShared(path) || path.endsWith('.policy.ts')
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/')
const isSeed = (path: string) => /(^|\/)(seed|demo)[^/]*(\/|\.ts$)/.test(path)

type ImportRule = (one: Import) => string | false | undefined

// 1. core never imports modules.
const coreKnowsNoModule: ImportRule = ({ from, to }) =>
  from.startsWith('server/core/') && to?.startsWith('server/modules') && `core imports ${to}`

// 2. A module reaches another only through its index.ts, in the order of the list; shared pure files are open to all.
const modulesUseDoors: ImportRule = ({ from, to }) => {
  const [own, other] = [moduleOf(from), moduleOf(to ?? '')]
  if (own === undefined || other === undefined || own === other || to === null) return false
  const order: readonly string[] = moduleOrder
  if (!order.includes(other) || !order.includes(own)) return `${own} or ${other} is not in the list of modules`
  if (order.indexOf(other) > order.indexOf(own)) return `${own} imports ${other}, which comes after it`
  const isDoor = to === `server/modules/${other}/index.ts` || isShared(to)
  return !isDoor && !(isTest(from) && to.includes('/testing/')) && `${to} is not the door of ${other}`
}

// 3. Contracts, states, terms and policies are pure; a policy may write the query fragment that lists need, but run none. (What web loads must also not reach Node by a detour: see below.)
const impure = /^(node:|fastify$|@fastify\/(?!type-provider)|pg$|pg-boss$|nodemailer$|pino$)/
const pureFilesStayPure: ImportRule = ({ from, to, specifier, typeOnly }) => {
  if (!isPure(from)) return false
  if (impure.test(specifier)) return `imports ${specifier}`
  const isFragment = specifier === 'kysely' && from.endsWith('.policy.ts')
  const touchesDatabase = (specifier === 'kysely' && !isFragment) || to?.startsWith('server/core/database/')
  return touchesDatabase && !typeOnly && `imports ${specifier} for more than its types`
}

// 4. Only stores, migrations and core touch the query builder.
const mayQuery = (path: string) =>
  path.startsWith('server/core/') ||
  path.startsWith('server/migrations/') ||
  !path.startsWith('server/modules/') ||
  path.endsWith('.store.ts') ||
  isPure(path) ||
  isTest(path) ||
  isSeed(path)
const storesQuery: ImportRule = ({ from, specifier, typeOnly }) =>
  !mayQuery(from) && /^(kysely|pg)$/.test(specifier) && !typeOnly && `imports ${specifier}`

// 5. Routes call actions and store reads, nothing else.
const routesHoldNoRules: ImportRule = ({ from, to, specifier, typeOnly }) => {
  if (!from.endsWith('.routes.ts') || typeOnly) return false
  const isForbidden =
    /^(kysely|pg|pg-boss|nodemailer)$/.test(specifier) ||
    /^server\/core\/(jobs|mail|database)\//.test(to ?? '') ||
    /\.(module|routes)\.ts$/.test(to ?? '')
  return isForbidden && `a route imports ${specifier}`
}

// 6. The web imports from the server only contracts, states and terms, and the pure part of core they stand on.
const openToWeb = /^server\/(core\/(contract|terms)\.ts|.*\.(contract|states|terms)\.ts)$/
const webSeesContracts: ImportRule = ({ from, to }) =>
  from.startsWith('web/') && to?.startsWith('server/') && !openToWeb.test(to) && `the web imports ${to}`

// 8. testing/ is for tests and seeds.
const testingIsForTests: ImportRule = ({ from, to, typeOnly }) =>
  /(^|\/)testing\//.test(to ?? '') &&
  /^(server|web)\//.test(from) &&
  !typeOnly &&
  !isTest(from) &&
  !isSeed(from) &&
  `imports ${to}`

// 9. No barrels, no `export *`.
const noExportAll: ImportRule = ({ exportsAll, specifier }) => exportsAll && `export * from ${specifier}`

const importRules: [number, ImportRule][] = [
  [1, coreKnowsNoModule],
  [2, modulesUseDoors],
  [3, pureFilesStayPure],
  [4, storesQuery],
  [5, routesHoldNoRules],
  [6, webSeesContracts],
  [8, testingIsForTests],
  [9, noExportAll],
]

const queryCall = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/

/** All violations in `files`, path from the root to source. */
export function checkImports(files: ReadonlyMap<string, string>): { violations: Violation[]; graph: ImportGraph } {
  const graph = readImportGraph(files)
  const violations: Violation[] = graph.broken.map(text => ({ rule: 0, file: text.split(':')[0] ?? '', text }))
  const add = (rule: number, file: string, text: string) => violations.push({ rule, file, text })
  for (const one of graph.imports) {
    for (const [rule, check] of importRules) {
      const text = check(one)
      if (text) add(rule, one.from, text)
    }
  }
  for (const [path, source] of files) {
    if (!mayQuery(path) && queryCall.test(source)) add(4, path, 'writes a query outside a store')
  }
  for (const path of detours(graph)) add(3, path.file, path.text)
  for (const cycle of findCycles(graph.imports)) add(7, cycle[0] ?? '', `imports in a circle: ${cycle.join(' → ')}`)
  for (const file of graph.barrels) {
    if (!/^server\/modules\/[^/]+\/index\.ts$/.test(file)) add(9, file, 'holds nothing but re-exports')
  }
  return { violations, graph }
}

// A shared file reaches Node or a server package through another file: the page would not load.
function detours({ imports }: ImportGraph): { file: string; text: string }[] {
  const byFile = Map.groupBy(
    imports.filter(one => !one.typeOnly),
    one => one.from,
  )
  const serverOnly = (one: Import) => impure.test(one.specifier) || one.specifier === 'kysely'
  const found: { file: string; text: string }[] = []
  for (const start of byFile.keys()) {
    if (!isShared(start)) continue
    const seen = new Set([start])
    for (const file of seen) {
      for (const one of byFile.get(file) ?? []) {
        if (file !== start && serverOnly(one)) found.push({ file: start, text: `reaches ${one.specifier} by ${file}` })
        if (one.to?.startsWith('server/')) seen.add(one.to)
      }
    }
  }
  return found
}
