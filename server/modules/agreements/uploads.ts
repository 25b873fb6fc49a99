// Takes one uploaded file off a multipart request into the storage of the installation.
import type { FastifyRequest } from 'fastify'
import { Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName } from '#core/files/file-names.ts'
import { FileTooLarge, type StoredFile } from '#core/files/files.ts'
import type { Services } from '#core/services.ts'
import { FileCutOff, FileEmpty, FileMissingInUpload, FileNotAccepted } from './agreement.errors.ts'

export interface TakenFile extends StoredFile {
  name: string
}

const programs = new Set(['application/x-executable'])
const cutOff = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'])

/** @throws Refusal 413 too large, 415 a program, 422 nothing there, 400 cut off. */
export async function takeUpload(
  raw: FastifyRequest,
  services: Pick<Services, 'files' | 'config'>,
): Promise<TakenFile> {
  const part = raw.isMultipart() ? await raw.file() : undefined
  if (!part) throw new Refusal(FileMissingInUpload)
  const limit = services.config.uploadLimitMb * 1024 * 1024
  const tooLarge = new Refusal(TooLarge, { limit: `${services.config.uploadLimitMb} MB` })
  const name = cleanFileName(part.filename ?? '')
  let stored: StoredFile
  try {
    stored = await services.files.write(part.file, { limit, name })
  } catch (error) {
    if (error instanceof FileTooLarge) throw tooLarge
    const { code, message } = error as NodeJS.ErrnoException
    if (cutOff.has(code ?? '') || /unexpected end|premature/i.test(message)) throw new Refusal(FileCutOff)
    throw error
  }
  if (part.file.truncated) throw tooLarge
  if (stored.size === 0) throw new Refusal(FileEmpty)
  if (programs.has(stored.mediaType)) throw new Refusal(FileNotAccepted)
  return { ...stored, name }
}
