// Reads the archives that tar-writer.ts makes, as a stream, and believes none that is not whole to the last byte.
import { createHash, type Hash } from 'node:crypto'
import { ArchiveProblem } from './archive-problem.ts'
import { paddingAfter, sealMember, sealText, tarBlock } from './tar-writer.ts'

export interface ArchiveMember {
  name: string
  size: number
  /** The bytes, once. What is left unread is skipped. */
  content(): AsyncIterable<Buffer>
}

const damaged = (what: string) => new ArchiveProblem(`The archive is damaged: ${what}.`)
const cutOff = () => new ArchiveProblem('The archive is not whole: it ends before its last part.')

/**
 * The members in their order, without the seal.
 * @throws ArchiveProblem when a header, the checksum or the end does not hold; the last two only after the last member.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<ArchiveMember> {
  const cursor = createCursor(source)
  let members = 0
  for (;;) {
    const before = cursor.digest.copy()
    const { name, size } = parseHeader(await cursor.take(tarBlock))
    if (name === sealMember) return checkSeal(cursor, size, before, members)
    let left = size
    const content = async function* () {
      while (left > 0) {
        const chunk = await cursor.some(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name, size, content }
    for await (const _ of content());
    await cursor.takeZeros(paddingAfter(size))
    members += 1
  }
}

async function checkSeal(cursor: Cursor, size: number, before: Hash, members: number): Promise<void> {
  if (size > 1000) throw damaged('its seal is too long')
  const said = (await cursor.take(size)).toString('utf8')
  if (said !== sealText(before.digest('hex'), members)) throw damaged('its checksum is another one')
  await cursor.takeZeros(paddingAfter(size) + 2 * tarBlock)
  await cursor.expectEnd()
}

/** Reads a whole member that is known to be small. */
export async function memberText(member: ArchiveMember, most = 16 * 1024 * 1024): Promise<string> {
  if (member.size > most) throw damaged(`${member.name} is too large`)
  return Buffer.concat(await Array.fromAsync(member.content())).toString('utf8')
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) => header.toString('latin1', start, start + length).replace(/\0.*$/s, '')
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0)
  if (Number.parseInt(text(148, 8), 8) !== sum || !text(257, 6).startsWith('ustar')) {
    throw damaged('it is not an archive of Concord, or the head of a part is unreadable')
  }
  const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
  if (/(^\/|\.\.|\\)/.test(name)) throw damaged('the name of a part leads elsewhere')
  return { name, size: Number.parseInt(text(124, 12), 8) }
}

interface Cursor {
  digest: Hash
  take(length: number): Promise<Buffer>
  takeZeros(length: number): Promise<void>
  /** At least one byte and at most `limit`. */
  some(limit: number): Promise<Buffer>
  expectEnd(): Promise<void>
}

function createCursor(source: AsyncIterable<Buffer>): Cursor {
  const iterator = source[Symbol.asyncIterator]()
  const digest = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const { done, value } = await iterator.next()
      if (done) return false
      rest = value
    }
    return true
  }
  const some = async (limit: number) => {
    if (!(await fill())) throw cutOff()
    const chunk = rest.subarray(0, limit)
    rest = rest.subarray(chunk.length)
    digest.update(chunk)
    return chunk
  }
  const take = async (length: number) => {
    const parts: Buffer[] = []
    for (let left = length; left > 0; ) {
      const chunk = await some(left)
      parts.push(chunk)
      left -= chunk.length
    }
    return Buffer.concat(parts)
  }
  return {
    digest,
    some,
    take,
    takeZeros: async length => {
      if ((await take(length)).some(byte => byte !== 0)) throw damaged('there are bytes between its parts')
    },
    expectEnd: async () => {
      if (await fill()) throw damaged('something follows its end')
    },
  }
}
