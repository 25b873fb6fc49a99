// Opens one file inside a zip archive as a stream, by the archive's own directory.
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

export class ZipError extends Error {}

export interface ZipEntry {
  name: string
  method: number
  compressedSize: number
  headerOffset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_END = 65_557
const LARGEST_DIRECTORY = 64 * 1024 * 1024

/** Files listed in the archive. Throws ZipError when it is cut off, encrypted or not a plain zip below 4 GB. */
export async function listZipEntries(path: string): Promise<ZipEntry[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = await readAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
    let at = tail.length - 22
    while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at--
    if (at < 0) throw new ZipError('the zip archive has no directory: it is cut off or broken')
    const length = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    if (offset === 0xffffffff || length > LARGEST_DIRECTORY || offset + length > size) {
      throw new ZipError('the zip archive is broken, or larger than 4 GB')
    }
    return directoryEntries(await readAt(file, offset, length))
  } finally {
    await file.close()
  }
}

function directoryEntries(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if ((directory.readUInt16LE(at + 8) & 1) !== 0) throw new ZipError(`“${name}” in the zip archive is encrypted`)
    entries.push({
      name,
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Content of an entry, decompressed as it is read. */
export async function openZipEntry(path: string, entry: ZipEntry): Promise<Readable> {
  if (entry.method !== 0 && entry.method !== 8)
    throw new ZipError(`“${entry.name}” is compressed in a way that is not known`)
  const file = await open(path)
  let start: number
  try {
    const header = await readAt(file, entry.headerOffset, 30)
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw new ZipError('the zip archive is broken')
    start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
  const raw = createReadStream(path, { start, end: start + Math.max(0, entry.compressedSize - 1) })
  if (entry.method === 0) return raw
  const inflate = createInflateRaw()
  raw.on('error', error => inflate.destroy(error))
  return raw.pipe(inflate)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
