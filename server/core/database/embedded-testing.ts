// Gives tests a throw-away PostgreSQL: one for a whole test run, or one for a single file run by hand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedConnection, type EmbeddedServer, startEmbedded } from './embedded.ts'

/** Name of the environment variable by which a test run hands its server to the processes it starts (JSON). */
export const testDatabaseVariable = 'CONCORD_TEST_DATABASE'

/**
 * Joins the server of the test run, or starts one that ends with this process.
 * Its data are lost on purpose: no fsync, and the folder is removed by `stop`.
 */
export async function startEmbeddedForTests(): Promise<EmbeddedServer> {
  const given = process.env[testDatabaseVariable]
  if (given) {
    const connection = JSON.parse(given) as EmbeddedConnection
    return { connection, adopted: true, stop: () => Promise.resolve() }
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-test-'))
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  process.once('exit', remove)
  const server = await startEmbedded({ dataDir, durable: false })
  process.env[testDatabaseVariable] = JSON.stringify(server.connection)
  const stop = async () => {
    delete process.env[testDatabaseVariable]
    await server.stop()
    remove()
    process.removeListener('exit', remove)
  }
  return { ...server, stop }
}
