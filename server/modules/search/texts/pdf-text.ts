// Reads the words of PDF files, page by page.
import { getDocumentProxy } from 'unpdf'
import type { TextTaker } from './text-taker.ts'

/** Pages beyond are not read. */
const mostPages = 600

/** @throws Error when it is no PDF, is damaged, or needs a password. */
export async function readPdfText(bytes: Uint8Array, taker: TextTaker): Promise<void> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, disableFontFace: true })
  for (let number = 1; number <= Math.min(document.numPages, mostPages) && !taker.isFull; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) taker.add(item.hasEOL ? `${item.str}\n` : item.str)
    taker.add('\n')
    page.cleanup()
  }
}
