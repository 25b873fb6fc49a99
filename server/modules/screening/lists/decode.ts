// Bytes of a list as text, piece by piece: UTF-8, or UTF-16 where a mark says so; anything else is refused, never guessed.
import { ListNotReadable } from './list-entry.ts'

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** @throws ListNotReadable `encoding` */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  const told = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder!.decode(chunk, { stream: true }) : (decoder?.decode() ?? '')
    } catch {
      throw new ListNotReadable('encoding')
    }
  }
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    yield told(chunk)
  }
  yield told()
}
