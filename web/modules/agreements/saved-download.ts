// Saves what a route answers as a file; for exports that are asked for by POST.
import type { RouteContract } from '#core/contract.ts'
import { addressOf, callHeaders, signedOut } from '../../core/api.ts'
import { ownProblem, problemFrom } from '../../core/problem.ts'

/** `filename*` of RFC 6266, else `filename`, else the name given. */
export function fileNameFrom(disposition: string | null, otherwise: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (extended) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return otherwise
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? otherwise
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** @throws ProblemError with the server's words. */
export async function saveDownload(contract: RouteContract, query: object, otherwise: string): Promise<void> {
  const input = { query: query as Record<string, unknown> }
  const isGet = contract.method === 'GET'
  const headers = isGet ? callHeaders() : { ...callHeaders(), 'content-type': 'application/json' }
  const init = { method: contract.method, headers, credentials: 'same-origin' as const, ...(!isGet && { body: '{}' }) }
  const response = await fetch(addressOf(contract, input), init).catch(() => {
    throw ownProblem('network')
  })
  if (response.status === 401) signedOut()
  if (!response.ok) throw problemFrom(response.status, await bodyOf(response))
  offer(await response.blob(), fileNameFrom(response.headers.get('content-disposition'), otherwise))
}
