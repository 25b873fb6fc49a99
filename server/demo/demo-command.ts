// `concord demo`: a separate instance with an invented university and its partners, which can be thrown away.
import { realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { type Config, loadConfig, projectFolder } from '#core/config.ts'
import { createLog } from '#core/log.ts'
import { createApp } from '../app.ts'
import { stopOnSignals } from '../main.ts'
import { modules } from '../modules.ts'
import { type OpenServices, openServices } from '../open-services.ts'
import { type Entrance, openEntrances } from './demo-entrance.ts'
import { holdingOf, isForeignFolder, markFolder, wipeDemo } from './demo-marks.ts'
import { defaultSeed, seedDemo } from './seed-demo.ts'

export interface DemoOptions {
  seed: number
  reset: boolean
}

/** A sentence for the person at the terminal. */
class DemoRefused extends Error {}

const say = (text: string) => stdout.write(`${text}\n`)

function readOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({ args, options: { seed: { type: 'string' }, reset: { type: 'boolean' } } })
  const seed = values.seed === undefined ? defaultSeed : Number(values.seed)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new DemoRefused('--seed takes a whole number, such as --seed 7.')
  return { seed, reset: values.reset ?? false }
}

/** The environment with what is different for a demo: its own folder and its own port. */
function demoEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folder = env.DATA_DIR?.trim() || path.join(projectFolder, '.data-demo')
  return { ...env, DATA_DIR: folder, PORT: env.PORT?.trim() || '3100', LOG_LEVEL: env.LOG_LEVEL?.trim() || 'warn' }
}

const mixed = (where: string) =>
  `${where} holds data that no demo made. The demo never mixes with real data: give it a folder of its own by DATA_DIR.`

/** Runs the demo until it is stopped; fills it at its first start. */
export async function demoCommand(args: string[]): Promise<number> {
  try {
    const options = readOptions(args)
    const env = demoEnvironment(process.env)
    if (isForeignFolder(path.resolve(env.DATA_DIR!))) throw new DemoRefused(mixed(path.resolve(env.DATA_DIR!)))
    const config = loadConfig(env)
    await refuseSecond(config)
    markFolder(config.dataDir)
    const { ensureWebBuilt } = await import('../../scripts/build-web.ts')
    // The build itself, not the link to the newest one: a later build must not be mixed into the pages of this process.
    const webFolder = realpathSync(await ensureWebBuilt(say))
    await serve(await openDemo(config, options), webFolder)
    return await new Promise<number>(() => {})
  } catch (error) {
    const isArgument = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    if (!(error instanceof DemoRefused || isArgument)) throw error
    stderr.write(`${(error as Error).message}\n`)
    return 2
  }
}

/** Two demos on one folder would take each other's data away. */
async function refuseSecond(config: Config): Promise<void> {
  if (config.port === 0) return
  const answer = await fetch(`http://127.0.0.1:${config.port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
    () => null,
  )
  if (answer)
    throw new DemoRefused(`Something answers on port ${config.port} already. Stop it, or give another one by PORT.`)
}

/** Opens the services of a demo that is filled and whole; makes it anew where that was asked for or it was cut off. */
export async function openDemo(config: Config, options: DemoOptions): Promise<OpenServices> {
  const open = () =>
    openServices({ config, log: createLog({ level: config.logLevel, format: config.logFormat }), modules })
  let opened = await open()
  try {
    let holding = await holdingOf(opened.services.db)
    if (holding === 'real data') throw new DemoRefused(mixed('The database'))
    if (holding === 'unfinished demo' || (holding === 'demo' && options.reset)) {
      await wipeDemo(opened.services.db)
      await opened.close()
      rmSync(config.storageFolder, { recursive: true, force: true })
      opened = await open()
      holding = 'nothing'
    }
    if (holding === 'nothing') await fill(opened, options.seed)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function fill({ services }: OpenServices, seed: number): Promise<void> {
  const began = performance.now()
  say('The demo is being filled with invented institutions and ten years of cooperation:')
  const { db, clock, timeZone } = services
  const made = await seedDemo({ db, clock, timeZone, seed, say: text => say(`  ${text}`) })
  const seconds = Math.round((performance.now() - began) / 1000)
  say(`  ${made.organisations} organisations, ${made.agreements} agreements, ${made.entries} deeds in ${seconds} s`)
}

async function serve({ services, close }: OpenServices, webFolder: string): Promise<void> {
  const { config } = services
  if (config.roles.includes('worker')) await services.jobs.work()
  const app = await createApp(services, webFolder)
  const stop = async () => {
    await app.close()
    await close()
  }
  try {
    const entrances = await openEntrances(app, services)
    await app.listen({ port: config.port, host: config.host })
    stopOnSignals({ services, url: config.publicUrl, stop })
    say(greeting(config.publicUrl, entrances))
  } catch (error) {
    await stop()
    throw error
  }
}

function greeting(url: string, entrances: readonly Entrance[]): string {
  const ways = entrances.flatMap(one => [
    `  as ${one.role} (${one.name}):`,
    `    ${one.link}`,
    `    or later: ${one.email}, password ${one.password}`,
  ])
  return [
    '',
    `The demo of Concord is ready: ${url}`,
    'Everything in it is invented. Enter by one of these links; each works once:',
    ...ways,
    'Start again with --reset to make it anew.',
  ].join('\n')
}
