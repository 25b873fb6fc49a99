// Signed requests to S3-compatible storage (AWS Signature Version 4), tried again when the storage is briefly away.
import { createHash, createHmac } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

export interface S3Place {
  /** https://s3.example.org */
  endpoint: string
  bucket: string
  /** Folder inside the bucket, without slashes at its ends; may be empty. */
  prefix: string
  region: string
  accessKey: string
  secretKey: string
}

export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Inside the bucket; empty for the bucket itself. */
  key: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Blob
  /** SHA-256 of the body, in hex. */
  bodyHash?: string
  timeoutMs?: number
}

/** What the storage answered instead of doing it, with its own code. */
export class StorageRefused extends Error {
  override name = 'StorageRefused'
  readonly status: number

  constructor(status: number, code: string) {
    super(`The storage answers ${status}${code ? ` (${code})` : ''}.`)
    this.status = status
  }
}

export const emptyHash = createHash('sha256').digest('hex')
const tries = 4

/** Sends the request; 404 is an answer. @throws StorageRefused for other refusals, Error when it cannot be reached. */
export async function sendToStorage(place: S3Place, request: S3Request): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === tries
    try {
      const response = await sendOnce(place, request)
      if (response.ok || response.status === 404) return response
      const again = response.status >= 500 || response.status === 429
      const text = request.method === 'HEAD' ? '' : await response.text()
      if (!again || last) throw new StorageRefused(response.status, /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? '')
    } catch (error) {
      if (error instanceof StorageRefused) throw error
      if (last) throw unreachable(place, error)
    }
    await delay(100 * 2 ** attempt * (0.5 + Math.random()))
  }
}

function unreachable(place: S3Place, error: unknown): Error {
  const { cause, message } = error as Error
  const reason = cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message
  return new Error(`The storage at ${place.endpoint} cannot be reached: ${reason}.`, { cause: error })
}

function sendOnce(place: S3Place, request: S3Request): Promise<Response> {
  const url = addressOf(place, request)
  const headers = { ...request.headers, ...signatureHeaders(place, request, url, new Date()) }
  return fetch(url, {
    method: request.method,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(request.timeoutMs ?? 30_000),
    ...(request.body && { body: request.body }),
  })
}

// S3 encodes more than encodeURIComponent does.
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

function addressOf({ endpoint, bucket }: S3Place, { key, query = {} }: S3Request): URL {
  const path = [bucket, ...key.split('/')].filter(Boolean).map(encode).join('/')
  const search = Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  return new URL(`${endpoint}/${path}${search && `?${search}`}`)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The headers of Signature Version 4 for a path-style request. */
export function signatureHeaders(
  { region, accessKey, secretKey }: S3Place,
  { method, bodyHash = emptyHash }: S3Request,
  url: URL,
  at: Date,
): Record<string, string> {
  const time = at.toISOString().replace(/[:-]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const signed = { host: url.host, 'x-amz-content-sha256': bodyHash, 'x-amz-date': time }
  const names = Object.keys(signed).join(';')
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`)
  const canonical = [method, url.pathname, url.search.slice(1), lines.join(''), names, bodyHash].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = hmac(hmac(hmac(hmac(`AWS4${secretKey}`, day), region), 's3'), 'aws4_request')
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex')
  return {
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': time,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}
