// Makes PDF/A-2a with Typst; runs in the process of its own that renderer.ts looks after.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { baseLanguage } from './numbering.ts'
import type { PaperLayout } from './paper-layout.ts'
import { MakingFailed } from './rendering-faults.ts'

const folderOf = (name: string) => path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
const serif = path.join(folderOf('@expo-google-fonts/noto-serif'))
const vazirmatn = path.join(folderOf('vazirmatn'), 'fonts', 'ttf')

/** Static TrueType files: the compiler reads no variable ones. */
export const fontFiles: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(style =>
    path.join(serif, style, `NotoSerif_${style}.ttf`),
  ),
  ...['Regular', 'Bold'].map(style => path.join(vazirmatn, `Vazirmatn-${style}.ttf`)),
]

const page = readFileSync(path.join(import.meta.dirname, 'paper.typ'), 'utf8')

let compiler: NodeCompiler | undefined

function openCompiler(): NodeCompiler {
  const fontBlobs = fontFiles.map(file => {
    try {
      return readFileSync(file)
    } catch {
      throw new MakingFailed({ fault: 'fonts_missing', file: path.basename(file) })
    }
  })
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] })
}

const missingGlyph = /text `\\*"((?:[^"\\]|\\.)+?)\\*"` could not be displayed/g

/** The compiler's errors are readable only as text. */
function explain(error: unknown): MakingFailed {
  const said = String(error)
  const characters = [...new Set([...said.matchAll(missingGlyph)].map(([, one]) => one!))]
  if (characters.length > 0) return new MakingFailed({ fault: 'no_glyph', characters })
  return new MakingFailed({ fault: 'failed', reason: said.slice(0, 2000) })
}

function partsOf(madeAt: string) {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(madeAt).toZonedDateTimeISO('UTC')
  return { year, month, day, hour, minute, second }
}

/** @throws MakingFailed */
export function makePdf(layout: PaperLayout): { bytes: Uint8Array; pages: number } {
  compiler ??= openCompiler()
  const languages = layout.languages.map(one => ({ ...one, lang: baseLanguage(one.code) }))
  const data = JSON.stringify({ ...layout, languages, made: partsOf(layout.madeAt) })
  try {
    const compiled = compiler.compile({ mainFileContent: page, inputs: { data } })
    if (!compiled.result) throw compiled.takeError() ?? new Error('no document')
    // A warning is a missing typeface or a layout that does not settle.
    const warnings = compiled.takeWarnings()
    if (warnings) throw warnings
    const creationTimestamp = Math.floor(Temporal.Instant.from(layout.madeAt).epochMilliseconds / 1000)
    const bytes = compiler.pdf(compiled.result, { pdfStandard: 'a-2a', creationTimestamp })
    return { bytes, pages: compiled.result.numOfPages }
  } catch (error) {
    if (error instanceof MakingFailed) throw error
    if (error && typeof error === 'object' && 'shortDiagnostics' in error)
      throw explain(JSON.stringify((error as { shortDiagnostics: unknown }).shortDiagnostics))
    throw explain(error)
  } finally {
    compiler.evictCache(0)
  }
}
