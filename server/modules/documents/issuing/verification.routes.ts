// HTTP of the verification.
import type { FastifyRequest } from 'fastify'
import { Refusal, TooLarge } from '#core/errors.ts'
import { handle } from '#core/module.ts'
import { readDocumentCode } from './document-code.ts'
import * as contract from './verification.contract.ts'
import { CodeMistyped, NoFileGiven } from './verification.errors.ts'
import { verifyByCode, verifyByFile } from './verify.ts'

/** Bytes that anybody may send: documents that are issued here have some hundred kilobytes. */
const mostBytes = 25 * 1024 * 1024

/** The file is held in memory and nowhere else. */
async function readFile(raw: FastifyRequest): Promise<Buffer> {
  const part = raw.isMultipart() ? await raw.file({ limits: { fileSize: mostBytes } }) : undefined
  if (!part) throw new Refusal(NoFileGiven)
  const pieces: Buffer[] = []
  for await (const piece of part.file) pieces.push(piece as Buffer)
  if (part.file.truncated) throw new Refusal(TooLarge, { limit: `${mostBytes / 1024 / 1024} MB` })
  if (pieces.length === 0) throw new Refusal(NoFileGiven)
  return Buffer.concat(pieces)
}

export const verificationRoutes = [
  handle(contract.verifyCode, async ({ db, body, t }) => {
    const code = readDocumentCode(body.code)
    if (code === undefined)
      throw new Refusal(CodeMistyped, {}, { fields: [{ path: 'code', message: CodeMistyped.text }] })
    return verifyByCode(db, code, t.language)
  }),
  handle(contract.verifyFile, async ({ db, raw, t }) => verifyByFile(db, await readFile(raw), t.language)),
]
