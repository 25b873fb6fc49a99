// Reads the text of a Word file: paragraphs with bold and italic, headings, lists and tables; guarded against bombs and entities.
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { TextRun } from '../../text/document-text.ts'

export interface DocxParagraph {
  runs: TextRun[]
  plain: string
  isTitle: boolean
  isHeading: boolean
  isBold: boolean
  /** A point of a list; `label` is what Word writes before it, `Article %1.` */
  list: { ordered: boolean; depth: number; label: string } | null
}

export type DocxBlock = { paragraph: DocxParagraph } | { rows: DocxParagraph[][][] }

export interface DocxText {
  blocks: DocxBlock[]
  /** Pictures, text boxes, footnotes, comments. */
  leftOut: number
}

export type DocxFault = 'unreadable' | 'too_much'
export class DocxError extends Error {
  readonly fault: DocxFault
  constructor(fault: DocxFault, cause?: unknown) {
    super(fault, { cause })
    this.fault = fault
  }
}

const mostBytes = 20 * 1024 * 1024
const deepest = 200
const parts = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml']

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    // The declared size bounds what is unpacked: fflate writes into a buffer of that size and no further.
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.includes(name)) return false
        total += originalSize
        if (total > mostBytes) throw new DocxError('too_much')
        return true
      },
    })
  } catch (error) {
    throw error instanceof DocxError ? error : new DocxError('unreadable', error)
  }
}

type Attributes = Record<string, string>
interface Events {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function readXml(bytes: Uint8Array, { open, close, text }: Events): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new DocxError('unreadable')
  })
  parser.on('error', error => {
    throw new DocxError('unreadable', error)
  })
  parser.on('opentag', tag => {
    depth += 1
    if (depth > deepest) throw new DocxError('unreadable')
    const attributes = Object.entries(tag.attributes as Attributes).map(([name, value]) => [local(name), value])
    open(local(tag.name), Object.fromEntries(attributes))
  })
  parser.on('closetag', tag => {
    depth -= 1
    close?.(local(tag.name))
  })
  if (text) parser.on('text', text)
  parser.write(new TextDecoder().decode(bytes)).close()
}

/** What a style of paragraphs is for, by its id. */
function readStyles(bytes: Uint8Array | undefined): Map<string, 'title' | 'heading'> {
  const styles = new Map<string, 'title' | 'heading'>()
  if (!bytes) return styles
  let id = ''
  readXml(bytes, {
    open(name, { styleId, val = '' }) {
      if (name === 'style') id = styleId ?? ''
      else if (name === 'name' && /^title$/i.test(val)) styles.set(id, 'title')
      else if (name === 'name' && /^heading \d/i.test(val)) styles.set(id, 'heading')
    },
  })
  return styles
}

interface ListLevel {
  ordered: boolean
  label: string
}

/** Levels of lists by the id that paragraphs name. */
function readNumbering(bytes: Uint8Array | undefined): (id: string, level: string) => ListLevel {
  const levels = new Map<string, ListLevel>()
  const abstractOf = new Map<string, string>()
  let [abstract, number, level] = ['', '', '']
  if (bytes)
    readXml(bytes, {
      open(name, { abstractNumId = '', numId = '', ilvl = '', val = '' }) {
        const key = `${abstract}/${level}`
        if (name === 'abstractNum') abstract = abstractNumId
        else if (name === 'num') number = numId
        else if (name === 'abstractNumId') abstractOf.set(number, val)
        else if (name === 'lvl') level = ilvl
        else if (name === 'numFmt') levels.set(key, { ordered: val !== 'bullet', label: levels.get(key)?.label ?? '' })
        else if (name === 'lvlText') levels.set(key, { ordered: levels.get(key)?.ordered ?? true, label: val })
      },
    })
  return (id, ilvl) => levels.get(`${abstractOf.get(id)}/${ilvl}`) ?? { ordered: true, label: '' }
}

const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '1')
const variable = /\{\{\s*([a-z][a-z0-9_.]{0,60})\s*\}\}/g

/** Neighbours of one style become one run; `{{names}}` become variables. */
function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic) last.text += run.text
    else joined.push({ ...run })
  }
  return joined.flatMap(({ text, ...style }) =>
    text
      .split(variable)
      .map((piece, at): TextRun => (at % 2 === 1 ? { ...style, text: '', variable: piece } : { ...style, text: piece }))
      .filter(run => run.variable !== undefined || run.text !== ''),
  )
}

const skipped = new Set(['drawing', 'pict', 'object', 'AlternateContent', 'del', 'moveFrom'])
const counted = new Set(['drawing', 'pict', 'object', 'AlternateContent', 'footnoteReference', 'commentReference'])

class BodyReader {
  readonly blocks: DocxBlock[] = []
  leftOut = 0
  private readonly styles: ReturnType<typeof readStyles>
  private readonly listLevel: ReturnType<typeof readNumbering>
  private skipping = 0
  private tables = 0
  private rows: DocxParagraph[][][] = []
  private runs: TextRun[] = []
  private style: 'title' | 'heading' | undefined
  private number: { id: string; level: string } | null = null
  private isInRun = false
  private bold = false
  private italic = false
  private takesText = false

  constructor(styles: ReturnType<typeof readStyles>, listLevel: ReturnType<typeof readNumbering>) {
    this.styles = styles
    this.listLevel = listLevel
  }

  open = (name: string, attributes: Attributes): void => {
    if (counted.has(name) && this.skipping === 0) this.leftOut += 1
    if (this.skipping > 0 || skipped.has(name)) this.skipping += 1
    else this.enter(name, attributes)
  }

  close = (name: string): void => {
    if (this.skipping > 0) this.skipping -= 1
    else this.leave(name)
  }

  text = (text: string): void => {
    if (this.takesText && this.skipping === 0) this.add(text)
  }

  private add(text: string): void {
    this.runs.push({ text, ...(this.bold && { bold: true }), ...(this.italic && { italic: true }) })
  }

  private enter(name: string, { val, id }: Attributes): void {
    if (name === 'p') this.startParagraph()
    else if (name === 'pStyle') this.style = this.styles.get(val ?? '')
    else if (name === 'outlineLvl' && val !== '9') this.style ??= 'heading'
    else if (name === 'numId')
      this.number = val === '0' ? null : { level: this.number?.level ?? '0', id: val ?? id ?? '' }
    else if (name === 'ilvl') this.number = { id: this.number?.id ?? '', level: val ?? '0' }
    else if (name === 'r') [this.isInRun, this.bold, this.italic] = [true, false, false]
    else if (name === 't') this.takesText = true
    else if (name === 'tab' || name === 'br' || name === 'noBreakHyphen') this.add(name === 'noBreakHyphen' ? '-' : ' ')
    else if (name === 'tbl') this.startTable()
    else if (name === 'tr' && this.tables === 1) this.rows.push([])
    else if (name === 'tc' && this.tables === 1) this.rows.at(-1)?.push([])
    else if (this.isInRun) this.readStyle(name, val)
  }

  private readStyle(name: string, val: string | undefined): void {
    if (name === 'b' || name === 'bCs') this.bold ||= isOn(val)
    else if (name === 'i' || name === 'iCs') this.italic ||= isOn(val)
  }

  private startParagraph(): void {
    this.runs = []
    this.style = undefined
    this.number = null
  }

  private startTable(): void {
    this.tables += 1
    if (this.tables === 1) this.rows = []
  }

  private leave(name: string): void {
    if (name === 't') this.takesText = false
    else if (name === 'r') this.isInRun = false
    else if (name === 'p') this.endParagraph()
    else if (name === 'tbl') {
      this.tables -= 1
      if (this.tables === 0) this.blocks.push({ rows: this.rows })
    }
  }

  private endParagraph(): void {
    const runs = joinRuns(this.runs)
    const plain = runs
      .map(run => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if (plain === '' && !runs.some(run => run.variable)) return
    const number = this.number
    const paragraph: DocxParagraph = {
      ...{ runs, plain, isTitle: this.style === 'title', isHeading: this.style === 'heading' },
      isBold: runs.every(run => run.bold || run.text.trim() === ''),
      list: number && { ...this.listLevel(number.id, number.level), depth: Math.min(2, Number(number.level) || 0) },
    }
    if (this.tables === 0) this.blocks.push({ paragraph })
    else this.rows.at(-1)?.at(-1)?.push(paragraph)
  }
}

/** @throws DocxError when it is no Word file, is damaged or hostile, or unpacks to more than 20 MB. */
export function readDocx(bytes: Uint8Array): DocxText {
  const files = unpack(bytes)
  const body = files['word/document.xml']
  if (!body) throw new DocxError('unreadable')
  const reader = new BodyReader(readStyles(files['word/styles.xml']), readNumbering(files['word/numbering.xml']))
  readXml(body, reader)
  return { blocks: reader.blocks, leftOut: reader.leftOut }
}
