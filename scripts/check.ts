// Everything that can be said about the code without running it: `npm run check`, or `npm run check -- types imports`.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { checkImports } from './check/import-rules.ts'
import { planted } from './check/planted.ts'
import { findDividedWords } from './check/shared-words.ts'
import { listFiles, readSource, root } from './check/source-files.ts'
import { checkLockfile, checkText } from './check/text-rules.ts'

/** What a step found: `looked` says in words at what, `problems` is empty when all is well. */
interface Outcome {
  looked: string
  problems: string[]
}

const inPackages = (...parts: string[]) => join(root, 'node_modules', ...parts)

function runProgram(file: string, args: string[], quiet: RegExp = /^$/): Promise<Outcome> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', chunk => said.push(chunk))
    child.stderr.on('data', chunk => said.push(chunk))
    child.on('error', error => resolve({ looked: '', problems: [error.message] }))
    child.on('exit', code => {
      const lines = Buffer.concat(said).toString('utf8').trim().split('\n')
      const words = lines.filter(line => !quiet.test(line))
      resolve({
        looked: lines.at(-1) ?? '',
        problems: code === 0 ? [] : words.length > 0 ? words : [`exit code ${code}`],
      })
    })
  })
}

async function checkTypes(): Promise<Outcome> {
  const result = await runProgram(inPackages('typescript', 'bin', 'tsc'), ['--noEmit', '-p', '.', '--pretty', 'false'])
  return { ...result, looked: 'the whole project' }
}

async function checkStyle(): Promise<Outcome> {
  const biome = inPackages('@biomejs', 'biome', 'bin', 'biome')
  const result = await runProgram(biome, ['check', '--reporter=github', '--max-diagnostics=200'], /^\s*$|^::notice/)
  const short = result.problems.map(line => {
    const match = /^::(?:error|warning) title=([^,]*),file=([^,]*),line=(\d+).*?::(.*)$/.exec(line)
    return match ? `${match[2]?.replace(`${root}/`, '')}:${match[3]} ${match[1]}: ${match[4]}` : line
  })
  return { looked: 'format and lint', problems: short }
}

function checkImportRules(): Outcome {
  const missed = planted.filter(({ rule, files }) => !checkImports(files).violations.some(one => one.rule === rule))
  const problems = missed.map(({ rule, title }) => `rule ${rule} did not see the violation planted for it: ${title}`)
  const paths = listFiles().filter(path => /^(server|web|e2e)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  const { violations, graph } = checkImports(new Map(paths.map(path => [path, readSource(path)])))
  problems.push(...violations.map(({ rule, file, text }) => `${file}: rule ${rule}: ${text}`))
  if (graph.imports.length === 0) problems.push('the check looked at nothing')
  return {
    looked: `${graph.imports.length} imports of ${paths.length} files, ${planted.length} planted violations caught`,
    problems,
  }
}

async function checkCatalogues(): Promise<Outcome> {
  const lingui = inPackages('@lingui', 'cli', 'dist', 'lingui.js')
  const catalogues = listFiles().filter(path => path.endsWith('.po'))
  const sync = await runProgram(lingui, ['check', 'sync', '--clean', '--verbose', '--workers', '1'])
  const missing = await runProgram(lingui, ['check', 'missing', '--mode', 'catalog', '--verbose', '--workers', '1'])
  const nothing = catalogues.length === 0 ? ['there are no catalogues: the check looked at nothing'] : []
  const ofPages = catalogues.filter(path => path.startsWith('web/'))
  const divided = findDividedWords(new Map(ofPages.map(path => [path, readSource(path)])))
  return {
    looked: `${catalogues.length} catalogues`,
    problems: [...nothing, ...sync.problems, ...missing.problems, ...divided],
  }
}

async function checkGenerated(): Promise<Outcome> {
  const result = await runProgram(join(root, 'scripts', 'generate.ts'), ['--check'])
  return { ...result, looked: 'generated files equal their sources' }
}

function checkTexts(): Outcome {
  const isText = /\.(ts|tsx|mjs|css|html|md|json|po|sh|sql|yml)$|(^|\/)(concord|run)$/
  const paths = listFiles().filter(path => isText.test(path))
  const problems = paths.flatMap(path => checkText(path, readSource(path)).map(text => `${path} ${text}`))
  if (paths.length === 0) problems.push('the check looked at nothing')
  return { looked: `${paths.length} files`, problems }
}

function checkDependencies(): Outcome {
  const manifest = JSON.parse(readSource('package.json'))
  const reasons = 'docs/adr/dependencies.md'
  const explained = existsSync(join(root, reasons)) ? readSource(reasons) : ''
  const lockfile = JSON.parse(readSource('package-lock.json'))
  return {
    looked: `${Object.keys(lockfile.packages).length - 1} packages`,
    problems: checkLockfile(manifest, lockfile, explained),
  }
}

const steps: Record<string, () => Outcome | Promise<Outcome>> = {
  types: checkTypes,
  style: checkStyle,
  generated: checkGenerated,
  catalogues: checkCatalogues,
  imports: checkImportRules,
  texts: checkTexts,
  dependencies: checkDependencies,
}

async function runStep(name: string): Promise<boolean> {
  const began = performance.now()
  let outcome: Outcome
  try {
    outcome = await (steps[name] as (typeof steps)[string])()
  } catch (error) {
    outcome = { looked: '', problems: [(error as Error).stack ?? String(error)] }
  }
  const passed = outcome.problems.length === 0
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`
  const verdict = passed ? styleText('green', 'passed') : styleText('red', 'FAILED')
  const count = passed ? outcome.looked : `${outcome.problems.length} lines`
  console.log(`${verdict}  ${name.padEnd(12)} ${count}, ${seconds}`)
  for (const problem of outcome.problems) console.log(`        ${problem}`)
  return passed
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter(name => !Object.hasOwn(steps, name))
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}
const results = await Promise.all((chosen.length > 0 ? chosen : Object.keys(steps)).map(runStep))
process.exitCode = results.every(Boolean) ? 0 : 1
