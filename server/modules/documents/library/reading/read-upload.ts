// Takes a Word file off a request and answers its clauses; nothing of it is kept.
import type { FastifyRequest } from 'fastify'
import { withoutDirectionControls } from '#core/bidi.ts'
import { Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName } from '#core/files/file-names.ts'
import { LibraryFileEmpty, LibraryFileMissing, LibraryFileTooMuch, LibraryFileUnreadable } from '../library.errors.ts'
import { DocxError, readDocx } from './read-docx.ts'
import { type SplitText, splitClauses } from './split-clauses.ts'

const mostClauses = 500
/** Longer than any agreement; what it unpacks to is bounded apart. */
const mostMegabytes = 20

async function bytesOf(raw: FastifyRequest, limitMb: number): Promise<{ name: string; bytes: Buffer }> {
  const part = raw.isMultipart() ? await raw.file().catch(() => undefined) : undefined
  if (!part) throw new Refusal(LibraryFileMissing)
  const limit = Math.min(limitMb, mostMegabytes)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of part.file) {
    size += piece.length
    if (size > limit * 1024 * 1024) throw new Refusal(TooLarge, { limit: `${limit} MB` })
    pieces.push(piece)
  }
  if (part.file.truncated) throw new Refusal(TooLarge, { limit: `${limit} MB` })
  return { name: cleanFileName(part.filename ?? ''), bytes: Buffer.concat(pieces) }
}

function readBytes(bytes: Uint8Array) {
  try {
    return readDocx(bytes)
  } catch (error) {
    if (!(error instanceof DocxError)) throw error
    throw new Refusal(error.fault === 'too_much' ? LibraryFileTooMuch : LibraryFileUnreadable, { limit: mostClauses })
  }
}

export interface ReadUpload extends SplitText {
  name: string
  leftOut: number
}

/** @throws Refusal 413 too large, 422 nothing there, no Word file, empty, or more than a template takes. */
export async function readUpload(raw: FastifyRequest, limitMb: number): Promise<ReadUpload> {
  const { name, bytes } = await bytesOf(raw, limitMb)
  const { blocks, leftOut } = readBytes(bytes)
  const text = splitClauses(blocks)
  if (text.clauses.length === 0) throw new Refusal(LibraryFileEmpty)
  if (text.clauses.length > mostClauses) throw new Refusal(LibraryFileTooMuch, { limit: mostClauses })
  for (const clause of text.clauses)
    for (const written of Object.values(clause.versions)) {
      written.heading = withoutDirectionControls(written.heading).slice(0, 1000)
      written.body = withoutDirectionControls(written.body)
      if (written.body.length > 100_000) throw new Refusal(LibraryFileTooMuch, { limit: mostClauses })
    }
  return { name, leftOut, ...text }
}
