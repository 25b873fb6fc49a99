// The log of a process: structured lines for machines, short ones for a person at a terminal, never a secret.
import { styleText } from 'node:util'
import { type Logger, pino } from 'pino'

export type Log = Logger

export interface LogOptions {
  level?: string
  /** `auto`: text on a terminal, else json. */
  format?: 'auto' | 'json' | 'text'
  /** Where lines go; standard output by default. */
  destination?: { write(line: string): unknown; isTTY?: boolean }
}

const secretNames = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'authorization', 'cookie']
const redacted = [
  ...secretNames,
  ...secretNames.map(name => `*.${name}`),
  ...secretNames.map(name => `*.*.${name}`),
  '*.headers["set-cookie"]',
]

/** Opens the log. Fields with the names of secrets are replaced, up to two levels deep. */
export function createLog(options: LogOptions = {}): Log {
  const destination = options.destination ?? process.stdout
  const format = options.format ?? 'auto'
  const text = format === 'text' || (format === 'auto' && destination.isTTY === true)
  return pino(
    {
      level: options.level ?? 'info',
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: presentError },
      redact: { paths: redacted, censor: '[secret]' },
    },
    text ? { write: line => destination.write(shortLine(line)) } : destination,
  )
}

// Errors of the database carry their whole connection, which nobody reads in a log.
function presentError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code, detail, constraint, cause } = error as Error & Record<string, unknown>
  const more = { code, detail, constraint, ...(depth < 3 && { cause: cause && presentError(cause, depth + 1) }) }
  const known = Object.entries(more).filter(([, value]) => value !== undefined)
  return { type: error.name, message: error.message, stack: error.stack, ...Object.fromEntries(known) }
}

/** A log that says nothing, for tests. */
export const silentLog = (): Log => createLog({ level: 'silent' })

const colours = { warn: 'yellow', error: 'red', fatal: 'red' } as const

function shortLine(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const colour = colours[level as keyof typeof colours]
  const clock = String(time).slice(11, 19)
  const word = level === 'info' ? '' : `${level} `
  const fields = Object.entries(rest).map(([key, value]) => ` ${key}=${printed(value)}`)
  const stack = err === undefined ? '' : `\n${(err as { stack?: string }).stack ?? printed(err)}`
  const said = visible(`${clock} ${word}${msg ?? ''}${fields.join('')}${stack}`)
  return `${colour ? styleText(colour, said) : said}\n`
}

/** A terminal obeys control characters, and marks of direction turn a line around; only the lines of a stack break. */
const visible = (text: string): string =>
  text.replace(/[^\P{C}\n]/gu, one => `\\u{${one.codePointAt(0)!.toString(16)}}`)

const printed = (value: unknown): string =>
  typeof value === 'string' && !/[\s"\p{C}]/u.test(value) ? value : JSON.stringify(value)
