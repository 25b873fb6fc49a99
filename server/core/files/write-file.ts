// Takes a stream into a file on this machine while its hash, size and kind are found out; whole or not at all.
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileTooLarge, type StoredFile, type WriteOptions } from './files.ts'
import { sniffMediaType } from './media-types.ts'

/**
 * Writes the source to a new file in the folder; the caller moves or removes it.
 * @throws FileTooLarge; any error of the source or the disk. Then nothing is left.
 */
export async function receiveFile(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<{ path: string; stored: StoredFile }> {
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx', 0o600)
  try {
    const { hash, size, head } = await copy(source, file, options.limit ?? Number.POSITIVE_INFINITY)
    await file.sync()
    await file.close()
    return { path, stored: { hash, size, mediaType: sniffMediaType(head, options.name) } }
  } catch (error) {
    await file.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
}

const headLength = 4096

async function copy(source: AsyncIterable<Uint8Array>, file: FileHandle, limit: number) {
  const digest = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  for await (const chunk of source) {
    size += chunk.length
    if (size > limit) throw new FileTooLarge(limit)
    if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)])
    digest.update(chunk)
    let written = 0
    while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten
  }
  return { hash: digest.digest('hex'), size, head }
}
