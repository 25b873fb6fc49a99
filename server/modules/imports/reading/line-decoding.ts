// Turns the bytes of a text file into text, line by line where a file mixes encodings, so that no cell is lost.
import { isAscii, isUtf8 } from 'node:buffer'
import { bestLegacyEncoding } from './legacy-encoding.ts'
import { type ReadingBudget, refusal } from './reading-budget.ts'

export interface DecodedText {
  text: string
  /** A WHATWG label such as `utf-8` or `windows-1251`. */
  encoding: string
  /** True when the file itself does not say and is not valid UTF-8. */
  isGuessed: boolean
  /** Line indexes (from 0, by line feeds) that are written in another encoding than `encoding`, and which. */
  otherLines: number[]
  otherEncoding?: string
  /** Line indexes with bytes that the encoding does not have. */
  brokenLines: number[]
}

const LINE_FEED = 10

/** `encoding` overrides the search; errors: `unknown_encoding`. */
export async function decodeText(
  bytes: Uint8Array,
  encoding: string | undefined,
  budget: ReadingBudget,
): Promise<DecodedText> {
  const marked = byteOrderMark(bytes)
  if (encoding !== undefined && marked === undefined) return decodeAs(bytes, encoding)
  const wide = marked ?? wideWithoutMark(bytes)
  if (wide === 'utf-32le' || wide === 'utf-32be') return plainResult(decodeUtf32(bytes, wide), wide)
  if (wide !== undefined && wide !== 'utf-8') return plainResult(new TextDecoder(wide).decode(bytes), wide)
  if (isUtf8(bytes)) return plainResult(await decodeInPieces(bytes, 'utf-8', budget), 'utf-8')
  await budget.pause()
  return await decodeLegacy(bytes, budget)
}

function plainResult(text: string, encoding: string): DecodedText {
  return { text, encoding, isGuessed: false, otherLines: [], brokenLines: brokenLines(text) }
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label)
  } catch (error) {
    throw refusal('unknown_encoding', { encoding: label }, error)
  }
  return plainResult(decoder.decode(bytes), decoder.encoding)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  return undefined
}

/** Separators and line breaks put a zero into every second byte of UTF-16, whatever the language. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 16_384) & ~1
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1]! += 1
  const [even, odd] = zeros as [number, number]
  const isLittle = odd > even
  if (Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined
  const share = Math.max(even, odd) / (length / 2)
  const { wide, narrow } = lineFeeds(bytes.subarray(0, length), isLittle ? 0 : 1)
  // Stray null characters in ordinary text leave its line feeds alone.
  const isWide = wide + narrow > 0 ? share > 0.02 && wide > narrow * 4 : share > 0.3
  if (!isWide) return undefined
  return isLittle ? 'utf-16le' : 'utf-16be'
}

/** Line feeds that are whole two-byte characters, whose low byte stands at even (0) or odd (1) offsets, and all others. */
function lineFeeds(bytes: Uint8Array, lane: 0 | 1): { wide: number; narrow: number } {
  let wide = 0
  let narrow = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if ((at & 1) === lane && bytes[at ^ 1] === 0) wide += 1
    else narrow += 1
  }
  return { wide, narrow }
}

function decodeUtf32(bytes: Uint8Array, label: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, label === 'utf-32le')
    text += code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
  }
  return text
}

interface Line {
  index: number
  bytes: Uint8Array
}

function* lines(bytes: Uint8Array): Generator<Line> {
  let start = 0
  for (let index = 0; start < bytes.length; index += 1) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed + 1
    yield { index, bytes: bytes.subarray(start, end) }
    start = end
  }
}

/** Lines with letters beyond ASCII by what they are written in; damaged ones are UTF-8 with stray bytes. */
interface SortedLines {
  utf8: number[]
  damaged: number[]
  legacy: number[]
  /** Of the legacy lines, evenly thinned. */
  sample: Uint8Array
}

const SAMPLE_BYTES = 1_000_000
const SAMPLE_LINES = 5_000

async function sortLines(bytes: Uint8Array, budget: ReadingBudget): Promise<SortedLines> {
  const sorted: SortedLines = { utf8: [], damaged: [], legacy: [], sample: new Uint8Array() }
  let sample: Uint8Array[] = []
  let step = 1
  for (const line of lines(bytes)) {
    if (isAscii(line.bytes)) continue
    if (isUtf8(line.bytes)) sorted.utf8.push(line.index)
    else if (isMostlyUtf8(line.bytes)) sorted.damaged.push(line.index)
    else {
      sorted.legacy.push(line.index)
      if (sorted.legacy.length % step === 0) sample.push(line.bytes)
      if (sample.length > SAMPLE_LINES) {
        sample = sample.filter((_, index) => index % 2 === 0)
        step *= 2
      }
    }
    if (budget.isPauseDue) await budget.pause()
  }
  sorted.sample = Buffer.concat(sample).subarray(0, SAMPLE_BYTES)
  return sorted
}

/** Lines that are valid UTF-8 beyond ASCII hardly ever occur in other encodings, so one such line means a mixed file. */
async function decodeLegacy(bytes: Uint8Array, budget: ReadingBudget): Promise<DecodedText> {
  const { utf8, damaged, legacy, sample } = await sortLines(bytes, budget)
  const encoding = bestLegacyEncoding(sample)
  const utf8Count = utf8.length + damaged.length
  if (utf8Count === 0 || (isMultiByte(encoding) && utf8Count < legacy.length)) {
    const text = await decodeInPieces(bytes, encoding, budget)
    return { text, encoding, isGuessed: true, otherLines: [], brokenLines: brokenLines(text) }
  }
  const text = await decodeMixed(bytes, encoding, new Set(damaged), new Set(legacy), budget)
  const rest = { text, isGuessed: true, brokenLines: brokenLines(text) }
  if (utf8Count < legacy.length) return { ...rest, encoding, otherLines: utf8, otherEncoding: 'utf-8' }
  const otherLines = [...legacy, ...damaged].sort((a, b) => a - b)
  return { ...rest, encoding: 'utf-8', otherLines, otherEncoding: encoding }
}

async function decodeMixed(
  bytes: Uint8Array,
  encoding: string,
  damaged: Set<number>,
  legacy: Set<number>,
  budget: ReadingBudget,
): Promise<string> {
  const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const legacyDecoder = new TextDecoder(encoding)
  const texts: string[] = []
  for (const line of lines(bytes)) {
    if (damaged.has(line.index)) texts.push(decodePiecewise(line.bytes, legacyDecoder))
    else texts.push((legacy.has(line.index) ? legacyDecoder : utf8Decoder).decode(line.bytes))
    if (budget.isPauseDue) await budget.pause()
  }
  return texts.join('').replace(/^\ufeff/, '')
}

const PIECE_BYTES = 1_000_000

async function decodeInPieces(bytes: Uint8Array, encoding: string, budget: ReadingBudget): Promise<string> {
  const decoder = new TextDecoder(encoding)
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    text += decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
    await budget.pause()
  }
  return text + decoder.decode()
}

function isMultiByte(encoding: string): boolean {
  return encoding === 'gb18030' || encoding === 'shift_jis' || encoding === 'euc-kr' || encoding === 'big5'
}

/** More whole UTF-8 letters than stray bytes, as when a field was cut in the middle of a letter. */
function isMostlyUtf8(line: Uint8Array): boolean {
  let letters = 0
  let stray = 0
  for (let at = 0; at < line.length; ) {
    const length = utf8Length(line, at)
    if (length > 1) letters += 1
    else if (length === 0) stray += 1
    at += Math.max(1, length)
  }
  return letters > stray
}

function decodePiecewise(line: Uint8Array, legacy: TextDecoder): string {
  let text = ''
  for (let at = 0; at < line.length; ) {
    const length = utf8Length(line, at)
    const end = at + Math.max(1, length)
    text += length > 0 ? Buffer.from(line.subarray(at, end)).toString('utf8') : legacy.decode(line.subarray(at, end))
    at = end
  }
  return text
}

/** Length of the valid UTF-8 character at `at`, or 0. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

function brokenLines(text: string): number[] {
  if (!text.includes('\ufffd')) return []
  return text.split('\n').flatMap((line, index) => (line.includes('\ufffd') ? [index] : []))
}
