// Runs each kind of test by its own runner and counts alike.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Count {
  passed: number
  failed: number
  skipped: number
}

export interface RunSetup {
  root: string
  /** Folder for reports, removed after the run. */
  reports: string
  env: NodeJS.ProcessEnv
  files: readonly string[]
}

function run(setup: RunSetup, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: setup.root,
      env: { ...setup.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(false))
    child.on('exit', code => resolve(code === 0))
  })
}

/** A runner that ended badly without naming a failed test has failed all the same. */
function settle(count: Count, succeeded: boolean): Count {
  return !succeeded && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** Server and scripts, by node:test, two files at a time. */
export async function runNodeTests(setup: RunSetup): Promise<Count> {
  const report = join(setup.reports, 'node.tap')
  const succeeded = await run(setup, [
    '--test',
    '--test-concurrency=2',
    '--test-timeout=180000',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...setup.files,
  ])
  return settle(countTap(existsSync(report) ? readFileSync(report, 'utf8') : ''), succeeded)
}

/** Reads the sums at the end of a report in the Test Anything Protocol, as node:test writes it. */
export function countTap(report: string): Count {
  const sum = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1] ?? 0)
  return { passed: sum('pass'), failed: sum('fail') + sum('cancelled'), skipped: sum('skipped') + sum('todo') }
}

/** Components in a browser, by vitest. */
export async function runComponentTests(setup: RunSetup): Promise<Count> {
  const report = join(setup.reports, 'vitest.json')
  const vitest = join(setup.root, 'node_modules', 'vitest', 'vitest.mjs')
  const succeeded = await run(setup, [
    vitest,
    'run',
    `--config=${configOf(setup.root, 'vitest.config.ts')}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...setup.files,
  ])
  const sums = readReport(report) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number }
  const count = {
    passed: sums.numPassedTests ?? 0,
    failed: sums.numFailedTests ?? 0,
    skipped: sums.numPendingTests ?? 0,
  }
  return settle(count, succeeded)
}

/** Whole journeys, by Playwright. */
export async function runJourneys(setup: RunSetup): Promise<Count> {
  const report = join(setup.reports, 'playwright.json')
  const playwright = join(setup.root, 'node_modules', '@playwright', 'test', 'cli.js')
  const config = `--config=${configOf(setup.root, 'playwright.config.ts')}`
  const succeeded = await run(setup, [playwright, 'test', '--reporter=list,json', config, ...setup.files], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  const { stats = {} } = readReport(report) as { stats?: Record<string, number> }
  const count = {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: stats.unexpected ?? 0,
    skipped: stats.skipped ?? 0,
  }
  return settle(count, succeeded)
}

/** The settings of a runner: those at the root of the checkout if there are any, else the ones beside this file. */
function configOf(root: string, name: string): string {
  const own = join(root, name)
  return existsSync(own) ? own : join(import.meta.dirname, name)
}

const readReport = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
