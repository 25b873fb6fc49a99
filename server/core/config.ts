// The one table of settings that an operator gives by environment variables, and its reading.
import { randomBytes } from 'node:crypto'
import { chownSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readProviders } from './identity/sign-in/providers.ts'

/** Folder of the checkout. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

interface Setting<T> {
  /** Name of the environment variable. */
  name: string
  /** What stands in the table of settings as the default. */
  fallback: string
  /** What it is for, in a sentence for operators. */
  text: string
  /** Reads the value; throws a RangeError that completes the sentence "PORT must be ...". */
  parse(value: string): T
}

const setting = <T>(name: string, fallback: string, text: string, parse: (value: string) => T): Setting<T> => ({
  name,
  fallback,
  text,
  parse,
})

const refuse = (expected: string): never => {
  throw new RangeError(expected)
}

const asText = (value: string) => value
const asPath = (value: string) => (value === '' ? '' : resolve(value))

const asWhole =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value)
    const fits = /^\d+$/.test(value) && number >= least && number <= most
    return fits ? number : refuse(`a whole number from ${least} to ${most}`)
  }

const asOneOf =
  <const T extends string>(...words: T[]) =>
  (value: string): T =>
    words.find(word => word === value) ?? refuse(`one of ${words.join(', ')}`)

const asListOf =
  <const T extends string>(...words: T[]) =>
  (value: string): readonly T[] => {
    const given = value.split(',').map(word => word.trim())
    const known = words.filter(word => given.includes(word))
    return known.length === given.length ? known : refuse(`a list of ${words.join(', ')}, separated by commas`)
  }

const asAddress =
  (...protocols: string[]) =>
  (value: string): string => {
    if (value === '') return ''
    const fits = URL.canParse(value) && protocols.includes(new URL(value).protocol)
    return fits ? value : refuse(`an address that begins with ${protocols.map(name => `${name}//`).join(' or ')}`)
  }

const asOrigin = (value: string): string => {
  const address = asAddress('http:', 'https:')(value)
  if (address === '') return ''
  const url = new URL(address)
  return url.pathname === '/' && url.search === '' && url.hash === ''
    ? url.origin
    : refuse('an address without a path, such as https://concord.example.org')
}

export interface StorageBucket {
  endpoint: string
  bucket: string
  prefix: string
}

/** A folder, or a bucket. */
function asStorage(value: string): { folder: string; bucket: StorageBucket | null } {
  if (value === '') return { folder: '', bucket: null }
  if (URL.canParse(value) && /^s3\+https?:$/.test(new URL(value).protocol)) {
    const url = new URL(value.slice('s3+'.length))
    const [bucket, ...prefix] = url.pathname.split('/').filter(Boolean)
    const isPlain = url.username === '' && url.search === '' && url.hash === ''
    if (bucket !== undefined && isPlain)
      return { folder: '', bucket: { endpoint: url.origin, bucket, prefix: prefix.join('/') } }
  }
  if (!URL.canParse(value) || new URL(value).protocol !== 'file:')
    return refuse(
      'a folder such as file:///srv/concord/files or a bucket such as s3+https://s3.example.org/bucket/folder (keys by S3_ACCESS_KEY and S3_SECRET_KEY)',
    )
  return { folder: fileURLToPath(value), bucket: null }
}

function asTrustProxy(value: string): boolean | number | string[] {
  if (value === 'true') return true
  if (value === 'false' || value === '') return false
  if (/^\d+$/.test(value)) return Number(value)
  const addresses = value.split(',').map(address => address.trim())
  return addresses.every(address => /^[\da-f.:]+(\/\d+)?$|^(loopback|linklocal|uniquelocal)$/i.test(address))
    ? addresses
    : refuse('true, false, a number of proxies, or their addresses separated by commas')
}

function asTimeZone(value: string): string {
  const zone = value || Temporal.Now.timeZoneId()
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId
  } catch {
    return refuse('the name of a time zone such as Europe/Vienna')
  }
}

function asSecret(value: string): string {
  return value === '' || value.length >= 32 ? value : refuse('at least 32 characters long, or empty')
}

const settings = {
  port: setting('PORT', '3000', 'Port of the web server; 0 takes any free one.', asWhole(0, 65_535)),
  host: setting('HOST', '127.0.0.1', 'Network address to listen on; 0.0.0.0 opens it to the network.', asText),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    'Address that people type, without a path; cookies and links follow it. Empty: http://localhost with the port.',
    asOrigin,
  ),
  dataDir: setting('DATA_DIR', '.data', 'Folder for everything that must be kept: database, files, secret.', asText),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'PostgreSQL 15 or newer, as postgres://user:password@host/database. Empty: Concord brings its own in DATA_DIR/pg.',
    asAddress('postgres:', 'postgresql:'),
  ),
  databaseWaitSeconds: setting(
    'DATABASE_WAIT_SECONDS',
    '60',
    'How long a start waits for the server of DATABASE_URL, in seconds.',
    asWhole(0, 3600),
  ),
  databaseConnections: setting('DATABASE_CONNECTIONS', '10', 'Most connections of one process.', asWhole(2, 200)),
  databaseMemoryMb: setting(
    'DATABASE_MEMORY_MB',
    '64',
    'Page cache of the database that Concord brings, in MB.',
    asWhole(16, 65_536),
  ),
  secret: setting(
    'SECRET',
    '',
    'Key that signs sessions and links, at least 32 characters. Empty: made once and kept in DATA_DIR/secret.',
    asSecret,
  ),
  sessionIdleHours: setting(
    'SESSION_IDLE_HOURS',
    '168',
    'Hours without a visit after which a session is over.',
    asWhole(1, 720),
  ),
  sessionHours: setting(
    'SESSION_HOURS',
    '720',
    'Hours after signing in after which a session is over in any case.',
    asWhole(1, 2160),
  ),
  roles: setting('ROLES', 'web,worker', 'What this process does: web, worker, or both.', asListOf('web', 'worker')),
  mailUrl: setting(
    'MAIL_URL',
    '',
    'Mail server, as smtp://user:password@host:587 or smtps://. With smtp:// it must offer STARTTLS, unless it is on this machine or the address ends in ?requireTLS=false. Empty: messages are kept in DATA_DIR/outbox.',
    asAddress('smtp:', 'smtps:'),
  ),
  mailFrom: setting('MAIL_FROM', 'Concord <concord@localhost>', 'Sender of messages.', value =>
    /^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value)
      ? value
      : refuse('an address such as Concord <office@example.org>'),
  ),
  storage: setting(
    'STORAGE_URL',
    '',
    'Where uploaded files are kept: file:///folder, or s3+https://host/bucket/folder for S3-compatible storage. Empty: DATA_DIR/files.',
    asStorage,
  ),
  s3AccessKey: setting('S3_ACCESS_KEY', '', 'Name of the key for the bucket of STORAGE_URL.', asText),
  s3SecretKey: setting('S3_SECRET_KEY', '', 'The key for the bucket of STORAGE_URL.', asText),
  s3Region: setting('S3_REGION', 'us-east-1', 'Region of the bucket; most storages of one’s own take any.', asText),
  uploadLimitMb: setting('UPLOAD_LIMIT_MB', '50', 'Largest file that may be uploaded, in MB.', asWhole(1, 2000)),
  defaultLanguage: setting(
    'DEFAULT_LANGUAGE',
    'en',
    'Language where the reader’s own is not known: en, fa or ru.',
    asOneOf('en', 'fa', 'ru'),
  ),
  timeZone: setting('TIME_ZONE', '', 'Time zone of deadlines and calendars. Empty: that of the machine.', asTimeZone),
  signOn: setting(
    'SIGN_ON_FILE',
    '',
    'JSON file that names the providers of single sign-on (OpenID Connect); see docs/guides/people.md.',
    readProviders,
  ),
  rorDumpUrl: setting(
    'ROR_DUMP_URL',
    'https://zenodo.org/api/communities/ror-data/records?q=&sort=newest&size=1',
    'Where the newest official registry of research organisations is asked for.',
    asAddress('http:', 'https:', 'file:'),
  ),
  bordersFile: setting(
    'BORDERS_FILE',
    '',
    'TopoJSON file with the borders for maps: an object `countries` whose shapes have the ISO 3166-1 number or letters as id. Empty: DATA_DIR/borders.json where there is one, else the built-in borders.',
    asPath,
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'false',
    'Proxies whose word about the caller’s address is taken: true, false, a number, or their addresses.',
    asTrustProxy,
  ),
  requestLimit: setting(
    'REQUEST_LIMIT',
    '1200',
    'Most requests a minute of one person, and a tenth of it for an address without a session; 0: no limit.',
    asWhole(0, 1_000_000),
  ),
  webhooksInside: setting(
    'WEBHOOKS_INSIDE',
    'no',
    'Whether webhooks may go to addresses of the own network, and without encryption: yes or no.',
    value => asOneOf('yes', 'no')(value) === 'yes',
  ),
  metricsToken: setting(
    'METRICS_TOKEN',
    '',
    'Token that /metrics asks for, as “Authorization: Bearer …”. Empty: only this machine may read it.',
    asText,
  ),
  slowQueryMs: setting(
    'SLOW_QUERY_MS',
    '500',
    'Queries that take longer are logged, in milliseconds.',
    asWhole(1, 600_000),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    'Least important message that is logged.',
    asOneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  ),
  logFormat: setting(
    'LOG_FORMAT',
    'auto',
    'json: one JSON object a line; text: short lines; auto: text on a terminal, else json.',
    asOneOf('auto', 'json', 'text'),
  ),
} satisfies Record<string, Setting<unknown>>

/** Rows of the table of settings, for the reference. */
export const configTable = Object.entries(settings).map(([key, { name, fallback, text }]) => ({
  key,
  name,
  fallback,
  text,
}))

type Parsed = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']> }

export type Config = Readonly<
  Omit<Parsed, 'storage'> & {
    /** Folder for files; with a bucket only uploads on their way to it. */
    storageFolder: string
    storageBucket: StorageBucket | null
  }
>

/** All settings that could not be read, one sentence each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads the settings; makes DATA_DIR and its secret when they are not there yet.
 * A relative DATA_DIR is relative to the working directory, the default one lies in the checkout.
 * @throws ConfigError with a sentence for every setting that cannot be read.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const read = ([key, one]: [string, Setting<unknown>]) => {
    try {
      return [key, one.parse(env[one.name]?.trim() || one.fallback)]
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error
      const shown = /SECRET|URL|KEY|TOKEN/.test(one.name) ? '' : `, not "${env[one.name]}"`
      problems.push(`${one.name} must be ${error.message}${shown}.`)
      return [key, undefined]
    }
  }
  const { storage, ...parsed } = Object.fromEntries(Object.entries(settings).map(read)) as Parsed
  if (storage?.bucket && (!parsed.s3AccessKey || !parsed.s3SecretKey))
    problems.push('S3_ACCESS_KEY and S3_SECRET_KEY must be set when STORAGE_URL names a bucket.')
  if (problems.length > 0) throw new ConfigError(problems)
  const dataDir = env.DATA_DIR?.trim() ? resolve(parsed.dataDir) : join(projectFolder, parsed.dataDir)
  return Object.freeze({
    ...parsed,
    dataDir,
    publicUrl: parsed.publicUrl || `http://localhost:${parsed.port}`,
    storageFolder: storage.folder || join(dataDir, 'files'),
    storageBucket: storage.bucket,
    secret: parsed.secret || keptSecret(dataDir),
  })
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    try {
      // A link, unlike a rename, leaves the secret of a process that was first.
      linkSync(temporary, path)
      const owner = statSync(dataDir)
      if (process.getuid?.() === 0) chownSync(path, owner.uid, owner.gid)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(temporary, { force: true })
    }
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new ConfigError([`The secret in ${path} cannot be read or made: ${(error as Error).message}.`])
  }
}

/** The address of a folder as STORAGE_URL takes it. */
export const storageAddress = (folder: string): string => pathToFileURL(folder).href
