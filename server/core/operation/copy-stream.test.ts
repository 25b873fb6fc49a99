// COPY gives every byte and row in order, also when the reader is slow, and says what went wrong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { poolConfig } from '#core/database/connect.ts'
import { createTestDatabase } from '#core/testing.ts'
import { copyBlock, copyIn, copyOut } from './copy-stream.ts'

const { connection } = await createTestDatabase()
const client = new pg.Client(poolConfig(connection))
await client.connect()
await client.query('create temp table line (n int primary key, text text)')

async function* lines(count: number) {
  for (let n = 0; n < count; n += 1) yield Buffer.from(`${n}\tline ${n} ${'متن'.repeat(40)}\n`)
}

test('rows go in and come out the same, in blocks, with a slow reader', async () => {
  assert.equal(await copyIn(client, 'copy line from stdin', lines(60_000)), 60_000)
  const { blocks, rows } = copyOut(client, 'copy (select * from line order by n) to stdout')
  const read: Buffer[] = []
  for await (const block of blocks) {
    assert.ok(block.length <= copyBlock)
    read.push(block)
    await delay(5)
  }
  assert.equal(await rows(), 60_000)
  assert.ok(read.length > 3)
  const expected = Buffer.concat(await Array.fromAsync(lines(60_000)))
  assert.ok(Buffer.concat(read).equals(expected))
})

test('a row larger than a block comes whole', async () => {
  const { blocks } = copyOut(client, `copy (select repeat('x', ${copyBlock + 7})) to stdout`)
  assert.equal(Buffer.concat(await Array.fromAsync(blocks)).length, copyBlock + 8)
})

test('an empty answer has no blocks', async () => {
  const { blocks, rows } = copyOut(client, 'copy (select 1 where false) to stdout')
  assert.deepEqual(await Array.fromAsync(blocks), [])
  assert.equal(await rows(), 0)
})

test('errors of the database and of the source are told, and the connection stays usable', async () => {
  await assert.rejects(Array.fromAsync(copyOut(client, 'copy nowhere to stdout').blocks), /nowhere/)
  await assert.rejects(copyIn(client, 'copy line from stdin', lines(5)), /duplicate key/)
  const broken = async function* () {
    yield Buffer.from('70000\tx\n')
    throw new Error('the disk went away')
  }
  await assert.rejects(copyIn(client, 'copy line from stdin', broken()), /the disk went away/)
  assert.deepEqual((await client.query('select count(*)::int as n from line')).rows, [{ n: 60_000 }])
  await client.end()
})
