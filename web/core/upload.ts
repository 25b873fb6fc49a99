// Sends a file and says how far it is; fetch cannot report upload progress, XMLHttpRequest can.
import type { ResponseOf, RouteContract } from '#core/contract.ts'
import { addressOf, type CallInput, callHeaders, type Signal, signedOut } from './api.ts'
import { ownProblem, problemFrom } from './problem.ts'

export interface UploadProgress {
  sent: number
  /** Bytes in all. */
  total: number
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Uploads one file as multipart field `file`; text fields of `body` go before it.
 * @throws ProblemError, also when the connection breaks (`web.network`) or the signal aborts (`web.cancelled`).
 */
export function upload<C extends RouteContract>(
  contract: C,
  file: File,
  input: Partial<CallInput<C>> & Signal,
  onProgress: (progress: UploadProgress) => void = () => {},
): Promise<ResponseOf<C>> {
  const form = new FormData()
  for (const [name, value] of Object.entries((input as { body?: object }).body ?? {}))
    if (value !== undefined && value !== null)
      form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(contract.method, addressOf(contract, input as Parameters<typeof addressOf>[1]))
    for (const [name, value] of Object.entries(callHeaders())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', event =>
      onProgress({ sent: event.loaded, total: event.total || file.size }),
    )
    request.addEventListener('error', () => reject(ownProblem('network')))
    request.addEventListener('abort', () => reject(ownProblem('cancelled')))
    request.addEventListener('load', () => {
      const answer = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) return resolve(answer as ResponseOf<C>)
      if (request.status === 401) signedOut()
      return reject(problemFrom(request.status, answer))
    })
    if (input.signal?.aborted) return reject(ownProblem('cancelled'))
    input.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}
