// S3-compatible storage keeps files as a folder does, on a real server; signatures are those of the published example.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { FileMissing, FileTooLarge } from './files.ts'
import { type S3Place, signatureHeaders } from './s3-requests.ts'
import { createS3Storage } from './s3-storage.ts'
import { startS3Server } from './testing/s3-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-s3-'))
const server = await startS3Server(join(folder, 'server'), 'concord')
after(() => {
  server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const place: S3Place = {
  endpoint: server.endpoint,
  bucket: 'concord',
  prefix: 'office a/files',
  region: 'us-east-1',
  ...server.keys,
}
const scratch = join(folder, 'scratch')
const storage = createS3Storage(place, scratch)

async function* chunks(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part as string)
}
const listed = async () => (await Array.fromAsync(storage.list())).sort()

test('what is written is read again, by its hash, once, and leaves nothing here', async () => {
  const stored = await storage.write(chunks('تفاهم', 'نامه'), { name: 'a.txt' })
  const hash = createHash('sha256').update('تفاهمنامه').digest('hex')
  assert.deepEqual(stored, { hash, size: 18, mediaType: 'text/plain' })
  assert.equal((await buffer(await storage.read(hash))).toString(), 'تفاهمنامه')
  assert.equal((await buffer(await storage.read(hash, { start: 10, end: 11 }))).toString(), 'ن')
  assert.deepEqual(await storage.write(chunks('تفاهمنامه'), { name: 'a.txt' }), stored)
  assert.deepEqual([await storage.size(hash), await storage.exists(hash)], [18, true])
  assert.deepEqual(await listed(), [hash])
  assert.deepEqual(readdirSync(scratch), [])
})

test('a file of some megabytes, an empty one, and more than one page of names', async () => {
  const large = Buffer.alloc(7_000_000, 'concord')
  const { hash, size } = await storage.write(chunks(large.subarray(0, 3_000_000), large.subarray(3_000_000)))
  assert.ok(large.equals(await buffer(await storage.read(hash))))
  assert.equal(size, large.length)
  const empty = await storage.write(chunks())
  assert.equal((await buffer(await storage.read(empty.hash))).length, 0)
  const written = new Set(await listed())
  for (let n = 0; n < 1020; n += 20) {
    const some = await Promise.all(Array.from({ length: 20 }, (_, k) => storage.write(chunks(`file ${n + k}`))))
    for (const one of some) written.add(one.hash)
  }
  assert.deepEqual(await listed(), [...written].sort())
})

test('too large, cut off, unknown and strange names are refused, and nothing is left', async () => {
  const before = await listed()
  await assert.rejects(storage.write(chunks('12345', '67890'), { limit: 9 }), FileTooLarge)
  const broken = async function* () {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await assert.rejects(storage.write(broken()), /connection lost/)
  assert.deepEqual([await listed(), readdirSync(scratch)], [before, []])
  for (const hash of ['../../etc/passwd', 'x'.repeat(64), 'f'.repeat(64)]) {
    await assert.rejects(storage.read(hash), FileMissing)
    assert.equal(await storage.exists(hash), false)
  }
  await assert.rejects(storage.size('f'.repeat(64)), FileMissing)
})

test('removing twice is no error', async () => {
  const { hash } = await storage.write(chunks('soon gone'))
  await storage.remove(hash)
  await storage.remove(hash)
  assert.equal(await storage.exists(hash), false)
})

test('a wrong key, a missing bucket and a server that is away are said', async () => {
  const other = (change: Partial<S3Place>) => createS3Storage({ ...place, ...change }, scratch)
  await assert.rejects(other({ accessKey: 'nobody' }).write(chunks('x')), /The storage answers 403/)
  await assert.rejects(other({ bucket: 'nowhere' }).write(chunks('x')), /404 \(NoSuchBucket\)/)
  await assert.rejects(Array.fromAsync(other({ bucket: 'nowhere' }).list()), /NoSuchBucket/)
  await assert.rejects(other({ endpoint: 'http://127.0.0.1:1' }).exists('f'.repeat(64)), /cannot be reached/)
  assert.deepEqual(readdirSync(scratch), [])
})

test('a storage that is away for a moment is asked again', async () => {
  let asked = 0
  const shaky = createServer((_request, response) => {
    asked += 1
    response.writeHead(asked < 3 ? 503 : 200, { 'content-length': 5 }).end('five!')
  })
  await new Promise<void>(resolve => shaky.listen(0, '127.0.0.1', resolve))
  const { port: shakyPort } = shaky.address() as { port: number }
  const through = createS3Storage({ ...place, endpoint: `http://127.0.0.1:${shakyPort}` }, scratch)
  assert.equal((await buffer(await through.read('a'.repeat(64)))).toString(), 'five!')
  assert.equal(asked, 3)
  await new Promise(resolve => shaky.close(resolve))
})

// Numbers of "Signature Calculations for the Authorization Header", the example with a list of objects.
test('signatures are those of the published example', () => {
  const example = {
    ...place,
    accessKey: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  }
  const url = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J')
  const headers = signatureHeaders(example, { method: 'GET', key: '' }, url, new Date('2013-05-24T00:00:00Z'))
  assert.match(headers.authorization!, /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/)
})
