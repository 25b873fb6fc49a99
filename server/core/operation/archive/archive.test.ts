// Archives are read as they were written; one changed, lost or added byte is noticed, sealed or not.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { ArchiveProblem } from './archive-problem.ts'
import { type ByteSink, openFileSink } from './byte-sink.ts'
import { isSealed, sealingSink, unseal } from './sealing.ts'
import { memberText, readTar } from './tar-reader.ts'
import { createTar } from './tar-writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-archive-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = Temporal.Instant.from('2026-11-23T10:00:00Z')

const memory = (): ByteSink & { bytes(): Buffer } => {
  const parts: Buffer[] = []
  return {
    write: async bytes => void parts.push(Buffer.from(bytes)),
    close: async () => {},
    abandon: async () => {},
    bytes: () => Buffer.concat(parts),
  }
}

async function* pieces(bytes: Buffer, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

type Members = Record<string, string>

async function write(members: Members, passphrase?: string): Promise<Buffer> {
  const sink = memory()
  const tar = createTar(passphrase === undefined ? sink : await sealingSink(sink, passphrase), at)
  for (const [name, text] of Object.entries(members)) await tar.add(name, text)
  await tar.end()
  return sink.bytes()
}

async function read(bytes: Buffer, passphrase?: string, size = 700): Promise<Members> {
  const source = pieces(bytes, size)
  const members: Members = {}
  for await (const member of readTar(passphrase === undefined ? source : unseal(source, passphrase)))
    members[member.name] = await memberText(member)
  return members
}

const sample: Members = { 'a.json': '{"a":1}', 'folder/empty': '', 'folder/پیوست': 'x'.repeat(3000) }

test('what is written is read again, in pieces of any size', async () => {
  const bytes = await write(sample)
  for (const size of [1, 511, 512, 513, 100_000]) assert.deepEqual(await read(bytes, undefined, size), sample)
})

test('an open archive opens with the tar of any system', async () => {
  const path = join(folder, 'open.tar')
  writeFileSync(path, await write({ 'a.json': '{"a":1}', 'b/c.txt': 'سند' }))
  const names = execFileSync('tar', ['tf', path], { encoding: 'utf8' }).trim().split('\n')
  assert.deepEqual(names, ['a.json', 'b/c.txt', 'end.json'])
  assert.equal(execFileSync('tar', ['xOf', path, 'b/c.txt'], { encoding: 'utf8' }), 'سند')
})

test('a changed, lost or added byte is noticed wherever it is', async () => {
  const bytes = await write(sample)
  const position = fc.nat(bytes.length - 1)
  await fc.assert(
    fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (index, change) => {
      const changed = Buffer.from(bytes)
      changed[index] = changed[index]! ^ change
      await assert.rejects(read(changed), ArchiveProblem)
    }),
    { numRuns: 200 },
  )
  await fc.assert(
    fc.asyncProperty(position, async length => {
      await assert.rejects(read(bytes.subarray(0, length)), ArchiveProblem)
    }),
    { numRuns: 200 },
  )
  await assert.rejects(read(Buffer.concat([bytes, Buffer.from('x')])), /something follows its end/)
})

test('a sealed archive opens with its passphrase only, and notices every change', async () => {
  const large = { ...sample, large: '0123456789'.repeat(250_000) }
  const bytes = await write(large, 'گذرواژه 7')
  assert.ok(isSealed(bytes) && !isSealed(await write(sample)))
  assert.equal(bytes.includes('folder/empty'), false)
  assert.deepEqual(await read(bytes, 'گذرواژه 7', 65_536), large)
  await assert.rejects(read(bytes, 'another', 65_536), /passphrase is not the right one/)
  for (const index of [3, 36, 40, 1_048_700]) {
    const changed = Buffer.from(bytes)
    changed[index] = changed[index]! ^ 1
    await assert.rejects(read(changed, 'گذرواژه 7', 65_536), ArchiveProblem)
  }
  const frame = 4 + 1_048_576 + 16
  const swapped = Buffer.concat([
    bytes.subarray(0, 36),
    bytes.subarray(36 + frame, 36 + 2 * frame),
    bytes.subarray(36, 36 + frame),
    bytes.subarray(36 + 2 * frame),
  ])
  await assert.rejects(read(swapped, 'گذرواژه 7', 65_536), ArchiveProblem)
  for (const length of [10, 38, 36 + frame])
    await assert.rejects(read(bytes.subarray(0, length), 'گذرواژه 7', 65_536), ArchiveProblem)
})

test('a file has its name only when it is whole', async () => {
  const path = join(folder, 'whole')
  const given = await openFileSink(path)
  await given.write(Buffer.from('half'))
  await given.abandon()
  assert.throws(() => readFileSync(path), /ENOENT/)
  const sink = await openFileSink(path)
  await sink.write(Buffer.from('whole'))
  await sink.close()
  await sink.abandon()
  assert.equal(readFileSync(path, 'utf8'), 'whole')
})

test('a part that is not as long as promised is refused', async () => {
  const tar = createTar(memory(), at)
  await assert.rejects(tar.addStream('a', 4, pieces(Buffer.from('abc'), 1)), RangeError)
  await assert.rejects(tar.addStream('b', 2, pieces(Buffer.from('abc'), 1)), RangeError)
})
