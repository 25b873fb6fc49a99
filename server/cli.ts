// The `concord` command: runs the product and does what an operator or an office needs without a browser.
import { stderr, stdout } from 'node:process'
import { ConfigError, loadConfig } from './core/config.ts'
import { createLog } from './core/log.ts'
import type { Services } from './core/services.ts'
import { modules } from './modules.ts'

interface Command {
  name: string
  /** How it is written, without `concord`. */
  usage: string
  text: string
  run(args: string[]): Promise<number>
}

/** The settings, and a log that leaves the terminal to the command. */
function surroundings() {
  const config = loadConfig(process.env)
  const log = createLog({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, destination: stderr })
  return { config, log, modules }
}

/** Opens the services of this installation for one command. */
async function withServices(work: (services: Services) => Promise<number>): Promise<number> {
  const { openServices } = await import('./open-services.ts')
  const { config, log } = surroundings()
  // A command works through many rows at once; what is slow there is no page that somebody waits for.
  const unhurried = { ...config, slowQueryMs: Number.POSITIVE_INFINITY }
  const { services, close } = await openServices({ config: unhurried, log, modules })
  try {
    return await work(services)
  } finally {
    await close()
  }
}

const commands: Command[] = [
  {
    name: 'start',
    usage: 'start',
    text: 'runs Concord until it is stopped',
    async run() {
      const { ensureWebBuilt } = await import('../scripts/build-web.ts')
      await ensureWebBuilt(say)
      const { startProcess, stopOnSignals } = await import('./main.ts')
      stopOnSignals(await startProcess())
      return new Promise<number>(() => {})
    },
  },
  {
    name: 'demo',
    usage: 'demo [--seed N] [--reset]',
    text: 'runs a separate instance with invented institutions',
    run: async args => (await import('./demo/demo-command.ts')).demoCommand(args),
  },
  {
    name: 'import',
    usage: 'import agreements FILE --plan [--json] | --yes',
    text: 'reads a list of agreements: shows what it says, or writes it',
    run: args =>
      withServices(async services =>
        (await import('./modules/imports/import-command.ts')).importCommand(args, services),
      ),
  },
  {
    name: 'export organisation',
    usage: 'export organisation [ID] --out FILE.tar',
    text: 'gives an organisation everything of its own, as an open archive',
    run: async args => (await import('./operation/export-command.ts')).exportOrganisation(args, surroundings()),
  },
  {
    name: 'export',
    usage: 'export agreements --format xlsx|csv|json [--out FILE]',
    text: 'gives the agreements back: the original columns, then new ones',
    run: args =>
      withServices(async services =>
        (await import('./modules/imports/import-command.ts')).exportCommand(args, services),
      ),
  },
  {
    name: 'registry',
    usage: 'registry import FILE | registry update | registry state',
    text: 'loads the registry of research organisations',
    run: args =>
      withServices(async services =>
        (await import('./modules/registry/registry-command.ts')).registryCommand(args, services),
      ),
  },
  {
    name: 'search',
    usage: 'search rebuild | search state',
    text: 'has everything that can be found read again, or says how the search stands',
    run: args =>
      withServices(async services =>
        (await import('./modules/search/search-command.ts')).searchCommand(args, services),
      ),
  },
  {
    name: 'resolve',
    usage: 'resolve --registry FILE --in FILE --out FILE',
    text: 'says which organisation each name of a file means, without a database',
    run: async args => (await import('./modules/registry/resolve-command.ts')).resolveCommand(args),
  },
  {
    name: 'migrate',
    usage: 'migrate',
    text: 'brings the database to this version',
    run: () => withServices(async () => say('The database is up to date.')),
  },
  {
    name: 'user',
    usage: 'user list | add | link | roles | close | open …',
    text: 'says who may sign in, invites people, makes links for a new password, gives roles',
    run: args =>
      withServices(async services => (await import('./operation/user-command.ts')).userCommand(args, services)),
  },
  {
    name: 'token',
    usage: 'token list | create | revoke …',
    text: 'makes, lists and revokes the API tokens with which programs act for people',
    run: args =>
      withServices(async services => (await import('./operation/token-command.ts')).tokenCommand(args, services)),
  },
  {
    name: 'backup',
    usage: 'backup FILE [--encrypt] [--passphrase-file FILE]',
    text: 'writes everything that must be kept into one archive, while people go on working',
    run: async args => (await import('./operation/backup-command.ts')).backupCommand(args, surroundings()),
  },
  {
    name: 'restore',
    usage: 'restore FILE [--replace] [--check] [--passphrase-file FILE]',
    text: 'checks such an archive and brings the installation back, here or elsewhere',
    run: async args => (await import('./operation/restore-command.ts')).restoreCommand(args, surroundings()),
  },
  {
    name: 'doctor',
    usage: 'doctor [--deep] [--json]',
    text: 'checks database, events, files, jobs, mail and disk, and says what is broken',
    run: args =>
      withServices(async services =>
        (await import('./operation/doctor-command.ts')).doctorCommand(args, services, modules),
      ),
  },
]

// Errors whose message is a sentence for the person at the terminal; by name, so that nothing is loaded for them.
const sentences = new Set([
  'EmbeddedDatabaseError',
  'DatabaseUnreachable',
  'ArchiveProblem',
  'RestoreRefused',
  'CommandRefused',
])

function say(text: string): number {
  stdout.write(`${text}\n`)
  return 0
}

function usage(): string {
  const width = Math.max(...commands.map(command => command.usage.length)) + 2
  const lines = commands.map(command => `  concord ${command.usage.padEnd(width)}${command.text}`)
  return ['Concord keeps the promises that agreements make.', '', ...lines, ''].join('\n')
}

/** Runs one command line; answers the exit code. */
async function runCommand(args: string[]): Promise<number> {
  const [name, second, ...others] = args
  const twoWords = commands.find(one => one.name === `${name} ${second}`)
  if (twoWords) return twoWords.run(others)
  if (name === undefined || name === 'help' || name === '--help') return say(usage())
  const command = commands.find(one => one.name === name)
  if (!command) {
    stderr.write(`There is no command "${name}".\n\n${usage()}`)
    return 2
  }
  return command.run(args.slice(1))
}

try {
  process.exitCode = await runCommand(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error && (sentences.has(error.name) || error instanceof ConfigError))) throw error
  stderr.write(`${error.message}\n`)
  process.exitCode = error.name === 'CommandRefused' ? 2 : 1
}
