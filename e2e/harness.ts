// A real server for journeys: throw-away data, a free port, the first administrator's link, and calls by address.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const root = path.join(import.meta.dirname, '..')

export interface JourneyServer {
  url: string
  setupLink: string
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Starts `concord start` on empty data and waits for the one-time link that it prints. */
export async function startServer(): Promise<JourneyServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-journey-'))
  const port = await freePort()
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'warn',
    TIME_ZONE: 'UTC',
    DATABASE_URL: '',
  }
  const node = path.join(root, 'node_modules/.bin/node')
  const server = spawn(node, [path.join(root, 'server/cli.ts'), 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const setupLink = await linkFrom(server)
  return {
    url: `http://localhost:${port}`,
    setupLink,
    stop: async () => {
      server.kill('SIGTERM')
      await new Promise(resolve => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function linkFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const link = /http:\S+\/setup\?token=\S+/.exec(said)
      if (link) resolve(link[0])
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', code => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
}

/** Calls the API with the session of the page. */
export async function call<T>(page: Page, method: string, address: string, data?: object): Promise<T> {
  const response = await page.request.fetch(address, { method, headers: { 'x-concord': '1' }, ...(data && { data }) })
  if (!response.ok()) throw new Error(`${method} ${address}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as T
}

/** Fails with the list of what axe finds. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)).toEqual([])
}
