// Reads the objects of a large JSON array, or of JSON lines, one by one, without holding the file.

/** A piece of the file that should be one record. */
export interface JsonPiece {
  text: string
  /** Counted from 1. */
  number: number
}

export class JsonStreamError extends Error {}

/** No record is near this large; a longer one means a broken file (bytes). */
const LARGEST_RECORD = 16 * 1024 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const NEWLINE = 0x0a
const ARRAY_OPEN = 0x5b
const ARRAY_CLOSE = 0x5d

/**
 * Texts of the top-level objects of a JSON array or of JSON lines, whichever the first character shows.
 * Throws JsonStreamError when the stream is neither, ends inside an array, or holds a record over 16 MB.
 */
export async function* readJsonPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonPiece> {
  let reader: ArrayScanner | LineScanner | undefined
  for await (const chunk of chunks) {
    let bytes: Uint8Array = chunk
    if (reader === undefined) {
      const start = firstContent(bytes)
      if (start < 0) continue
      bytes = bytes.subarray(start)
      if (bytes[0] === ARRAY_OPEN) reader = new ArrayScanner()
      else if (bytes[0] === OPEN) reader = new LineScanner()
      else throw new JsonStreamError('the file is neither a JSON array nor JSON lines: it does not start with [ or {')
    }
    yield* reader.read(bytes)
  }
  if (reader === undefined) throw new JsonStreamError('the file is empty')
  yield* reader.end()
}

/** Position of the first byte that is neither white space nor a byte order mark. */
function firstContent(bytes: Uint8Array): number {
  return bytes.findIndex(byte => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
}

/** Collects the bytes of one record across chunks. */
class PieceBuffer {
  private parts: Uint8Array[] = []
  private length = 0
  private count = 0

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.parts.push(bytes)
    this.length += bytes.length
    if (this.length > LARGEST_RECORD)
      throw new JsonStreamError(`record ${this.count + 1} is larger than 16 MB: the file is broken`)
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  get taken(): number {
    return this.count
  }

  take(): JsonPiece {
    const text = Buffer.concat(this.parts).toString('utf8')
    this.parts = []
    this.length = 0
    this.count++
    return { text, number: this.count }
  }
}

class ArrayScanner {
  private readonly buffer = new PieceBuffer()
  private depth = 0
  private inString = false
  private escaped = false
  private isClosed = false

  read(bytes: Uint8Array): JsonPiece[] {
    const pieces: JsonPiece[] = []
    let start = this.depth > 0 ? 0 : -1
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (byte === BACKSLASH) this.escaped = true
        else if (byte === QUOTE) this.inString = false
      } else if (byte === QUOTE) this.inString = true
      else if (byte === OPEN) {
        if (this.depth++ === 0) start = i
      } else if (byte === CLOSE && this.depth > 0) {
        if (--this.depth > 0) continue
        this.buffer.push(bytes.subarray(start, i + 1))
        start = -1
        pieces.push(this.buffer.take())
      } else if (byte === ARRAY_CLOSE && this.depth === 0) this.isClosed = true
    }
    if (start >= 0) this.buffer.push(bytes.slice(start))
    return pieces
  }

  end(): JsonPiece[] {
    if (!this.isClosed) throw new JsonStreamError(`the file is cut off after ${this.buffer.taken} records`)
    return []
  }
}

class LineScanner {
  private readonly buffer = new PieceBuffer()

  read(bytes: Uint8Array): JsonPiece[] {
    const pieces: JsonPiece[] = []
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.buffer.push(bytes.subarray(start, end))
      start = end + 1
      pieces.push(...this.end())
    }
    this.buffer.push(bytes.slice(start))
    return pieces
  }

  end(): JsonPiece[] {
    if (this.buffer.isEmpty) return []
    const piece = this.buffer.take()
    return piece.text.trim() === '' ? [] : [piece]
  }
}
