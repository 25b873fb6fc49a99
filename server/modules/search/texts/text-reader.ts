// The process that reads one file: bytes come in, its text goes out as JSON. It ends with the file, whatever the file does to it.
import { argv, stdin, stdout } from 'node:process'
import { buffer } from 'node:stream/consumers'
import { readOfficeText } from './office-text.ts'
import { decodeText, readHtmlText } from './plain-text.ts'
import type { TextKind } from './readable-files.ts'
import { TextTaker } from './text-taker.ts'

async function read(kind: TextKind, bytes: Uint8Array): Promise<string> {
  const taker = new TextTaker()
  if (kind === 'pdf') await (await import('./pdf-text.ts')).readPdfText(bytes, taker)
  else if (kind === 'html') readHtmlText(decodeText(bytes), taker)
  else if (kind === 'text') taker.add(decodeText(bytes))
  else readOfficeText(bytes, kind, taker)
  return taker.finish()
}

const bytes = new Uint8Array(await buffer(stdin))
const answer = await read(argv[2] as TextKind, bytes).then(
  text => ({ text }),
  (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
)
stdout.end(JSON.stringify(answer))
