// Fetches the newest official dump: asks the record service which file it is, and loads it into the installation's folder.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cleanFileName } from '#core/files/file-names.ts'

export interface DumpFile {
  name: string
  url: string
  /** In bytes, where the service says. */
  size: number | null
  /** `md5:…` or `sha256:…` where the service says. */
  checksum: string | null
}

/** The dump could not be fetched; the message is a reason that follows a colon. */
export class DumpNotFetched extends Error {}

const isDumpName = (name: string): boolean => /\.(zip|jsonl?|jsonl?\.gz)$/i.test(name)

/** Which file is the newest. @throws DumpNotFetched */
export async function findNewestDump(address: string, timeoutMs = 30_000): Promise<DumpFile> {
  const url = new URL(address)
  if (url.protocol === 'file:' || isDumpName(url.pathname))
    return { name: path.basename(decodeURIComponent(url.pathname)), url: address, size: null, checksum: null }
  const response = await ask(address, AbortSignal.timeout(timeoutMs))
  let answer: unknown
  try {
    answer = await response.json()
  } catch {
    throw new DumpNotFetched(`${url.host} did not answer with a list of files`)
  }
  const files = filesIn(answer, address)
  const newest = files.find(file => /ror-data.*\.zip$/i.test(file.name)) ?? files[0]
  if (newest === undefined) throw new DumpNotFetched(`${url.host} offers no dump`)
  return newest
}

async function ask(address: string, signal: AbortSignal): Promise<Response> {
  const { host } = new URL(address)
  let response: Response
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json, */*' } })
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined
    const reason = cause?.code ?? cause?.message ?? (error as Error).name
    throw new DumpNotFetched(`${host} cannot be reached (${reason})`)
  }
  if (!response.ok) throw new DumpNotFetched(`${host} answered ${response.status}`)
  return response
}

/** Files named anywhere in the answer of a record service, in its order. */
function filesIn(answer: unknown, base: string, depth = 0): DumpFile[] {
  if (depth > 8 || answer === null || typeof answer !== 'object') return []
  if (Array.isArray(answer)) return answer.flatMap(item => filesIn(item, base, depth + 1))
  const { key, filename, links, size, filesize, checksum, ...rest } = answer as Record<string, unknown>
  const name = [key, filename].find(value => typeof value === 'string' && isDumpName(value)) as string | undefined
  const found = links as { content?: unknown; self?: unknown; download?: unknown } | undefined
  const address = [found?.content, found?.download, found?.self].find(value => typeof value === 'string') as
    | string
    | undefined
  if (name === undefined || address === undefined)
    return Object.values(rest).flatMap(item => filesIn(item, base, depth + 1))
  const bytes = [size, filesize].find(value => typeof value === 'number') as number | undefined
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return []
  return [{ name, url: url.href, size: bytes ?? null, checksum: typeof checksum === 'string' ? checksum : null }]
}

export interface DownloadProgress {
  bytes: number
  total: number | null
}

/** Loads the file into the folder, whole or not at all; one that is there already with its size is used again. */
export async function downloadDump(
  dump: DumpFile,
  folder: string,
  options: { onProgress?: (progress: DownloadProgress) => void; signal?: AbortSignal } = {},
): Promise<string> {
  if (dump.url.startsWith('file:')) return fileURLToPath(dump.url)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const target = path.join(folder, cleanFileName(dump.name))
  if (dump.size !== null && (await sizeOf(target)) === dump.size) return target
  const partial = `${target}.${process.pid}.part`
  try {
    const response = await ask(dump.url, options.signal ?? new AbortController().signal)
    const length = Number(response.headers.get('content-length'))
    const hash = createHash(dump.checksum?.startsWith('sha256:') ? 'sha256' : 'md5')
    const total = dump.size ?? (length > 0 ? length : null)
    let bytes = 0
    const counter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        hash.update(chunk)
        options.onProgress?.({ bytes, total })
        done(null, chunk)
      },
    })
    if (response.body === null) throw new DumpNotFetched('the answer is empty')
    await pipeline(Readable.fromWeb(response.body as never), counter, createWriteStream(partial, { mode: 0o600 }))
    if (total !== null && bytes !== total)
      throw new DumpNotFetched(`the connection ended after ${bytes} of ${total} bytes`)
    const expected = /^(?:md5|sha256):([\da-f]+)$/i.exec(dump.checksum ?? '')?.[1]
    if (expected !== undefined && expected.toLowerCase() !== hash.digest('hex'))
      throw new DumpNotFetched('the file arrived damaged')
    await rename(partial, target)
    return target
  } catch (error) {
    if (error instanceof DumpNotFetched || options.signal?.aborted) throw error
    throw new DumpNotFetched(`the connection broke (${(error as Error).message})`)
  } finally {
    await rm(partial, { force: true })
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size
  } catch {
    return undefined
  }
}
