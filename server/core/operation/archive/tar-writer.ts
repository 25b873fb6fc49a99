// Writes a tar archive (POSIX ustar) as a stream; its last member carries the checksum of everything before it.
import { createHash } from 'node:crypto'
import type { ByteSink } from './byte-sink.ts'

export const tarBlock = 512
export const sealMember = 'end.json'
const mostBytes = 8 ** 11 - 1

/** The text of the last member: the reader makes the same text from what it read and compares. */
export const sealText = (sha256: string, members: number): string => `${JSON.stringify({ sha256, members })}\n`

/** Zeros after a member of this size, up to a whole block. */
export const paddingAfter = (size: number): number => (tarBlock - (size % tarBlock)) % tarBlock

export interface TarWriter {
  add(name: string, content: Uint8Array | string): Promise<void>
  /** @throws RangeError when the source gives more or less than `size` bytes. */
  addStream(name: string, size: number, source: AsyncIterable<Uint8Array>): Promise<void>
  /** Writes the last member and closes the sink. Answers the size of the archive in bytes. */
  end(): Promise<number>
}

/** An archive whose members carry the time `at`. */
export function createTar(sink: ByteSink, at: Temporal.Instant): TarWriter {
  const digest = createHash('sha256')
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  let members = 0
  let total = 0
  const put = async (bytes: Uint8Array) => {
    digest.update(bytes)
    total += bytes.length
    await sink.write(bytes)
  }
  const addStream: TarWriter['addStream'] = async (name, size, source) => {
    await put(tarHeader(name, size, seconds))
    let given = 0
    for await (const chunk of source) {
      given += chunk.length
      if (given > size) break
      await put(chunk)
    }
    if (given !== size) throw new RangeError(`${name} was to have ${size} bytes and has ${given}.`)
    await put(Buffer.alloc(paddingAfter(size)))
    members += 1
  }
  return {
    add: async (name, content) => {
      const bytes = Buffer.from(content as string)
      await addStream(name, bytes.length, once(bytes))
    },
    addStream,
    end: async () => {
      const text = Buffer.from(sealText(digest.copy().digest('hex'), members))
      await addStream(sealMember, text.length, once(text))
      await put(Buffer.alloc(2 * tarBlock))
      await sink.close()
      return total
    },
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

function tarHeader(name: string, size: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`The name ${name} is too long for a tar archive.`)
  if (size > mostBytes) throw new RangeError(`${name} is larger than 8 GB.`)
  const header = Buffer.alloc(tarBlock)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(seconds, 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return header
}
