// Cuts separated text into records one by one; a quotation mark that is never closed properly swallows nothing.

/** Quoted fields may span lines; a longer one is taken for a mark that was not closed. */
const LONGEST_QUOTED = 100_000

export interface ScannedRecord {
  fields: string[]
  /** Offset of its first character. */
  start: number
  hasOddQuote: boolean
}

export class RecordScanner {
  private readonly text: string
  private readonly separator: string
  private readonly lineEnd: '\n' | '\r'
  private at: number
  private hasOddQuote = false
  private nextSeparator = -1
  private nextLineEnd = -1
  /** What failed searches for a closing mark may still cost, so that hostile text stays linear. */
  private searchLeft: number

  /** `separator` is one character, or empty when each line is one cell. */
  constructor(text: string, separator: string, start = 0) {
    this.text = text
    this.separator = separator
    this.lineEnd = text.includes('\n') ? '\n' : '\r'
    this.at = start
    this.searchLeft = 1_000_000 + 2 * text.length
  }

  next(): ScannedRecord | undefined {
    if (this.at >= this.text.length) return undefined
    const start = this.at
    const fields: string[] = []
    this.hasOddQuote = false
    for (;;) {
      fields.push(this.quotedField() ?? this.plainField())
      if (this.text[this.at] !== this.separator || this.separator === '') break
      this.at += 1
    }
    if (this.text[this.at] === '\r' && this.lineEnd === '\n') this.at += 1
    this.at += 1
    return { fields, start, hasOddQuote: this.hasOddQuote }
  }

  private plainField(): string {
    const start = this.at
    let end = this.lineEndFrom(start)
    const separator = this.separatorFrom(start)
    if (separator < end) end = separator
    else if (this.lineEnd === '\n' && end > start && end < this.text.length && this.text[end - 1] === '\r') end -= 1
    this.at = end
    return this.text.slice(start, end)
  }

  private separatorFrom(at: number): number {
    if (this.separator === '') return this.text.length
    if (this.nextSeparator < at) this.nextSeparator = foundOrEnd(this.text, this.separator, at)
    return this.nextSeparator
  }

  private lineEndFrom(at: number): number {
    if (this.nextLineEnd < at) this.nextLineEnd = foundOrEnd(this.text, this.lineEnd, at)
    return this.nextLineEnd
  }

  /** `undefined` when no quoted field starts here; then the mark belongs to the text. */
  private quotedField(): string | undefined {
    const open = this.skipBlanks(this.at)
    if (this.text[open] !== '"' || this.separator === '') return undefined
    let value = ''
    let from = open + 1
    let hasInnerMark = false
    for (;;) {
      const mark = this.text.indexOf('"', from)
      if (mark < 0 || mark - open > LONGEST_QUOTED || this.searchLeft <= 0) return this.notQuoted(mark, open)
      value += this.text.slice(from, mark)
      from = mark + 1
      if (this.text[from] === '"') from += 1
      else if (this.isFieldEnd(this.skipBlanks(from))) break
      else hasInnerMark = true
      value += '"'
    }
    // Marks inside a text are a common slip on one line; across lines they show that the first mark was never closed.
    if (hasInnerMark && value.includes(this.lineEnd)) return this.notQuoted(from, open)
    this.hasOddQuote ||= hasInnerMark
    this.at = this.skipBlanks(from)
    return value
  }

  private notQuoted(reached: number, open: number): undefined {
    if (reached > open) this.searchLeft -= reached - open
    this.hasOddQuote = true
    return undefined
  }

  private skipBlanks(at: number): number {
    let next = at
    while (this.text[next] === ' ') next += 1
    return next
  }

  private isFieldEnd(at: number): boolean {
    const character = this.text[at]
    if (character === undefined || character === this.separator || character === this.lineEnd) return true
    return character === '\r' && (this.text[at + 1] === '\n' || at + 1 === this.text.length)
  }
}

function foundOrEnd(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from)
  return found < 0 ? text.length : found
}
