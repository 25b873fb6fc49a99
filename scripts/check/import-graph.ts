// Reads which file imports what, with a parser that understands TypeScript.
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** Path of the importing file, from the root of the checkout. */
  from: string
  /** As it is written. */
  specifier: string
  /** Path of the imported file from the root; null for a package. */
  to: string | null
  /** True when nothing of it is left at run time. */
  typeOnly: boolean
  /** `export * from`. */
  exportsAll: boolean
}

export interface ImportGraph {
  files: ReadonlyMap<string, string>
  imports: readonly Import[]
  /** Files that hold nothing but re-exports. */
  barrels: readonly string[]
  /** Files that could not be parsed, with the reason. */
  broken: readonly string[]
}

const roots: Record<string, string> = {
  '#core/': 'server/core/',
  '#modules/': 'server/modules/',
  '#server/': 'server/',
  '#web/': 'web/',
}

function resolveSpecifier(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const root = Object.keys(roots).find(prefix => specifier.startsWith(prefix))
  return root === undefined ? null : `${roots[root]}${specifier.slice(root.length)}`
}

/** Parses `files`, path to source, and lists their imports. */
export function readImportGraph(files: ReadonlyMap<string, string>): ImportGraph {
  const imports: Import[] = []
  const barrels: string[] = []
  const broken: string[] = []
  for (const [from, source] of files) {
    const { module, program, errors } = parseSync(from, source)
    if (errors[0]) broken.push(`${from}: ${errors[0].message}`)
    const add = (specifier: string, typeOnly: boolean, exportsAll = false) =>
      imports.push({ from, specifier, to: resolveSpecifier(from, specifier), typeOnly, exportsAll })
    for (const one of module.staticImports) {
      add(one.moduleRequest.value, one.entries.length > 0 && one.entries.every(entry => entry.isType))
    }
    for (const { entries } of module.staticExports) {
      for (const entry of entries) {
        if (!entry.moduleRequest) continue
        add(entry.moduleRequest.value, entry.isType, entry.importName.kind.startsWith('All'))
      }
    }
    for (const { moduleRequest } of module.dynamicImports) {
      const text = source.slice(moduleRequest.start, moduleRequest.end)
      const literal = /^(['"])(.*)\1$/.exec(text)
      if (literal?.[2] !== undefined) add(literal[2], false)
    }
    const reexports = program.body.filter(
      statement => statement.type.startsWith('Export') && 'source' in statement && statement.source !== null,
    )
    if (reexports.length > 1 && reexports.length === program.body.length) barrels.push(from)
  }
  return { files, imports, barrels, broken }
}

/** Groups of files that import each other in a circle at run time, each sorted. */
export function findCycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || to === null) continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  // Tarjan's algorithm: files whose lowest reachable number is their own end a strongly connected group.
  const visit = (file: string) => {
    order.set(file, order.size)
    lowest.set(file, order.get(file) as number)
    stack.push(file)
    for (const target of next.get(file) ?? []) {
      if (!order.has(target)) visit(target)
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file) as number, lowest.get(target) as number))
    }
    if (lowest.get(file) !== order.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    const importsItself = next.get(file)?.includes(file) ?? false
    if (group.length > 1 || importsItself) cycles.push(group.sort())
  }
  for (const file of next.keys()) if (!order.has(file)) visit(file)
  return cycles
}
