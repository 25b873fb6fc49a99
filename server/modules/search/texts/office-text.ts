// Reads the words of documents, sheets and slides: zip parts by streaming, their XML by events, both with an end to what they may grow to.
import { Unzip, UnzipInflate } from 'fflate'
import { SaxesParser } from 'saxes'
import type { TextTaker } from './text-taker.ts'

/** What the parts with text may unpack to, together. */
const mostUnpacked = 24 * 1024 * 1024

export type OfficeKind = 'docx' | 'xlsx' | 'pptx' | 'odt'

/** The parts with text; of several lines, the first of which a file has any. */
const textParts: Readonly<Record<OfficeKind, readonly RegExp[]>> = {
  docx: [/^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/i],
  // Spreadsheets keep their words apart from the cells; some programs write them into the cells.
  xlsx: [/^xl\/(sharedStrings|comments\d*)\.xml$/i, /^xl\/worksheets\/[^/]+\.xml$/i],
  pptx: [/^ppt\/(slides|notesSlides|comments)\/[^/]+\.xml$/i],
  odt: [/^content\.xml$/i],
}

/** Where words end without a blank: paragraphs, breaks, cells. */
const breaks = new Set(['p', 'br', 'tab', 'tc', 'h', 'table-cell', 'line-break', 'si', 'is'])
const paragraphs = new Set(['p', 'h', 'si', 'is'])

/** @throws Error when it is no such file, is damaged, or unpacks beyond all measure. */
export function readOfficeText(bytes: Uint8Array, kind: OfficeKind, taker: TextTaker): void {
  if (!textParts[kind].some(parts => readParts(bytes, kind, parts, taker))) throw new Error('it has no part with text')
}

/** Whether there was any such part. */
function readParts(bytes: Uint8Array, kind: OfficeKind, wanted: RegExp, taker: TextTaker): boolean {
  let unpacked = 0
  let parts = 0
  let problem: Error | undefined
  const unzip = new Unzip(file => {
    if (!wanted.test(file.name)) return
    parts += 1
    const reader = xmlReader(kind, taker)
    file.ondata = (error, chunk, isLast) => {
      if (problem) return
      unpacked += chunk?.length ?? 0
      problem = error ?? (unpacked > mostUnpacked ? new Error('it unpacks to more than 24 MB of text') : undefined)
      if (!problem && !taker.isFull) reader.write(chunk, isLast)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // In small steps: one step of a zip bomb then grows to little before it is stopped.
  for (let start = 0; start < bytes.length && !problem && !taker.isFull; start += 16_384)
    unzip.push(bytes.subarray(start, start + 16_384), start + 16_384 >= bytes.length)
  if (problem) throw problem
  return parts > 0
}

function xmlReader(kind: OfficeKind, taker: TextTaker) {
  const decoder = new TextDecoder()
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1)
    if (breaks.has(local)) taker.add('\n')
    if (kind === 'odt' || local === 't') depth += 1
  })
  parser.on('closetag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1)
    if (kind === 'odt' || local === 't') depth -= 1
    if (paragraphs.has(local)) taker.add('\n')
  })
  parser.on('text', text => {
    if (depth > 0) taker.add(text)
  })
  return {
    write(chunk: Uint8Array, isLast: boolean) {
      parser.write(decoder.decode(chunk, { stream: !isLast }))
      if (isLast) parser.close()
    },
  }
}
