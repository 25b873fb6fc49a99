// Encrypts an archive with a passphrase: scrypt makes the key, AES-256-GCM seals frame by frame, in order and to the end.
//
// Head of 36 bytes: "concord-sealed-1", 16 bytes of salt, log2 of N, r, p, 0. Then frames: 4 bytes (the highest bit marks
// the last frame, the rest is the length of the ciphertext), the ciphertext, 16 bytes of tag. The nonce of frame n is n as
// 12 bytes, big-endian; the head and the 4 bytes are authenticated with each frame. So no frame can be changed, moved,
// left out or added, and an archive that was cut off is seen as such.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { ArchiveProblem } from './archive-problem.ts'
import type { ByteSink } from './byte-sink.ts'

const magic = Buffer.from('concord-sealed-1')
const headLength = magic.length + 16 + 4
const frameLength = 1024 * 1024
const tagLength = 16
const lastMark = 0x80000000
// 128 MB and some tenths of a second for each guess.
const cost = { log2n: 17, r: 8, p: 1 }

/** Bytes at the begin of a file that tell whether it is sealed. */
export const sealedMagicLength = magic.length
export const isSealed = (begin: Uint8Array): boolean => magic.equals(begin.subarray(0, magic.length))

function keyOf(passphrase: string, head: Buffer): Promise<Buffer> {
  const [log2n, r, p] = head.subarray(32, 35) as unknown as [number, number, number]
  // An invented head must not take all memory.
  if (log2n < 14 || log2n > 20 || r !== 8 || p < 1 || p > 4)
    throw new ArchiveProblem('The archive is damaged: its head.')
  const options = { N: 2 ** log2n, r, p, maxmem: 256 * 2 ** log2n * r }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), head.subarray(16, 32), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

const nonceOf = (frame: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(frame), 4)
  return nonce
}

/** A sink that seals what is written to it with the passphrase. */
export async function sealingSink(sink: ByteSink, passphrase: string): Promise<ByteSink> {
  const head = Buffer.concat([magic, randomBytes(16), Buffer.from([cost.log2n, cost.r, cost.p, 0])])
  const key = await keyOf(passphrase, head)
  await sink.write(head)
  let frame = 0
  let waiting: Buffer[] = []
  let size = 0
  const seal = async (content: Buffer, last: boolean) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length + (last ? lastMark : 0))
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame))
    cipher.setAAD(Buffer.concat([head, length]))
    const ciphertext = Buffer.concat([cipher.update(content), cipher.final()])
    frame += 1
    await sink.write(Buffer.concat([length, ciphertext, cipher.getAuthTag()]))
  }
  return {
    write: async bytes => {
      // The writer may use its buffer again.
      waiting.push(Buffer.from(bytes))
      size += bytes.length
      if (size <= frameLength) return
      let rest: Buffer = Buffer.concat(waiting)
      for (; rest.length > frameLength; rest = rest.subarray(frameLength))
        await seal(rest.subarray(0, frameLength), false)
      waiting = [rest]
      size = rest.length
    },
    close: async () => {
      await seal(Buffer.concat(waiting), true)
      await sink.close()
    },
    abandon: () => sink.abandon(),
  }
}

/**
 * The plain bytes of a sealed archive.
 * @throws ArchiveProblem when the passphrase is another one, or a byte was changed, moved, added or lost.
 */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const taker = createTaker(source)
  const head = await taker.take(headLength)
  const key = await keyOf(passphrase, head)
  for (let frame = 0, last = false; !last; frame += 1) {
    const length = await taker.take(4)
    const marked = length.readUInt32BE()
    last = marked >= lastMark
    const size = marked % lastMark
    if (size > frameLength) throw new ArchiveProblem('The archive is damaged: a frame is too long.')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame))
    decipher.setAAD(Buffer.concat([head, length]))
    const ciphertext = await taker.take(size)
    decipher.setAuthTag(await taker.take(tagLength))
    try {
      yield Buffer.concat([decipher.update(ciphertext), decipher.final()])
    } catch {
      throw new ArchiveProblem(
        frame === 0 ? 'The passphrase is not the right one, or the archive is damaged.' : 'The archive is damaged.',
      )
    }
  }
  if (!(await taker.atEnd())) throw new ArchiveProblem('The archive is damaged: something follows its end.')
}

function createTaker(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const { done, value } = await iterator.next()
    if (done) return false
    rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return true
  }
  return {
    take: async (length: number): Promise<Buffer> => {
      while (rest.length < length) {
        if (!(await more())) throw new ArchiveProblem('The archive is not whole: it ends before its last part.')
      }
      const taken = rest.subarray(0, length)
      rest = rest.subarray(length)
      return taken
    },
    atEnd: async () => rest.length === 0 && !(await more()),
  }
}
