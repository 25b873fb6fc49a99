// What a place for files offers, whichever it is: files are named by their SHA-256, written whole or not at all, stored once.
import type { Readable } from 'node:stream'

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

/** A place for files: a folder, or S3-compatible storage. */
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
