// Sends one message to one address: no redirects, a time limit, and no more of the answer than the log keeps.
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { AddressInside, callableUrl, hostOf, isPublicAddress, publicLookup } from './outside-address.ts'

export interface Posted {
  /** Null when no answer came. */
  status: number | null
  milliseconds: number
  /** At most a kilobyte. */
  answer: string | null
  error: string | null
}

const answerBytes = 1024
const secondsToAnswer = 15

interface Message {
  url: string
  body: string
  headers: Record<string, string>
}

/** Never throws: what went wrong is in the answer. */
export async function postMessage(
  { url: text, body, headers }: Message,
  { allowsInside, signal }: { allowsInside: boolean; signal?: AbortSignal },
): Promise<Posted> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const url = callableUrl(text, allowsInside)
    if (!url) throw new AddressInside(text)
    const { status, answer } = await send(url, body, headers, allowsInside, signal)
    return { status, milliseconds: took(), answer, error: null }
  } catch (error) {
    return { status: null, milliseconds: took(), answer: null, error: (error as Error).message.slice(0, 500) }
  }
}

function send(
  url: URL,
  body: string,
  headers: Record<string, string>,
  allowsInside: boolean,
  signal: AbortSignal | undefined,
): Promise<{ status: number; answer: string }> {
  const limit = AbortSignal.timeout(secondsToAnswer * 1000)
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(!allowsInside && { lookup: publicLookup() }),
    })
    request.on('socket', socket =>
      socket.on('connect', () => {
        // An address that is written as a number is not looked up.
        const address = socket.remoteAddress ?? ''
        if (!allowsInside && !isPublicAddress(isIP(hostOf(url)) ? hostOf(url) : address))
          request.destroy(new AddressInside(address))
      }),
    )
    request.on('response', response => {
      let answer = Buffer.alloc(0)
      const finish = () => resolve({ status: response.statusCode ?? 0, answer: plainAnswer(answer) })
      response.on('data', (chunk: Buffer) => {
        answer = Buffer.concat([answer, chunk]).subarray(0, answerBytes)
        if (answer.length < answerBytes) return
        finish()
        request.destroy()
      })
      response.on('end', finish)
      response.on('error', reject)
    })
    request.on('error', error =>
      reject(limit.aborted ? new Error(`No answer within ${secondsToAnswer} seconds.`) : error),
    )
    request.end(body)
  })
}

/** What a database and a page can take. */
const plainAnswer = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
