// What the web takes from the server, without what only the server needs: contracts lose their schemas, catalogues the texts of errors and mails.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const forServer = new Set(['params', 'query', 'body', 'response', 'summary', 'tag', 'access'])

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Calls back for a node and everything below it. */
function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
}

/** The list of properties of every `route({ … })`, written anew with those that the browser needs. */
function leanRoutes(code: string, program: Node): Edit[] {
  const edits: Edit[] = []
  walk(program, node => {
    if (node.type !== 'CallExpression' || (node.callee as { name?: string }).name !== 'route') return
    const input = (node.arguments as Node[])[0]
    if (input?.type !== 'ObjectExpression') return
    const properties = input.properties as Node[]
    const [first, last] = [properties[0], properties.at(-1)]
    if (!first || !last) return
    const kept = properties.filter(
      property => !forServer.has((property.key as { name?: string } | undefined)?.name ?? ''),
    )
    const afterLast = /^\s*,/.test(code.slice(last.end)) ? last.end + code.slice(last.end).indexOf(',') + 1 : last.end
    edits.push([first.start, afterLast, kept.map(property => `${code.slice(property.start, property.end)},`).join(' ')])
  })
  return edits
}

type Edit = [from: number, until: number, text: string]

/** Contracts are pure, so every call in them may fall away when nobody uses its result. */
function editsOf(code: string, program: Node): Edit[] {
  const routes = leanRoutes(code, program)
  const marks: Edit[] = []
  walk(program, node => {
    const isInRoute = routes.some(([from, until]) => node.start >= from && node.end <= until)
    if (node.type === 'CallExpression' && !isInRoute) marks.push([node.start, node.start, '/* @__PURE__ */ '])
  })
  return [...routes, ...marks].sort((one, other) => other[0] - one[0])
}

/** A contract as the browser needs it. `program` is the syntax tree of `code`, which is JavaScript. */
export function leanContract(code: string, program: unknown): string {
  let lean = code
  for (const [from, until, text] of editsOf(code, program as Node))
    lean = lean.slice(0, from) + text + lean.slice(until)
  return lean
}

/** Contracts are checked by the server; the browser needs method, path and transfer. */
export function leanContracts(): Plugin {
  return {
    name: 'concord:lean-contracts',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!/\/server\/.*\bcontract\.ts$/.test(id.split('?')[0] ?? '')) return undefined
      return { code: leanContract(code, this.parse(code)), map: null }
    },
  }
}

const shared = '**/*.{terms,states,contract}.ts'

/** Ids of the words that a server folder shares with the web. */
export function sharedIds(folder: string): Set<string> {
  const files = globSync(shared, { cwd: folder })
  const ids = files.flatMap(file => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bid: (['"])(.+?)\1/g)])
  return new Set(ids.map(match => match[2] ?? ''))
}

/** Of the server's catalogues only shared words go into pages; errors, mails and events arrive as finished sentences. */
export function leanCatalogues(): Plugin {
  return {
    name: 'concord:lean-catalogues',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      const file = id.split('?')[0] ?? ''
      if (!/\/server\/.*\/locales\/\w+\.po$/.test(file)) return undefined
      const json = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/s.exec(code)?.[1]
      if (json === undefined) throw new Error(`${file}: the catalogue is not in the expected form`)
      const ids = sharedIds(path.join(path.dirname(file), '..'))
      const messages = Object.entries(JSON.parse(JSON.parse(json) as string) as object).filter(([key]) => ids.has(key))
      return {
        code: `export const messages = ${JSON.stringify(Object.fromEntries(messages))}`,
        map: null,
        moduleType: 'js',
      }
    },
  }
}
