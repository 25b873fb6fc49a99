// S3-compatible storage for files: `prefix/ab/cd/abcd…`, each written whole under the hash of its content.
import { openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { FileMissing, type FileStorage } from './files.ts'
import { type S3Place, StorageRefused, sendToStorage } from './s3-requests.ts'
import { receiveFile } from './write-file.ts'

// Files of some 100 MB over a slow line.
const transferMs = 30 * 60_000

/** `scratch` is a local folder where an upload waits until its hash is known. */
export function createS3Storage(place: S3Place, scratch: string): FileStorage {
  const keyOf = (hash: string): string => {
    if (!/^[\da-f]{64}$/.test(hash)) throw new FileMissing(hash.slice(0, 64))
    return [place.prefix, hash.slice(0, 2), hash.slice(2, 4), hash].filter(Boolean).join('/')
  }
  const head = async (hash: string): Promise<number | undefined> => {
    const response = await sendToStorage(place, { method: 'HEAD', key: keyOf(hash) })
    return response.status === 404 ? undefined : Number(response.headers.get('content-length'))
  }
  return {
    write: async (source, options = {}) => {
      await mkdir(scratch, { recursive: true, mode: 0o700 })
      const { path, stored } = await receiveFile(scratch, source, options)
      try {
        if ((await head(stored.hash)) === stored.size) return stored
        const response = await sendToStorage(place, {
          method: 'PUT',
          key: keyOf(stored.hash),
          body: await openAsBlob(path),
          bodyHash: stored.hash,
          timeoutMs: transferMs,
        })
        await response.body?.cancel()
        if (!response.ok) throw new StorageRefused(404, 'NoSuchBucket')
        return stored
      } finally {
        await rm(path, { force: true })
      }
    },
    read: async (hash, range) => {
      const headers = range && { range: `bytes=${range.start}-${range.end ?? ''}` }
      const request = { method: 'GET', key: keyOf(hash), timeoutMs: transferMs, ...(headers && { headers }) } as const
      const response = await sendToStorage(place, request)
      if (response.status === 404) throw new FileMissing(hash)
      return response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([])
    },
    size: async hash => {
      const size = await head(hash)
      if (size === undefined) throw new FileMissing(hash)
      return size
    },
    exists: async hash => /^[\da-f]{64}$/.test(hash) && (await head(hash)) !== undefined,
    remove: async hash => {
      await sendToStorage(place, { method: 'DELETE', key: keyOf(hash) })
    },
    list: () => listKeys(place),
  }
}

async function* listKeys(place: S3Place): AsyncIterable<string> {
  let token: string | undefined
  do {
    const query = {
      'list-type': '2',
      ...(place.prefix && { prefix: `${place.prefix}/` }),
      ...(token !== undefined && { 'continuation-token': token }),
    }
    const response = await sendToStorage(place, { method: 'GET', key: '', query })
    const text = await response.text()
    if (!response.ok) throw new StorageRefused(response.status, /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? '')
    for (const [, hash] of text.matchAll(/<Key>(?:[^<]*\/)?([\da-f]{64})<\/Key>/g)) yield hash!
    token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  } while (token !== undefined)
}
