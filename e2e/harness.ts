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

/** Starts `concord start` on empty data, with settings beside the usual ones, and waits for the one-time link that it prints. */
export async function startServer(settings: Record<string, string> = {}): Promise<JourneyServer> {
  const { url, said, stop } = await launch('start', /http:\S+\/setup#token=\S+/g, 1, settings)
  return { url, setupLink: said[0]!, stop }
}

/** Starts `concord demo`, which fills itself; the links enter it as administrator, officer and viewer, each once. */
export async function startDemo(): Promise<Omit<JourneyServer, 'setupLink'> & { links: string[] }> {
  const { url, said, stop } = await launch('demo', /http:\S+\/demo\/enter\?key=\S+/g, 3)
  return { url, links: said, stop }
}

/** Runs a command of concord in a throw-away folder until it has said so many things of a form. */
async function launch(command: string, form: RegExp, count: number, settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const place = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATABASE_URL: '' }
  const node = path.join(root, 'node_modules/.bin/node')
  const server = spawn(node, [path.join(root, 'server/cli.ts'), command], {
    cwd: root,
    env: { ...process.env, ...place, LOG_LEVEL: 'warn', TIME_ZONE: 'UTC', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    const ended = server.exitCode === null ? new Promise(resolve => server.once('exit', resolve)) : null
    server.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, said: await waitFor(server, form, count), stop }
}

function waitFor(server: ChildProcess, form: RegExp, count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = said.match(form) ?? []
      // The end of the line says that the last one is whole.
      if (found.length >= count && said.endsWith('\n')) resolve(found)
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
