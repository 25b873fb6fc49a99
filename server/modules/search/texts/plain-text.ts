// Reads text files of unknown encoding, and the words of HTML pages, in one pass over the letters.
import type { TextTaker } from './text-taker.ts'

/** By its mark, as UTF-8 where it is, else as Windows-1251, in which old Russian files are written. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  zwnj: '\u200c',
}

function entityOf(name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? ' '
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}

const decodeEntities = (text: string): string => text.replace(/&(#?\w{1,10});/g, (_, name: string) => entityOf(name))

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
])

/** The text between the tags; scripts, styles and comments are left out. Never throws. */
export function readHtmlText(html: string, taker: TextTaker): void {
  let at = 0
  while (at < html.length && !taker.isFull) {
    const open = html.indexOf('<', at)
    taker.add(decodeEntities(html.slice(at, open < 0 ? html.length : open)))
    if (open < 0) return
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const end = html.indexOf('>', open)
    if (end < 0) return
    const name = /^<\/?([a-z][\w-]*)/i.exec(html.slice(open, open + 30))?.[1]?.toLowerCase()
    at = end + 1
    if (name === undefined || inline.has(name)) continue
    taker.add('\n')
    if ((name === 'script' || name === 'style') && html[open + 1] !== '/') at = skipElement(html, name, at)
  }
}

const after = (text: string, mark: string, from: number): number => {
  const place = text.indexOf(mark, from)
  return place < 0 ? text.length : place + mark.length
}

function skipElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}
