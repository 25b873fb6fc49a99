// Waits for a database server that is still starting or out of reach, as after a reboot of both machines.
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { isDatabaseAway, poolConfig } from '#core/database/connect.ts'

/** Says in a sentence why the database cannot be used. */
export class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable'
}

export interface AwaitOptions {
  /** Seconds after which the waiting ends. */
  seconds: number
  /** Told once, when the first attempt did not succeed. */
  onWait?: (reason: string) => void
  pauseMs?: number
}

/** @throws DatabaseUnreachable at once when waiting cannot help (password, name), else when the time is over. */
export async function awaitDatabase(address: string, options: AwaitOptions): Promise<void> {
  const until = Date.now() + options.seconds * 1000
  for (let told = false; ; ) {
    const problem = await tryOnce(address)
    if (problem === undefined) return
    if (!problem.passing) throw new DatabaseUnreachable(`The database of DATABASE_URL refuses: ${problem.text}.`)
    if (Date.now() >= until) {
      throw new DatabaseUnreachable(
        `The database of DATABASE_URL was not there within ${options.seconds} seconds: ${problem.text}.`,
      )
    }
    if (!told) options.onWait?.(problem.text)
    told = true
    await delay(options.pauseMs ?? 500)
  }
}

async function tryOnce(address: string): Promise<{ text: string; passing: boolean } | undefined> {
  const client = new pg.Client({ ...poolConfig(address), connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] }
    const isTimeout = /timeout|terminated unexpectedly/i.test(message)
    const text = (message || errors?.[0]?.message || code || 'no answer').replace(/\.$/, '')
    return { text, passing: isTimeout || isDatabaseAway(error) }
  } finally {
    await client.end().catch(() => {})
  }
}
