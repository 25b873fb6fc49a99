// How the commands of operators speak: sentences for refusals, one moving line for progress, passphrases that nobody sees.
import { readFileSync } from 'node:fs'
import { stderr, stdin } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Progress } from '#core/operation/backup-format.ts'

/** A sentence for the person at the terminal; the command ends with exit code 2. */
export class CommandRefused extends Error {
  override name = 'CommandRefused'
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** Reads options and words. @throws CommandRefused with the right way to write it. */
export function readArguments<T extends Options>(usage: string, args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\nUsage: concord ${usage}`)
  }
}

/** Shows how far the work is: a moving line on a terminal, else a line for each new kind of work, its first word. */
export function showProgress(terminal: { isTTY?: boolean; write(text: string): unknown } = stderr): Progress {
  let last = ''
  let at = 0
  return ({ text, done, total }) => {
    const part = text.replace(/[ /].*$/, '')
    const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : ''
    const finished = total > 0 && done >= total
    if (terminal.isTTY) {
      if (!finished && Date.now() - at < 100) return
      at = Date.now()
      terminal.write(`\r\u001b[K${text}${share}`)
      if (finished) terminal.write('\r\u001b[K')
    } else if (part !== last) {
      terminal.write(`${part}\n`)
    }
    last = part
  }
}

export const passphraseVariable = 'CONCORD_PASSPHRASE'
const leastLength = 12

export interface PassphraseSource {
  env: Record<string, string | undefined>
  /** `--passphrase-file` */
  file?: string | undefined
}

/**
 * The passphrase from a file, the environment, or a person who types it twice when it is `new`.
 * @throws CommandRefused when there is none or it is too short.
 */
export async function givenPassphrase({ env, file }: PassphraseSource, isNew: boolean): Promise<string> {
  const given = file === undefined ? env[passphraseVariable] : firstLine(file)
  const passphrase = given ?? (await askedPassphrase(isNew))
  if (isNew && [...passphrase].length < leastLength)
    throw new CommandRefused(`A passphrase needs at least ${leastLength} characters. Four or five words are good.`)
  return passphrase
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0]!
  } catch (error) {
    throw new CommandRefused(`The passphrase cannot be read from ${file}: ${(error as Error).message}.`)
  }
}

async function askedPassphrase(isNew: boolean): Promise<string> {
  if (!stdin.isTTY) {
    throw new CommandRefused(
      `The archive needs a passphrase. Give it by ${passphraseVariable} or --passphrase-file FILE, or run this at a terminal.`,
    )
  }
  const first = await askHidden('Passphrase: ')
  if (isNew && first !== (await askHidden('Once more: '))) throw new CommandRefused('The two are not the same.')
  return first
}

async function askHidden(question: string): Promise<string> {
  stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: stdin, output: silent, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    stderr.write('\n')
  }
}
