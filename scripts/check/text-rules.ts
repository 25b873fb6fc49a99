// Rules about the text of files: sizes, first lines, names, and words that must not be committed.
import { basename } from 'node:path'

const longestFile = 360
// Tests are lists of cases, contracts lists of fields.
const longestList = 600

const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
// Tables of words and what a generator writes are as long as they are.
const isTable = (path: string) => /\.(terms|generated)\.ts$|\.vocabulary\.ts$|persian-aria-texts\.ts$/.test(path)

/** Violations of one file, as sentences without its path. */
export function checkText(path: string, source: string): string[] {
  return [...checkWords(path, source), ...(isCode(path) ? checkShape(path, source) : [])]
}

function checkShape(path: string, source: string): string[] {
  const found: string[] = []
  const lines = source.split('\n').length - 1
  const limit = /\.(test|spec|contract)\.tsx?$/.test(path) ? longestList : longestFile
  if (!isTable(path) && lines > limit) found.push(`has ${lines} lines, more than ${limit}`)
  if (!/^(#!.*\n)?\/[/*]/.test(source)) found.push('does not begin with a comment that says what it is for')
  const name = basename(path).replace(/\.[a-z.]+$/, '')
  if (!/^_?[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !path.startsWith('server/migrations/')) {
    found.push('is not named in kebab-case')
  }
  if (/^(utils?|helpers?|common|managers?|data|info)$/.test(name)) found.push(`has a name that says nothing: ${name}`)
  return found
}

const forbidden: [RegExp, string][] = [
  [/(?<![\w.])\/(work|home|root)\/[a-z]/, 'names a folder of one machine'],
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'has an unfinished place'],
  [/\blorem ipsum\b/i, 'has filler text'],
  [/^<{7} |^>{7} /m, 'has a merge conflict'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'has a private key'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'has an invisible direction character; write it as an escape'],
]

// The rules themselves must name what they look for.
const exempt = new Set(['scripts/check/text-rules.ts', 'scripts/check/text-rules.test.ts', 'package-lock.json'])

function checkWords(path: string, source: string): string[] {
  if (exempt.has(path)) return []
  const found: string[] = []
  for (const [pattern, text] of forbidden) {
    const match = pattern.exec(source)
    if (!match) continue
    const line = source.slice(0, match.index).split('\n').length
    found.push(`line ${line} ${text}: ${match[0].trim().slice(0, 30)}`)
  }
  return found
}

interface Lockfile {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>
}

interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

/** Violations of the lockfile: it must fit package.json, pin every package and name no registry. */
export function checkLockfile(manifest: Manifest, lockfile: Lockfile, explained: string): string[] {
  const found: string[] = []
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    if (entry.resolved) found.push(`package-lock.json: ${path} names where it came from`)
    if (path !== '' && !entry.integrity) found.push(`package-lock.json: ${path} has no integrity`)
  }
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  for (const [name, version] of Object.entries(wanted)) {
    if (!/^\d/.test(version)) found.push(`package.json: ${name} is not pinned to one version`)
    const locked = lockfile.packages[`node_modules/${name}`]?.version
    if (locked !== version)
      found.push(`package-lock.json: ${name} is ${locked ?? 'missing'}, package.json asks for ${version}`)
    if (!explained.includes(`\`${name}\``)) found.push(`docs/adr/dependencies.md: ${name} has no line`)
  }
  return found
}
