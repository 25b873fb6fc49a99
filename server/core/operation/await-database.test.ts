// The start waits for a database that is not there yet, and not for one that will never let it in.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { createTestDatabase } from '#core/testing.ts'
import { awaitDatabase, DatabaseUnreachable } from './await-database.ts'

const { connection } = await createTestDatabase()
const address = (database: string) =>
  `postgres://${connection.user}@/${database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

test('a database that answers is taken at once', async () => {
  await awaitDatabase(address(connection.database), { seconds: 5, onWait: assert.fail })
})

test('a database that does not exist is not waited for', async () => {
  await assert.rejects(awaitDatabase(address('nowhere'), { seconds: 60 }), (error: Error) => {
    assert.ok(error instanceof DatabaseUnreachable)
    assert.match(error.message, /refuses: database "nowhere" does not exist/)
    return true
  })
})

test('a server that is not there is waited for, once said, and then named', async () => {
  const port = await freePort()
  const said: string[] = []
  await assert.rejects(
    awaitDatabase(`postgres://nobody@127.0.0.1:${port}/x`, {
      seconds: 0.2,
      pauseMs: 20,
      onWait: text => said.push(text),
    }),
    /was not there within 0.2 seconds: connect ECONNREFUSED/,
  )
  assert.equal(said.length, 1)
})

test('the waiting ends when the server comes', async () => {
  const port = await freePort()
  // A listener that closes stands for a server that is starting; then it says that it is and refuses for good.
  const server = createServer(socket => {
    socket.once('data', () => socket.end(refusal))
  })
  const text = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0'
  const refusal = Buffer.alloc(text.length + 5)
  refusal.write('E', 0)
  refusal.writeInt32BE(text.length + 4, 1)
  refusal.write(text, 5, 'latin1')
  const waiting = awaitDatabase(`postgres://nobody@127.0.0.1:${port}/x`, { seconds: 20, pauseMs: 20 })
  server.listen(port, '127.0.0.1')
  await assert.rejects(waiting, /refuses: password authentication failed/)
  await new Promise(resolve => server.close(resolve))
})
