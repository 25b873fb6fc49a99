// Collects the text of a file up to a limit, so that no file fills memory or the index.

/** UTF-16 units of one file that are kept: some hundred pages. */
export const mostText = 400_000

export class TextTaker {
  #parts: string[] = []
  #length = 0

  get isFull(): boolean {
    return this.#length >= mostText
  }

  add(text: string): void {
    if (this.isFull || text === '') return
    this.#parts.push(text.slice(0, mostText - this.#length))
    this.#length += text.length
  }

  /** The text without signs that a database refuses and without long runs of blanks. */
  finish(): string {
    return this.#parts
      .join('')
      .toWellFormed()
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\n ]*/g, '\n')
      .trim()
  }
}
