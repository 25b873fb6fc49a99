// Turns the bytes of a text file into text, line by line where a file mixes encodings, so that no cell is lost.
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
  const strict = strictUtf8(bytes)
  if (strict !== undefined) return plainResult(strict, 'utf-8')
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

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function* lines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed + 1
    yield bytes.subarray(start, end)
    start = end
  }
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return true
  return false
}

const SAMPLE_BYTES = 1_000_000

/** Lines that are valid UTF-8 beyond ASCII hardly ever occur in other encodings, so one such line means a mixed file. */
async function decodeLegacy(bytes: Uint8Array, budget: ReadingBudget): Promise<DecodedText> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const odd: { index: number; bytes: Uint8Array }[] = []
  const damaged: { index: number; bytes: Uint8Array }[] = []
  const utf8Lines: number[] = []
  const texts: string[] = []
  for (const line of lines(bytes)) {
    try {
      texts.push(strict.decode(line))
      if (hasHighByte(line)) utf8Lines.push(texts.length - 1)
    } catch {
      const list = isMostlyUtf8(line) ? damaged : odd
      list.push({ index: texts.length, bytes: line })
      texts.push('')
    }
    if (budget.isPauseDue) await budget.pause()
  }
  const encoding = bestLegacyEncoding(sample(odd.map(line => line.bytes)))
  const utf8Count = utf8Lines.length + damaged.length
  const isMixed = utf8Count > 0 && !(isMultiByte(encoding) && utf8Count < odd.length)
  if (!isMixed) {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, encoding, isGuessed: true, otherLines: [], brokenLines: brokenLines(text) }
  }
  for (const line of damaged) texts[line.index] = decodePiecewise(line.bytes, encoding)
  const legacy = new TextDecoder(encoding)
  for (const line of odd) texts[line.index] = legacy.decode(line.bytes)
  const text = texts.join('').replace(/^\ufeff/, '')
  const oddLines = [...odd, ...damaged].map(line => line.index).sort((a, b) => a - b)
  const broken = brokenLines(text)
  return utf8Count >= odd.length
    ? { text, encoding: 'utf-8', isGuessed: true, otherLines: oddLines, otherEncoding: encoding, brokenLines: broken }
    : { text, encoding, isGuessed: true, otherLines: utf8Lines, otherEncoding: 'utf-8', brokenLines: broken }
}

function isMultiByte(encoding: string): boolean {
  return encoding === 'gb18030' || encoding === 'shift_jis' || encoding === 'euc-kr' || encoding === 'big5'
}

function sample(parts: Uint8Array[]): Uint8Array {
  const chosen: Uint8Array[] = []
  let total = 0
  const step = Math.max(1, Math.floor(parts.length / 5_000))
  for (let index = 0; index < parts.length && total < SAMPLE_BYTES; index += step) {
    chosen.push(parts[index]!)
    total += parts[index]!.length
  }
  return Buffer.concat(chosen).subarray(0, SAMPLE_BYTES)
}

/** A line with more whole UTF-8 letters than stray bytes is UTF-8 with damage, such as a field cut in the middle of a letter. */
function isMostlyUtf8(line: Uint8Array): boolean {
  const loose = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
  const stray = loose.split('\ufffd').length - 1
  return (loose.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) > stray
}

function decodePiecewise(line: Uint8Array, encoding: string): string {
  const legacy = new TextDecoder(encoding)
  let text = ''
  for (let at = 0; at < line.length; ) {
    const length = utf8Length(line, at)
    text +=
      length > 0
        ? Buffer.from(line.subarray(at, at + length)).toString('utf8')
        : legacy.decode(line.subarray(at, at + 1))
    at += Math.max(1, length)
  }
  return text
}

/** Length of the valid UTF-8 character at `at`, or 0. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  if (length <= 1) return length
  return strictUtf8(bytes.subarray(at, at + length)) !== undefined && at + length <= bytes.length ? length : 0
}

function brokenLines(text: string): number[] {
  if (!text.includes('\ufffd')) return []
  return text.split('\n').flatMap((line, index) => (line.includes('\ufffd') ? [index] : []))
}
