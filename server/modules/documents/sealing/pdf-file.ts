// Reads as much of the build of a PDF as adding a revision needs: the table of objects, the trailer, plain dictionaries.

/** A PDF in a form that is not understood here: with a compressed table, encrypted, or broken. */
export class PdfNotSupported extends Error {
  override name = 'PdfNotSupported'
}

/** Entries of a dictionary by name (with the slash), values as they are written. */
export type PdfDictionary = Map<string, string>

export interface PdfFile {
  source: string
  /** Where the newest table begins. */
  tableAt: number
  trailer: PdfDictionary
  /** Where each object begins, by number. */
  offsets: Map<number, number>
}

const space = /[\0\t\n\f\r ]/
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/

function skipSpace(source: string, from: number): number {
  let at = from
  for (;;) {
    while (at < source.length && space.test(source[at]!)) at += 1
    if (source[at] !== '%') return at
    while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at += 1
  }
}

function endOfString(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at]
    if (sign === '\\') at += 1
    else if (sign === '(') depth += 1
    else if (sign === ')' && --depth === 0) return at + 1
  }
  throw new PdfNotSupported('a string without an end')
}

/** The end of the token or the whole value in brackets that begins at `from`. */
function endOfValue(source: string, from: number): number {
  const sign = source[from]
  if (sign === undefined) throw new PdfNotSupported('cut off')
  if (sign === '(') return endOfString(source, from)
  if (sign === '[' || source.startsWith('<<', from)) {
    const [length, end] = sign === '[' ? [1, ']'] : [2, '>>']
    let at = skipSpace(source, from + length!)
    while (!source.startsWith(end as string, at)) at = skipSpace(source, endOfValue(source, at))
    return at + (end as string).length
  }
  if (sign === '<') return source.indexOf('>', from) + 1 || source.length
  let at = from + 1
  while (at < source.length && !delimiter.test(source[at]!)) at += 1
  return at
}

const reference = /^(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![A-Za-z0-9])/

/** @throws PdfNotSupported */
export function readDictionary(source: string, from: number): PdfDictionary {
  let at = skipSpace(source, from)
  if (!source.startsWith('<<', at)) throw new PdfNotSupported('no dictionary')
  const entries: PdfDictionary = new Map()
  at = skipSpace(source, at + 2)
  while (!source.startsWith('>>', at)) {
    const nameEnd = endOfValue(source, at)
    const name = source.slice(at, nameEnd)
    if (!name.startsWith('/')) throw new PdfNotSupported('a dictionary without names')
    at = skipSpace(source, nameEnd)
    const link = reference.exec(source.slice(at, at + 40))
    const end = link ? at + link[0].length : endOfValue(source, at)
    entries.set(name, source.slice(at, end))
    at = skipSpace(source, end)
  }
  return entries
}

export const writeDictionary = (entries: PdfDictionary): string =>
  `<< ${[...entries].map(([name, value]) => `${name} ${value}`).join(' ')} >>`

/** The number of the object that a value points to. */
export function pointsTo(value: string | undefined): number | undefined {
  const link = reference.exec(value ?? '')
  return link ? Number(link[1]) : undefined
}

/** All objects that an array points to. */
export const allPointsTo = (value: string): number[] =>
  [...value.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, one]) => Number(one))

function readTable(source: string, from: number, offsets: Map<number, number>): PdfDictionary {
  let at = skipSpace(source, from)
  if (!source.startsWith('xref', at)) throw new PdfNotSupported('a compressed table of objects')
  at = skipSpace(source, at + 4)
  for (;;) {
    const section = /^(\d+) +(\d+)\s*/.exec(source.slice(at, at + 40))
    if (!section) break
    at += section[0].length
    const [first, count] = [Number(section[1]), Number(section[2])]
    if (count > 1_000_000 || at + count * 20 > source.length) throw new PdfNotSupported('a broken table of objects')
    for (let nth = 0; nth < count; nth += 1, at += 20) {
      const entry = source.slice(at, at + 20)
      if (entry[17] === 'n' && !offsets.has(first + nth)) offsets.set(first + nth, Number(entry.slice(0, 10)))
    }
    at = skipSpace(source, at)
  }
  if (!source.startsWith('trailer', at)) throw new PdfNotSupported('no trailer')
  return readDictionary(source, at + 7)
}

/** @throws PdfNotSupported */
export function readPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('%PDF-')) throw new PdfNotSupported('no PDF')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-200))
  if (!start) throw new PdfNotSupported('no end')
  const tableAt = Number(start[1])
  const offsets = new Map<number, number>()
  const trailer = readTable(source, tableAt, offsets)
  const seen = new Set([tableAt])
  for (let previous = trailer.get('/Prev'); previous !== undefined; ) {
    const at = Number(previous)
    if (seen.has(at)) throw new PdfNotSupported('a table that leads to itself')
    seen.add(at)
    previous = readTable(source, at, offsets).get('/Prev')
  }
  if (trailer.has('/Encrypt')) throw new PdfNotSupported('encrypted')
  return { source, tableAt, trailer, offsets }
}

/** A dictionary object by its number. @throws PdfNotSupported */
export function objectOf({ source, offsets }: PdfFile, number: number | undefined): PdfDictionary {
  const at = number === undefined ? undefined : offsets.get(number)
  if (at === undefined) throw new PdfNotSupported('an object is missing')
  const head = /^\s*(\d+)\s+\d+\s+obj/.exec(source.slice(at, at + 40))
  if (!head || Number(head[1]) !== number) throw new PdfNotSupported('an object is not where the table says')
  return readDictionary(source, at + head[0].length)
}

/** The number of the first page. @throws PdfNotSupported */
export function firstPage(file: PdfFile, catalog: PdfDictionary): number {
  let number = pointsTo(catalog.get('/Pages'))
  for (let depth = 0; depth < 50; depth += 1) {
    const node = objectOf(file, number)
    if (node.get('/Type') === '/Page') return number!
    number = allPointsTo(node.get('/Kids') ?? '')[0]
  }
  throw new PdfNotSupported('no page')
}
