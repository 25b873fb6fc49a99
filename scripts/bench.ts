// Runs benchmarks of bench/ one after another, each in a process of its own: `npm run bench -- NAME ARGS...`.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, parse } from 'node:path'

const root = join(import.meta.dirname, '..')
const names = globSync('bench/*.ts', { cwd: root })
  .map(path => parse(path).name)
  .filter(name => !name.startsWith('_') && !name.endsWith('.test'))
  .sort()

const [chosen, ...args] = process.argv.slice(2)

function run(name: string, given: string[]): number {
  console.log(`\n${name}`)
  const { status } = spawnSync(process.execPath, [join(root, 'bench', `${name}.ts`), ...given], { stdio: 'inherit' })
  return status ?? 1
}

if (chosen === 'all') {
  process.exitCode = names.map(name => run(name, args)).some(code => code !== 0) ? 1 : 0
} else if (chosen !== undefined && names.includes(chosen)) {
  process.exitCode = run(chosen, args)
} else {
  console.error(
    `${chosen === undefined ? 'Name a benchmark' : `There is no benchmark ${chosen}`}: all, ${names.join(', ')}.`,
  )
  process.exitCode = 2
}
