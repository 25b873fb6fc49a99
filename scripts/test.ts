// Runs every test there is, or those whose path contains one of the given words, and adds up what came of it.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabaseVariable } from '../server/core/database/embedded-testing.ts'
import { serverVersion, startTestServer, testRunVariable } from '../server/core/database/test-server.ts'
import { ensureWebBuilt } from './build-web.ts'
import { findChromium, installChromium } from './test/chromium.ts'
import { type Count, type RunSetup, runComponentTests, runJourneys, runNodeTests } from './test/runners.ts'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const say = (text: string) => console.log(`\n${text}`)

const find = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root })
    .filter(path => words.length === 0 || words.some(word => path.includes(word.replace(/^\.\//, ''))))
    .sort()

const units = find('{server,scripts,bench,web}/**/*.test.ts')
const isForBrowser = (path: string) => /from 'vitest'/.test(readFileSync(join(root, path), 'utf8'))
const onServer = units.filter(path => !isForBrowser(path))
const components = [...find('web/**/*.test.tsx'), ...units.filter(isForBrowser)]
const journeys = find('e2e/**/*.spec.ts')

const total: Count = { passed: 0, failed: 0, skipped: 0 }

async function add(title: string, work: () => Promise<Count>): Promise<void> {
  say(title)
  const began = performance.now()
  const count = await work()
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
  console.log(`${title}: ${summary(count)}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

const summary = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

async function runAll(reports: string): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test' }
  const setup = (files: readonly string[]): RunSetup => ({ root, reports, env, files })
  if (onServer.length > 0) {
    const server = await startTestServer()
    const handed = [testDatabaseVariable, testRunVariable]
    for (const name of handed) env[name] = process.env[name]
    const version = await serverVersion(server.connection)
    await add(`Server and scripts on PostgreSQL ${version}, ${onServer.length} files`, () =>
      runNodeTests(setup(onServer)),
    )
    await server.stop()
    for (const name of handed) delete env[name]
  }
  if (components.length + journeys.length === 0) return
  const chromium = findChromium() ?? installChromium(say)
  if (chromium === undefined) {
    say(
      `Skipped for want of a Chromium: ${components.length} files with components and ${journeys.length} with journeys. ` +
        'Install Chromium, or name one by CONCORD_CHROMIUM.',
    )
    total.skipped += components.length + journeys.length
    return
  }
  env.CONCORD_CHROMIUM = chromium
  if (components.length > 0) {
    await add(`Components, ${components.length} files`, () => runComponentTests(setup(components)))
  }
  if (journeys.length > 0) {
    await add(`Journeys, ${journeys.length} files`, async () => {
      env.CONCORD_WEB_FOLDER = await ensureWebBuilt(say)
      return runJourneys(setup(journeys))
    })
  }
}

const reports = mkdtempSync(join(tmpdir(), 'concord-reports-'))
try {
  await runAll(reports)
} catch (error) {
  console.error(error)
  total.failed += 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
if (total.passed + total.failed === 0) {
  console.log(words.length > 0 ? `No test has a path with ${words.join(' or ')}.` : 'There was nothing to run.')
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(`\n${summary(total)}`)
