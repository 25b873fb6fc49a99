// The door of rendering: a text with its frame becomes PDF/A or a Word file, in a process of its own.
import { Refusal } from '#core/errors.ts'
import { CharacterNotPrintable, DocumentNotMade, DocumentsBusy, FontsMissing } from '../document.errors.ts'
import type { RenderRequest } from './document-frame.ts'
import { createMaker, type Made, type Maker, MakerBusy } from './maker.ts'
import type { MakingOrder } from './making-process.ts'
import { layOut } from './paper-layout.ts'
import { MakingFailed, type MakingFault } from './rendering-faults.ts'

let maker: Maker | undefined

function ownMaker(): Maker {
  maker ??= createMaker()
  return maker
}

/** The signs with their numbers in Unicode: `↑ (U+2191)`. */
const named = (character: string): string =>
  [...character].map(one => `${one} (U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`).join(', ')

function refusalOf(is: MakingFault, error: MakingFailed): Error {
  switch (is.fault) {
    case 'no_glyph':
      return new Refusal(CharacterNotPrintable, { characters: is.characters.slice(0, 20).map(named).join(', ') })
    case 'fonts_missing':
      return new Refusal(FontsMissing, { file: is.file })
    case 'failed':
      return Object.assign(new Refusal(DocumentNotMade), { cause: error })
  }
}

/** @throws Refusal that says what to do */
export async function makeDocument(order: MakingOrder, by: Maker = ownMaker()): Promise<Made> {
  try {
    return await by.make(order)
  } catch (error) {
    if (error instanceof MakerBusy) throw new Refusal(DocumentsBusy)
    throw error instanceof MakingFailed ? refusalOf(error.is, error) : error
  }
}

/** PDF/A-2a. @throws Refusal: a sign that no typeface has, a compiler that failed twice, too many waiting */
export async function renderPdf(request: RenderRequest, by?: Maker): Promise<{ bytes: Uint8Array; pages: number }> {
  const { bytes, pages } = await makeDocument({ kind: 'pdf', layout: layOut(request) }, by)
  return { bytes, pages: pages! }
}

/** A Word file (OOXML); it carries no typefaces: Word takes the reader's. @throws Refusal */
export async function renderDocx(request: RenderRequest, by?: Maker): Promise<Uint8Array> {
  return (await makeDocument({ kind: 'docx', layout: layOut(request) }, by)).bytes
}

/** Ends the process that makes documents; the next document starts another. */
export function stopRendering(): void {
  maker?.stop()
}
