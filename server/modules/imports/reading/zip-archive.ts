// Reads single parts of a zip file in memory, guarded against bombs, damage and cut-off uploads.
import { crc32, createInflateRaw } from 'node:zlib'
import { megabytes, type ReadingBudget, refusal } from './reading-budget.ts'

export interface ZipEntry {
  name: string
  method: number
  flags: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

export interface ZipArchive {
  bytes: Uint8Array
  /** By name with forward slashes, no leading slash, lower case: spreadsheet programs ignore case. */
  entries: Map<string, ZipEntry>
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const ZIP64_END = 0x06064b50
const ZIP64_LOCATOR = 0x07064b50
const UNKNOWN_32 = 0xffffffff
const RATIO_JUDGED_FROM = 20 * 1024 * 1024

/** The directory stands at the end of a zip file, so a file without one was cut off. APPNOTE 6.3.10, sections 4.3.12 to 4.3.16. */
export function openZip(bytes: Uint8Array, budget: ReadingBudget): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw refusal('cut_off')
  const { count, start } = directoryPlace(view, end)
  if (count > budget.limits.entries) {
    throw refusal('too_many_parts', { count, limit: budget.limits.entries })
  }
  const entries = new Map<string, ZipEntry>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw refusal('damaged', { part: 'zip directory' })
    }
    const { entry, next } = directoryEntry(view, bytes, at)
    const key = entryKey(entry.name)
    if (!entries.has(key)) entries.set(key, entry)
    at = next
  }
  return { bytes, entries }
}

export function entryKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

function directoryPlace(view: DataView, end: number): { count: number; start: number } {
  const plain = { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) }
  if (plain.count !== 0xffff && plain.start !== UNKNOWN_32) return plain
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return plain
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== ZIP64_END) {
    throw refusal('damaged', { part: 'zip directory' })
  }
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

function directoryEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw refusal('cut_off')
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  readZip64Sizes(view, entry, at + 46 + nameLength, extraLength)
  return { entry, next }
}

function readZip64Sizes(view: DataView, entry: ZipEntry, start: number, length: number): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const last = Math.min(start + length, at + 4 + view.getUint16(at + 2, true))
    let field = at + 4
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (entry[key] !== UNKNOWN_32 || field + 8 > last) continue
      entry[key] = Number(view.getBigUint64(field, true))
      field += 8
    }
    return
  }
}

/** Unpacks one part piece by piece; refuses what grows beyond the limits, however it was declared. */
export async function* unpackEntry(
  archive: ZipArchive,
  entry: ZipEntry,
  budget: ReadingBudget,
): AsyncGenerator<Uint8Array> {
  if ((entry.flags & 1) !== 0) throw refusal('password_protected')
  if (entry.size > budget.limits.unzippedBytes) {
    throw refusal('unzipped_too_large', { limit: megabytes(budget.limits.unzippedBytes) })
  }
  const packed = packedBytes(archive, entry)
  let unpacked = 0
  let crc = 0
  for await (const piece of entry.method === 0 ? pieces(packed) : inflate(packed, entry)) {
    unpacked += piece.length
    budget.countUnzipped(piece.length)
    if (unpacked > RATIO_JUDGED_FROM && unpacked > entry.packedSize * budget.limits.compressionRatio) {
      throw refusal('suspicious_compression', { ratio: budget.limits.compressionRatio })
    }
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== entry.crc) throw refusal('damaged', { part: entry.name })
}

function packedBytes(archive: ZipArchive, entry: ZipEntry): Uint8Array {
  const { bytes } = archive
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) {
    throw refusal('damaged', { part: entry.name })
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packedSize > bytes.length) throw refusal('cut_off')
  if (entry.method !== 0 && entry.method !== 8) throw refusal('damaged', { part: entry.name })
  return bytes.subarray(start, start + entry.packedSize)
}

const PIECE = 65_536

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

async function* inflate(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: PIECE })
  stream.end(packed)
  try {
    for await (const piece of stream) yield piece as Uint8Array
  } catch (error) {
    throw isZlibError(error) ? refusal('damaged', { part: entry.name }, error) : error
  } finally {
    stream.destroy()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('Z_')
}
