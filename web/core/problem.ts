// What went wrong with a call, in words the reader can act on.

import type { MessageDescriptor } from '@lingui/core'
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export interface ProblemField {
  path: string
  message: string
}

/** RFC 9457 problem as the server writes it; all texts are already in the reader's language. */
export interface ProblemBody {
  status: number
  code: string
  title: string
  detail?: string | undefined
  reason?: string | undefined
  fields?: ProblemField[] | undefined
  requestId: string
}

/** A refused or failed call. `message` is a sentence for the reader. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly reason: string | undefined
  readonly fields: ProblemField[]
  readonly requestId: string

  constructor(body: ProblemBody) {
    // Two people changed the same: who, and what.
    const why = body.code === 'record.stale_version' ? body.reason : undefined
    super([body.title, body.detail, why].filter(Boolean).join(' '))
    this.name = 'ProblemError'
    this.status = body.status
    this.code = body.code
    this.title = body.title
    this.detail = body.detail
    this.reason = body.reason
    this.fields = body.fields ?? []
    this.requestId = body.requestId
  }
}

const ownSentences: Record<'network' | 'answer' | 'cancelled', MessageDescriptor> = {
  network: msg`The server cannot be reached. Check the connection and try again; what you typed is kept.`,
  answer: msg`The server gave an answer that this page does not understand. Reload the page and try again; what you typed is kept.`,
  cancelled: msg`This was cancelled.`,
}

/** A problem found on this side: no network, an unreadable answer, a cancelled upload. */
export const ownProblem = (kind: keyof typeof ownSentences, status = 0): ProblemError =>
  new ProblemError({ status, code: `web.${kind}`, title: i18n._(ownSentences[kind]), requestId: '' })

const isProblemBody = (value: unknown): value is ProblemBody =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value

/** Makes a ProblemError of a failed answer's status and JSON. */
export function problemFrom(status: number, body: unknown): ProblemError {
  return isProblemBody(body) ? new ProblemError({ ...body, status }) : ownProblem('answer', status)
}

/** The sentence to show for anything that was thrown. */
export function sentenceFor(error: unknown): string {
  return error instanceof ProblemError ? error.message : i18n._(ownSentences.answer)
}
