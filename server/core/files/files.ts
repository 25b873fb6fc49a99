// Keeps files by their content: a file is named by its SHA-256, written whole or not at all, and stored once.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { sniffMediaType } from './media-types.ts'

export interface StoredFile {
  /** SHA-256 of the content, 64 hexadecimal digits: the name under which the file is read again. */
  hash: string
  /** In bytes. */
  size: number
  /** By the first bytes of the content, then by the name. */
  mediaType: string
}

export interface WriteOptions {
  /** Most bytes that are taken. */
  limit?: number
  /** Name the sender gave, a hint for the media type. */
  name?: string
}

/** What a place for files offers; a folder today, S3-compatible storage by the same words later. */
export interface FileStorage {
  /** Streams to a temporary file, then gives it its name. @throws FileTooLarge; any error of the source. */
  write(source: AsyncIterable<Uint8Array>, options?: WriteOptions): Promise<StoredFile>
  /** @throws FileMissing */
  read(hash: string, range?: { start: number; end?: number }): Promise<Readable>
  /** @throws FileMissing */
  size(hash: string): Promise<number>
  exists(hash: string): Promise<boolean>
  /** Removing what is not there is no error. */
  remove(hash: string): Promise<void>
  /** Every stored hash, in no order. */
  list(): AsyncIterable<string>
}

export class FileTooLarge extends Error {
  override name = 'FileTooLarge'
  readonly limit: number

  constructor(limit: number) {
    super(`The file is larger than ${limit} bytes.`)
    this.limit = limit
  }
}

export class FileMissing extends Error {
  override name = 'FileMissing'
  readonly hash: string

  constructor(hash: string) {
    super(`No file with the hash ${hash} is stored.`)
    this.hash = hash
  }
}

/** The storage that the settings name. */
export const createFileStorage = (config: { storageFolder: string }): FileStorage =>
  createFolderStorage(config.storageFolder)

/** A folder as storage: `ab/cd/abcd…`, private to the account of this process. */
export function createFolderStorage(folder: string): FileStorage {
  const pathOf = (hash: string): string => {
    // The hash comes from addresses too: nothing but a hash may become a path.
    if (!/^[\da-f]{64}$/.test(hash)) throw new FileMissing(hash.slice(0, 64))
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  const size = async (hash: string): Promise<number> => {
    try {
      return (await stat(pathOf(hash))).size
    } catch (error) {
      throw isMissing(error) ? new FileMissing(hash) : error
    }
  }
  return {
    write: (source, options = {}) => writeFile(folder, pathOf, source, options),
    read: async (hash, range) => {
      await size(hash)
      return createReadStream(pathOf(hash), range)
    },
    size,
    exists: async hash => {
      try {
        await size(hash)
        return true
      } catch (error) {
        if (error instanceof FileMissing) return false
        throw error
      }
    },
    remove: hash => rm(pathOf(hash), { force: true }),
    list: () => listFolder(folder),
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function writeFile(
  folder: string,
  pathOf: (hash: string) => string,
  source: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<StoredFile> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const temporary = join(incoming, randomUUID())
  const file = await open(temporary, 'wx', 0o600)
  try {
    const { hash, size, head } = await copy(source, file, options.limit ?? Number.POSITIVE_INFINITY)
    await file.sync()
    await file.close()
    const path = pathOf(hash)
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    await rename(temporary, path)
    await syncFolder(join(path, '..'))
    return { hash, size, mediaType: sniffMediaType(head, options.name) }
  } catch (error) {
    await file.close().catch(() => {})
    await rm(temporary, { force: true })
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

// The new name must survive a loss of power as the content does.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* listFolder(folder: string): AsyncIterable<string> {
  try {
    for (const name of await readdir(folder, { recursive: true })) {
      const hash = name.slice(name.lastIndexOf('/') + 1)
      if (/^[\da-f]{64}$/.test(hash)) yield hash
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
